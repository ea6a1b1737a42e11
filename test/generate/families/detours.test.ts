import { expect, test } from "vitest";
import { mustBeExact } from "./exact.ts";
import { casesOf, eachStep } from "./steps.ts";

test("every kind of branch that is always taken goes backward, and every instruction is executed once", () => {
  const backward = new Set<string>();
  for (const generated of casesOf("detours", 60)) {
    const executed = new Map<number, number>();
    let last: { pc: number; name: string } | undefined;
    eachStep(generated, ({ item, op, pc }) => {
      executed.set(item.id, (executed.get(item.id) ?? 0) + 1);
      if (last && pc < last.pc) backward.add(last.name);
      last = { pc, name: op.instruction?.name ?? "" };
    });
    const { items } = generated.program;
    // What is executed before the first item is told of, so one instruction may be missing.
    for (const { id, ops } of items.slice(1)) expect(executed.get(id)).toBe(ops.length);
  }
  expect(backward).toEqual(new Set(["beq", "bge", "bgeu", "jal", "c.j"]));
});

test("they take the cycles that their shape says", () => {
  for (const generated of casesOf("detours", 100, { isa: [0, 5, 7] })) mustBeExact(generated);
});

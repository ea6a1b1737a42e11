import { expect, test } from "vitest";
import { layOut } from "../../../src/generate/layout.ts";
import { runSingly } from "../run.ts";
import { mustBeExact } from "./exact.ts";
import { casesOf, eachStep } from "./steps.ts";

test("execution comes to carriers at their beginning and in their middle, there to every short instruction", () => {
  const [carriers, inside] = [new Set<string>(), new Set<string>()];
  for (const generated of casesOf("hidden", 150, { versions: [2] })) {
    const { base, pieces, offsets } = layOut(generated.program);
    const middles = new Map<bigint, string>();
    for (const [k, { item, ops }] of pieces.entries()) {
      const note = item?.note ?? "";
      if (ops.length > 0 && note.startsWith("hidden: ")) middles.set(BigInt(base + offsets[k + 1] - 2), note.slice(8));
    }
    eachStep(generated, ({ n, op }) => {
      if (n === 1) carriers.add(op.instruction?.name ?? "");
    });
    runSingly(generated, ({ pc, name, length }) => {
      const hidden = middles.get(pc);
      if (hidden === undefined) return;
      expect({ name, length }).toEqual({ name: hidden, length: 2 });
      inside.add(name);
    });
  }
  expect(carriers).toEqual(new Set(["addi", "xori", "ori", "andi", "slti", "sltiu", "addiw"]));
  // All that compute, but for those that can begin a fused sequence: c.add, c.sub, c.mv and c.lui.
  const immediate = ["c.addi4spn", "c.addi", "c.addiw", "c.li", "c.andi", "c.slli", "c.srli", "c.srai"];
  const zero = ["c.slli64", "c.srli64", "c.srai64"];
  expect(inside).toEqual(new Set([...immediate, ...zero, "c.xor", "c.or", "c.and", "c.addw", "c.subw"]));
});

test("both ways take the same cycles, with fusion and without, in every version", () => {
  for (const generated of casesOf("hidden", 150, { isa: [0, 5, 7] })) mustBeExact(generated);
});

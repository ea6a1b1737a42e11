import { expect, test } from "vitest";
import { opLength } from "../../../src/generate/op.ts";
import { mustEnd } from "../run.ts";
import { casesOf, eachStep } from "./steps.ts";

const PAGE = 4096;

test("instructions stand over the end of a page, alone and in loops, with short and long ones around them", () => {
  const over = new Set<string>();
  let again = 0;
  for (const generated of casesOf("page-ends", 150, { size: 300 })) {
    mustEnd(generated, "exit");
    const times = new Map<number, number>();
    let before = 0;
    eachStep(generated, ({ op, pc }) => {
      const length = opLength(op);
      if (pc % PAGE === PAGE - 2 && length === 4) {
        over.add(`${op.instruction?.name} behind ${before} bytes`);
        times.set(pc, (times.get(pc) ?? 0) + 1);
      }
      before = length;
    });
    if ([...times.values()].some((count) => count > 1)) again++;
  }
  for (const name of ["addi", "xori", "add", "mul", "slliw", "lui"]) {
    for (const bytes of [2, 4]) expect(over).toContain(`${name} behind ${bytes} bytes`);
  }
  expect(again).toBeGreaterThan(20);
});

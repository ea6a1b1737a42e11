import { expect, test } from "vitest";
import { cycleBounds } from "../../../src/generate/bounds.ts";
import { layOut } from "../../../src/generate/layout.ts";
import { unrolling } from "../../../src/generate/rewrite/unrolling.ts";
import { plainCase } from "../../../src/generate/rewrite/index.ts";
import { Random } from "../../../src/generate/random.ts";
import { runWhole } from "../run.ts";
import { casesOf, eachStep } from "./steps.ts";

const BRANCHES = ["beq", "bne", "blt", "bge", "bltu", "bgeu", "c.beqz", "c.bnez"];

test("every conditional branch is a foot, goes back, and in the last round does not", () => {
  const met = new Set<string>();
  for (const generated of casesOf("loops", 200, { families: ["loops", "compute"], size: 300 })) {
    let foot: { name: string; pc: number } | undefined;
    eachStep(generated, ({ item, op, n, pc }) => {
      if (foot) met.add(`${foot.name} ${pc < foot.pc ? "taken" : "not taken"}`);
      const isLast = item.kind === "end" && n === item.ops.length - 1;
      foot = isLast ? { name: op.instruction?.name ?? "", pc } : undefined;
    });
  }
  expect([...met].toSorted()).toEqual(BRANCHES.flatMap((name) => [`${name} not taken`, `${name} taken`]).toSorted());
});

test("loops turn as often as their heads say, whatever their feet are", () => {
  for (const generated of casesOf("loops", 150, { families: ["loops"], isa: [0, 3, 7] })) {
    // Without branches, all there is is executed.
    const { most } = cycleBounds(layOut(generated.program), generated.world);
    expect(Number(runWhole(generated).state.cycles)).toBe(most);
  }
});

test("a loop whose foot leaves something behind is not written out", () => {
  const feet = { alone: 0, more: 0 };
  for (const generated of casesOf("loops", 900, { families: ["loops", "compute"], size: 60 })) {
    const plain = plainCase(generated, { branches: false, blind: false });
    const counted = plain.program.items.filter(({ kind }) => kind === "end");
    if (counted.length !== 1) continue;
    const rewritten = unrolling.rewrite(new Random(1), plain.program, plain.world);
    if (counted[0].ops.length > 2) {
      feet.more++;
      expect(rewritten).toBeUndefined();
    } else if (rewritten) feet.alone++;
  }
  expect(Math.min(feet.alone, feet.more)).toBeGreaterThan(3);
});

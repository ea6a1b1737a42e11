import { expect, test } from "vitest";
import { assemble, readElf } from "../../../src/assembler/index.ts";
import { DEFAULT_WORLD, readCase, writeCase, type Case } from "../../../src/case/index.ts";
import {
  caseForFile,
  generateCase,
  isGenerated,
  measure,
  mutateCase,
  shrinkCase,
} from "../../../src/generate/index.ts";
import { codeUnits } from "../../../src/generate/mutate/code-units.ts";
import { mustEnd, runWhole } from "../run.ts";

const SEED = 5;
const TEXT = `
_start: li a0, 3
        li a1, 4
        mul a0, a0, a1
loop:   addi a1, a1, -1
        bnez a1, loop
        c.addi a0, 1
        li a7, 93
        ecall
`;

function written(): Case {
  return { world: { ...DEFAULT_WORLD, program: assemble(TEXT).elf }, cuts: [3n, 9n], budget: 10_000n };
}

test("the same seed and index give the same mutant", () => {
  for (const original of [written(), generateCase(SEED, 1)]) {
    expect(mutateCase(original, 7n, 3)).toEqual(mutateCase(original, 7, 3));
    expect(mutateCase(original, 7, 3)).not.toEqual(mutateCase(original, 7, 4));
  }
});

test("mutants of a written case differ in few instructions, at the same places and of the same lengths", () => {
  const original = written();
  const units = codeUnits(original.world.program);
  const changes = new Set<number>();
  let programs = 0;
  for (let k = 0; k < 500; k++) {
    const mutant = mutateCase(original, SEED, k);
    expect(mutant.world.program).toHaveLength(original.world.program.length);
    const others = codeUnits(mutant.world.program);
    expect(others.map(({ offset, length }) => [offset, length])).toEqual(
      units.map(({ offset, length }) => [offset, length]),
    );
    const differing = others.filter(({ word }, n) => word !== units[n].word);
    // Three mutations at most, of which an exchange of neighbours changes two.
    expect(differing.length).toBeLessThanOrEqual(6);
    if (differing.length > 0) programs++;
    for (const { offset } of differing) changes.add(offset);
    runWhole(mutant); // it may do anything within its budget, and no more
  }
  expect(programs).toBeGreaterThan(250);
  expect(changes.size).toBe(units.length); // every instruction is met
});

test("the original stays as it is", () => {
  const original = written();
  const before = Buffer.from(original.world.program).toString("hex");
  for (let k = 0; k < 100; k++) mutateCase(original, SEED, k);
  expect(Buffer.from(original.world.program).toString("hex")).toBe(before);
  expect(original.cuts).toEqual([3n, 9n]);
});

test("cuts, budget and targets of legs change too, and stay in order", () => {
  const original = { ...written(), legTargets: [0, 1] };
  const mutants = Array.from({ length: 500 }, (_, k) => mutateCase(original, SEED, k));
  const differ = (pick: (each: Case) => unknown) =>
    mutants.filter((mutant) => String(pick(mutant)) !== String(pick(original))).length;
  expect(differ(({ cuts }) => cuts)).toBeGreaterThan(50);
  expect(differ(({ budget }) => budget)).toBeGreaterThan(15);
  expect(differ(({ legTargets }) => legTargets)).toBeGreaterThan(15);
  expect(new Set(mutants.map(({ cuts }) => cuts.length))).toEqual(new Set([1, 2, 3]));
  for (const { cuts } of mutants) expect(cuts).toEqual([...new Set(cuts)].toSorted((a, b) => Number(a - b)));
});

test("mutants of generated cases end by exit, take instructions from a donor, and shrink", async () => {
  let fromDonor = 0;
  let rewritten = 0;
  for (let k = 0; k < 400; k++) {
    const options = { intents: { exit: 1 }, size: 200 };
    const original = generateCase(SEED, k, options);
    const mutant = mutateCase(original, SEED, k, generateCase(SEED, k + 1, options));
    if (!isGenerated(mutant)) throw new Error("a mutant of a generated case is none");
    if (mutant.budget >= original.budget) mustEnd(mutant, "exit");
    if (Buffer.compare(mutant.world.program, original.world.program) !== 0) rewritten++;
    if (mutant.program.items.some(({ family }) => family === "mutated")) fromDonor++;
    if (k % 100 > 0) continue;
    const { smallest } = await shrinkCase(mutant, () => true);
    expect(measure(smallest)).toBeLessThan(measure(mutant));
  }
  expect(rewritten).toBeGreaterThan(200);
  expect(fromDonor).toBeGreaterThan(50);
});

test("mutants can be kept as files", () => {
  for (const original of [written(), generateCase(SEED, 2)]) {
    for (let k = 0; k < 50; k++) {
      const mutant = mutateCase(original, SEED, k);
      const { sections, ...plain } = caseForFile(mutant);
      const { checked } = readCase("mutant.S", writeCase(plain, { sections }));
      expect(Buffer.compare(checked.world.program, mutant.world.program)).toBe(0);
      expect(checked).toMatchObject({ cuts: mutant.cuts, budget: mutant.budget, provenance: mutant.provenance });
    }
  }
});

test("a program that cannot be read is refused", () => {
  const broken = { ...written(), world: { ...DEFAULT_WORLD, program: Uint8Array.of(1, 2, 3) } };
  expect(() => Array.from({ length: 20 }, (_, k) => mutateCase(broken, SEED, k))).toThrow("no ELF file");
  expect(() => readElf(broken.world.program)).toThrow();
});

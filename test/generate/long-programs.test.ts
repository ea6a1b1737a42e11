import { describe, expect, test } from "vitest";
import { assemble } from "../../src/assembler/index.ts";
import { generateCase, toAssembly, type CaseOptions, type GeneratedCase } from "../../src/generate/index.ts";
import { layOut } from "../../src/generate/layout.ts";
import { runWhole } from "./run.ts";

const SEED = 11;
/** CKB's memory, so that there is room. */
const ROOMY = { memorySizes: [4 * 1024 * 1024], intents: { exit: 1 } } satisfies CaseOptions;

function instructionsOf({ program }: GeneratedCase): number {
  return layOut(program).ops.reduce((sum, ops) => sum + ops.length, 0);
}

function executedBy(generated: GeneratedCase): number {
  const { stop, retired } = runWhole(generated);
  expect(stop.kind).toBe("exit");
  return [...(retired ?? [])].reduce((sum, count) => sum + count, 0);
}

describe("a program has about as many instructions as asked for, and exits", () => {
  test.each([10, 100, 1000, 10_000])("%s", (length) => {
    for (let k = 0; k < 10; k++) {
      const generated = generateCase(SEED, k, { ...ROOMY, length });
      executedBy(generated);
      const instructions = instructionsOf(generated);
      expect(instructions).toBeGreaterThan(length * 0.7);
      // A loop is finished that was begun, and functions come on top.
      expect(instructions).toBeLessThan(length * 1.3 + 100);
    }
  });

  test("100,000, of which most are executed; also as text", () => {
    const generated = generateCase(SEED, 0, { ...ROOMY, length: 100_000 });
    expect(instructionsOf(generated)).toBeGreaterThan(99_000);
    expect(executedBy(generated)).toBeGreaterThan(50_000);
    const { text, sections } = toAssembly(generated.program);
    const { elf } = assemble(text, { symbols: false, alignment: 16, addresses: Object.fromEntries(sections) });
    expect(Buffer.compare(elf, generated.world.program)).toBe(0);
  });

  // Of a hundred thousand branches each looks for its target: if that took as long as the way is, this would not end.
  test("100,000 branches, 100,000 calls, and both among loops", () => {
    for (const families of [["branches"], ["calls"], ["branches", "calls", "loops"]]) {
      const generated = generateCase(SEED, 1, { ...ROOMY, length: 100_000, families });
      expect(instructionsOf(generated)).toBeGreaterThan(90_000);
      executedBy(generated);
    }
  });
});

test("the number of instructions to be executed is reached by longer programs too", () => {
  // Single programs differ by more than a hundred times: only an average of many says something.
  const [cases, run] = [480, 240];
  for (const [size, times] of [
    [10_000, 13],
    [100_000, 25],
  ]) {
    let executed = 0;
    let instructions = 0;
    for (let k = 0; k < cases; k++) {
      const generated = generateCase(SEED, k, { ...ROOMY, size });
      if (k < run) executed += executedBy(generated) / run;
      instructions += instructionsOf(generated) / cases;
    }
    expect(executed).toBeGreaterThan(size / 2);
    expect(executed).toBeLessThan(size * 2);
    // Programs of the usual size have a few hundred. Most of the instructions are in a few long ones: of 240 of the
    // longer ones, half of these, the average is between size / 17 and size / 25.
    expect(instructions).toBeGreaterThan(size / times);
  }
});

test("memory that is too small makes a program shorter", () => {
  for (let k = 0; k < 40; k++) {
    const memorySize = 4096 * (4 + k);
    const generated = generateCase(SEED, k, { memorySizes: [memorySize], intents: { exit: 1 }, length: 100_000 });
    executedBy(generated);
    expect(generated.world.program.length).toBeLessThan(memorySize + 32 * 1024);
  }
});

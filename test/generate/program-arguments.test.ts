import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, type World } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { fitIntoStack, pickArguments } from "../../src/generate/program-arguments.ts";
import { Random } from "../../src/generate/random.ts";
import { runWhole } from "./run.ts";

const SEED = 17;
const KIB = 1024;
const SP = 2;
const program = generateCase(SEED, 0, { memorySizes: [16 * KIB], size: 1, intents: { exit: 1 } }).world.program;

/** Where a run begins whose program was loaded with these arguments, or the fault that it was not loaded by. */
function loaded(world: Pick<World, "version" | "memorySize" | "args">): bigint | string {
  const { stop, state } = runWhole({ world: { ...DEFAULT_WORLD, program, ...world }, budget: 0n });
  return stop.kind === "fault" ? stop.fault.name : (state.registers?.[SP] ?? 0n);
}

/** reference/ckb-vm/elf.md 5: the stack is the last quarter of memory; sp by hand. */
describe("arguments fit as CKB-VM lays them out", () => {
  const memorySize = 16 * KIB; // a stack of 4096 bytes, from 0x3000 on
  // Version 0: argc and argv[0] in 8 bytes each. Later: a null pointer too, and sp is a multiple of 16.
  test.each([
    [0, 4096 - 16 - 1, 0x3000n],
    [0, 4096 - 16, "MemOutOfStack"],
    [1, 4096 - 24 - 1, 0x3000n],
    [1, 4096 - 24, "MemOutOfStack"],
    [2, 4096 - 24 - 1 - 15, 0x3000n],
    [2, 4096 - 24 - 1 - 16, 0x3010n],
  ] as const)("version %s, one of %s bytes", (version, length, expected) => {
    const world = { version, memorySize, args: [new Uint8Array(length)] };
    expect(loaded(world)).toBe(expected);
    expect(fitIntoStack(world)).toBe(expected !== "MemOutOfStack");
  });
});

describe.each([0, 1, 2] as const)("in version %s", (version) => {
  const sizes = [16 * KIB, 28 * KIB, 256 * KIB];
  const picked = (filling: "all" | "more") =>
    Array.from({ length: 150 }, (_, k) => {
      const memorySize = sizes[k % sizes.length];
      return { version, memorySize, args: pickArguments(new Random(SEED, k), { version, memorySize }, filling) };
    });

  test("arguments that fill the stack fit, often to the last byte", () => {
    const worlds = picked("all");
    const full = worlds.filter((world) => {
      const sp = loaded(world);
      expect(sp).toBeTypeOf("bigint");
      return sp === BigInt((world.memorySize / 4) * 3);
    });
    expect(full.length).toBeGreaterThan(worlds.length / 5);
    for (const [k, world] of worlds.entries()) expect(fitIntoStack(world), `world ${k}`).toBe(true);
  });

  test("arguments that are more do not, often by one byte", () => {
    const worlds = picked("more");
    for (const world of worlds) {
      expect(loaded(world)).toBe("MemOutOfStack");
      expect(fitIntoStack(world)).toBe(false);
    }
    const byOne = worlds.filter(({ args, ...stack }) => {
      const longest = args.reduce((a, b) => (b.length > a.length ? b : a));
      return fitIntoStack({ ...stack, args: args.with(args.indexOf(longest), longest.subarray(1)) });
    });
    expect(byOne.length).toBeGreaterThan(worlds.length / 5);
  });
});

test("a stack of more than a mebibyte is never filled", () => {
  for (let k = 0; k < 50; k++) {
    const args = pickArguments(new Random(SEED, k), { version: 2, memorySize: 2 ** 31 }, "more");
    expect(args.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(1_000_000);
  }
});

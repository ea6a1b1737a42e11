import { isUtf8 } from "node:buffer";
import { describe, expect, test } from "vitest";
import { generateCase, type GeneratedCase } from "../../src/generate/index.ts";
import { ISA_MOP } from "../../src/isa/index.ts";
import { pickWorld } from "../../src/generate/world.ts";
import { Random } from "../../src/generate/random.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { mustEnd } from "./run.ts";

const SEED = 31;
const KIB = 1024;
/** From the least that a program needs to CKB's 4 MiB, most of them no power of two and no multiple of 256 KiB. */
const MEMORY_SIZES = [16, 20, 24, 28, 36, 52, 100, 132, 196, 1020, 4092, 4096].map((size) => size * KIB);

describe("every world boots, and its program exits where it is to exit", () => {
  const sets = [0, 1, 2, 3, 4, 5, 6, 7];
  test.each([0, 1, 2] as const)("in version %s", (version) => {
    const seen = new Set<string>();
    for (let k = 0; k < 400; k++) {
      const options = { writeXorExecute: "either", memorySizes: MEMORY_SIZES, intents: { exit: 1 } } as const;
      const generated = generateCase(SEED, k, { ...options, versions: [version], isa: sets[k % 8] });
      const { isa, memorySize, writeXorExecute } = generated.world;
      // Version 0 has no fusion.
      expect(isa).toBe(version === 0 ? sets[k % 8] & ~ISA_MOP : sets[k % 8]);
      mustEnd(generated, "exit");
      for (const what of [`isa ${isa}`, `memory ${memorySize}`, `W^X ${writeXorExecute}`]) seen.add(what);
    }
    expect(seen.size).toBe((version === 0 ? 4 : 8) + MEMORY_SIZES.length + 2);
  });

  test("by fault where faults are asked for, with W^X and without", () => {
    for (const writeXorExecute of [true, false]) {
      const options = { writeXorExecute, memorySizes: MEMORY_SIZES, intents: { fault: 1 }, size: 100 };
      for (let k = 0; k < 400; k++) mustEnd(generateCase(SEED, k, options), "fault");
    }
  });

  test("a memory too small for a program is refused", () => {
    expect(() => generateCase(SEED, 0, { memorySizes: [12 * KIB] })).toThrow("needs 16384 bytes");
  });
});

describe("what is said about worlds holds", () => {
  const worlds = (options?: Parameters<typeof pickWorld>[1]) =>
    Array.from({ length: 200 }, (_, k) => pickWorld(new Random(SEED, k), options));

  test("with W^X unless asked for otherwise; a kind goes before", () => {
    const distinct = (options?: Parameters<typeof pickWorld>[1]) =>
      [...new Set(worlds(options).map((world) => world.writeXorExecute))].toSorted((a, b) => Number(a) - Number(b));
    expect(distinct()).toEqual([true]);
    expect(distinct({ writeXorExecute: false })).toEqual([false]);
    expect(distinct({ writeXorExecute: "either" })).toEqual([false, true]);
    expect(distinct({ writeXorExecute: false, kinds: [{ writeXorExecute: true }] })).toEqual([true]);
    expect(distinct({ kinds: [{ writeXorExecute: false }] })).toEqual([false]);
  });

  test("memory of the sizes asked for; a kind goes before", () => {
    const distinct = (options?: Parameters<typeof pickWorld>[1]) =>
      [...new Set(worlds(options).map(({ memorySize }) => memorySize))].toSorted((a, b) => a - b);
    expect(distinct({ memorySizes: MEMORY_SIZES })).toEqual(MEMORY_SIZES);
    expect(distinct({ memorySizes: MEMORY_SIZES, kinds: [{ memorySize: 28 * KIB }] })).toEqual([28 * KIB]);
    // Most are, and all have whole pages.
    const sizes = worlds().map(({ memorySize }) => memorySize);
    expect(sizes.filter((size) => size % (256 * KIB) === 0).length).toBeGreaterThan(sizes.length * 0.9);
    for (const size of sizes) expect(size % (4 * KIB)).toBe(0);
  });
});

describe("arguments", () => {
  const cases = Array.from({ length: 600 }, (_, k) => {
    return generateCase(SEED, k, { size: 10, memorySizes: MEMORY_SIZES, intents: { exit: 1 } });
  });

  test("are none to several, empty and long, in ASCII, in UTF-8 and in neither", () => {
    const args = cases.flatMap(({ world }) => world.args);
    const ascii = (argument: Uint8Array) => argument.every((byte) => byte < 0x80);
    expect(new Set(cases.map(({ world }) => world.args.length))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(args.some(({ length }) => length === 0)).toBe(true);
    expect(args.some(({ length }) => length > 4096)).toBe(true);
    expect(args.some((argument) => !ascii(argument) && isUtf8(argument))).toBe(true);
    const neither = args.filter((argument) => !isUtf8(argument)).length;
    expect(neither).toBeGreaterThan(0);
    expect(neither / args.length).toBeLessThan(0.05); // few targets can be handed these
  });

  // reference/ckb-vm/elf.md 5.
  test("reach the stack whole, and nothing but the stack", () => {
    const target = new ReferenceTarget();
    for (const generated of cases) {
      const { version, args, memorySize } = generated.world;
      const { state, started } = target.run(generated.world, { start: "boot", maxCycles: 0n, snapshot: false });
      expect(started).toBe(true);
      const sp = Number(state.registers?.[2]);
      const bytes = memoryOf(generated, state.memory);
      expect(sp).toBeGreaterThanOrEqual((memorySize / 4) * 3);
      if (version > 0) expect(sp % 16).toBe(0);
      if (version > 0 && args.length === 0) continue; // nothing is written
      expect(bytes.getUint32(sp, true)).toBe(args.length);
      for (const [k, argument] of args.entries()) {
        const at = bytes.getUint32(sp + 8 * (k + 1), true);
        const text = Array.from({ length: argument.length + 1 }, (_, n) => bytes.getUint8(at + n));
        expect(text).toEqual([...argument, 0]);
      }
    }
  });
});

function memoryOf({ world }: GeneratedCase, memory: { pageView(page: number): Uint8Array } | undefined): DataView {
  const bytes = new Uint8Array(world.memorySize);
  for (let page = 0; page < world.memorySize / 4096; page++) bytes.set(memory?.pageView(page) ?? [], page * 4096);
  return new DataView(bytes.buffer);
}

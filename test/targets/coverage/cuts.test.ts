import { expect, test } from "vitest";
import { Coverage } from "../../../src/targets/index.ts";
import { EXIT, FUSING, hitsOf, hitsOfProgram, record, worldOf } from "./hits.ts";

/** mul costs 5 cycles, div 32, the others 1 (reference/ckb-vm/cycles.md 1). */
const ARITHMETIC = `_start: mul a0, a1, a2\n div a3, a4, a5\n xor a6, a6, a6 ${EXIT}`;

function cut(text: string, maxCycles: bigint): { before: string[]; after: string[] } {
  const leg = { maxCycles, snapshot: true };
  return { before: hitsOfProgram(text, "cuts before", leg), after: hitsOfProgram(text, "cuts after", leg) };
}

test("where the budget ends, in the cost of the next instruction", () => {
  expect(cut(ARITHMETIC, 0n)).toEqual({ before: ["mul, no page, on the border"], after: [] });
  expect(cut(ARITHMETIC, 5n)).toEqual({
    before: ["div, no page, on the border"],
    after: ["mul, no page, on the border"],
  });
  expect(cut(ARITHMETIC, 6n)).toEqual({
    before: ["div, no page, further inside"],
    after: ["mul, no page, cycles left over"],
  });
  expect(cut(ARITHMETIC, 35n).before).toEqual(["div, no page, further inside"]);
  expect(cut(ARITHMETIC, 36n)).toEqual({
    before: ["div, no page, one cycle short"],
    after: ["mul, no page, cycles left over"],
  });
  expect(cut(ARITHMETIC, 37n)).toEqual({
    before: ["xor, no page, on the border"],
    after: ["div, no page, on the border"],
  });
});

test("the page that the next access is about to touch, and the last one touched", () => {
  // lui costs 1, sd 2, ld 2.
  const text = `_start: lui t0, 0x100\n sd x0, 0(t0)\n ld a1, 0(t0)\n ld t0, 0(t0)\n nop ${EXIT}`;
  expect(cut(text, 1n).before).toEqual(["sd, untouched, on the border"]);
  expect(cut(text, 3n)).toEqual({ before: ["ld, dirty, on the border"], after: ["sd, dirty, on the border"] });
  expect(cut(text, 4n)).toEqual({ before: ["ld, dirty, one cycle short"], after: ["sd, dirty, cycles left over"] });
  expect(cut(text, 5n).after).toEqual(["ld, dirty, on the border"]);
  // Behind a load into its own address register nobody knows where it loaded from.
  expect(cut(text, 7n).after).toEqual([]);
});

test("a fused sequence is cut at as a whole", () => {
  const text = `${FUSING}_start: mulh a3, a1, a2\n mul a4, a1, a2\n nop ${EXIT}`;
  expect(cut(text, 4n).before).toEqual(["WIDE_MUL, no page, one cycle short"]);
  expect(cut(text, 5n).after).toEqual(["WIDE_MUL, no page, on the border"]);
});

test("what a system call charges can pass the limit", () => {
  // li of 2177 is two instructions; la too. The call charges a quarter cycle for each byte printed, beside 500.
  const text = `_start: la a0, text\n li a7, 2177\n ecall ${EXIT}\n .data\ntext: .asciz "12345678"\n`;
  expect(cut(text, 504n).after).toEqual(["ecall, no page, limit passed"]);
  expect(cut(text, 506n).after).toEqual(["ecall, no page, on the border"]);
});

test("legs without a snapshot, and legs that end otherwise, are no cuts", () => {
  expect(hitsOfProgram(ARITHMETIC, "cuts before", { maxCycles: 5n })).toEqual([]);
  expect(cut(ARITHMETIC, 10_000n)).toEqual({ before: [], after: [] });
});

test("the next leg counts the cut again only if another VM gave the snapshot", () => {
  const world = worldOf(ARITHMETIC);
  const coverage = new Coverage();
  const { snapshot } = record(coverage, world, { maxCycles: 36n, snapshot: true });
  if (snapshot === undefined) throw new Error("no snapshot");
  coverage.clear();
  record(coverage, world, { start: { ...snapshot }, maxCycles: 10_000n });
  expect(hitsOf(coverage, "cuts before")).toEqual(["div, no page, one cycle short"]);
  expect(hitsOf(coverage, "cuts after")).toEqual([]);
});

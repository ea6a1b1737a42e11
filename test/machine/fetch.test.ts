import { describe, expect, test } from "vitest";
import { fetch } from "../../src/machine/fetch.ts";
import { FLAG_EXECUTABLE, Memory } from "../../src/machine/index.ts";
import { faultOf, onPage } from "./program.ts";

// reference/ckb-vm/decode.md 1: at every offset near the end of a page, whatever stands behind the instruction.

/** Two pages of code: the halfword or word at `pc`, and ones in all bytes around it. */
function codeWith(pc: number, bytes: readonly number[], executable: readonly number[] = [1, 2]): Memory {
  const memory = new Memory(0x4000);
  memory.fillBytes(0x1000n, 0x2000, 0xff);
  memory.storeBytes(BigInt(pc), Uint8Array.from(bytes));
  for (const page of executable) memory.setFlag(page, FLAG_EXECUTABLE);
  return memory;
}

const OFFSETS = [0x1ff8, 0x1ff9, 0x1ffa, 0x1ffb, 0x1ffc, 0x1ffd, 0x1ffe, 0x1fff];

describe.each(OFFSETS)("at %i", (pc) => {
  test("a 16-bit instruction is zero-extended", () => {
    // c.nop is 0x0001; the low two bits of a 32-bit instruction are 11.
    expect(fetch(codeWith(pc, [0x01, 0x00]), pc)).toBe(0x0001);
  });

  test("a 32-bit instruction is unsigned", () => {
    expect(fetch(codeWith(pc, [0x13, 0x05, 0x50, 0x80]), pc)).toBe(0x8050_0513);
  });

  test("a page that is not executable is named", () => {
    expect(faultOf(() => fetch(codeWith(pc, [0x01, 0x00], [2]), pc))).toEqual(onPage(1));
  });
});

test.each([
  [0x1ffc, 2, undefined],
  [0x1ffe, 2, undefined],
  [0x1ffd, 2, 2], // one read of 4 bytes serves both lengths
  [0x1fff, 2, 2],
  [0x1ffc, 4, undefined],
  [0x1ffe, 4, 2],
])("at %i with %i bytes, the next page must be executable or not", (pc, length, page) => {
  const bytes = length === 2 ? [0x01, 0x00] : [0x13, 0x05, 0x50, 0x80];
  const fault = faultOf(() => fetch(codeWith(pc, bytes, [1]), pc));
  expect(fault).toEqual(page === undefined ? undefined : onPage(page));
});

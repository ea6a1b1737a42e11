import { describe, expect, test } from "vitest";
import { op, row, type Op } from "../../../src/generate/op.ts";
import { accessesOf } from "../../../src/generate/rewrite/item-accesses.ts";
import { madeItem } from "../../../src/generate/rewrite/made-item.ts";

const [LUI, ADDI, ADDIW, ANDI, SLLI, ADD, XOR, LD, SD, SB, ECALL] = [
  "lui", "addi", "addiw", "andi", "slli", "add", "xor", "ld", "sd", "sb", "ecall",
].map(row); // prettier-ignore
const [POINTER, BASE, VALUE, OTHER] = [8, 20, 21, 22];
const [A0, A1, A7] = [10, 11, 17];
const ecall = op(ECALL, 0, 0, 0, 0);

function found(ops: readonly Op[], extraCycles = 0): ReturnType<typeof accessesOf> {
  return accessesOf({ ...madeItem(0, ops), extraCycles }, 1 << POINTER);
}

const li = (register: number, value: number): Op => op(ADDI, register, 0, 0, value);
const lui = (register: number, value: number): Op => op(LUI, register, 0, 0, value);

describe("accesses of an item", () => {
  test("at a constant: all bytes of it, the lui they come from, and the register that still holds it", () => {
    const ops = [lui(BASE, 0x23000), op(ADDIW, BASE, BASE, 0, -8), op(LD, VALUE, BASE, 0, 4)];
    expect(found(ops)).toEqual({
      accesses: [{ from: 0x22ffc, to: 0x23004, lui: 0 }],
      pointers: [],
      luis: new Set([0]),
      held: [BASE],
      blind: true,
    });
  });

  test("whose result goes into its base: nothing is held any more", () => {
    expect(found([lui(BASE, 0x23000), op(LD, BASE, BASE, 0, 0)])).toMatchObject({ held: [], blind: true });
  });

  test("near zero, from no lui", () => {
    expect(found([li(BASE, 2000), op(SB, 0, BASE, VALUE, 47)])).toMatchObject({
      accesses: [{ from: 2047, to: 2048, lui: -1 }],
      blind: true,
    });
  });

  test("that walk with a counter: from the lowest to the highest place", () => {
    const ops = [
      op(ANDI, BASE, OTHER, 0, 15),
      op(SLLI, BASE, BASE, 0, 3),
      lui(VALUE, 0x30000),
      op(ADD, BASE, BASE, VALUE, 0),
      op(LD, OTHER, BASE, 0, 16),
    ];
    expect(found(ops)).toEqual({
      accesses: [{ from: 0x30010, to: 0x30010 + 15 * 8 + 8, lui: 2 }],
      pointers: [],
      luis: new Set([2]),
      held: [BASE, VALUE],
      blind: true,
    });
  });

  test("of call 2092: the size, and what it charges for", () => {
    const ops = [lui(A1, 0x40000), lui(A0, 0x50000), li(A7, 2092), ecall];
    expect(found(ops, 100)).toMatchObject({
      accesses: [
        { from: 0x40000, to: 0x40008, lui: 0 },
        { from: 0x50000, to: 0x50000 + 400, lui: 1 },
      ],
      held: [A1],
      blind: true,
    });
  });

  test("of a debug call: the text, where the item itself has ended it", () => {
    const text = [lui(A0, 0x40000), li(A7, 0x41), op(SD, 0, A0, A7, 0), li(A7, 2177), ecall];
    expect(found(text)?.accesses).toContainEqual({ from: 0x40000, to: 0x40008, lui: 0 });
    expect(found(text.toSpliced(2, 1))).toBeUndefined();
    // All eight bytes are ones: the text goes on behind them.
    expect(found(text.with(1, li(A7, -1)))).toBeUndefined();
  });

  test.each<[string, Op[]]>([
    ["an unknown address", [op(LD, VALUE, BASE, 0, 0)]],
    ["an address that was multiplied out of reach", [lui(BASE, 0x23000), op(XOR, BASE, BASE, VALUE, 0), op(LD, VALUE, BASE, 0, 0)]],
    ["a call with an unknown number", [ecall]],
  ])("are unknown: %s", (_, ops) => {
    expect(found(ops)).toBeUndefined();
  }); // prettier-ignore
});

describe("an item sees where data stands", () => {
  test.each<[string, boolean, Op[]]>([
    ["access through a pointer", true, [op(LD, VALUE, POINTER, 0, 8)]],
    ["a mask of its low bits, which stay", true, [op(ANDI, VALUE, POINTER, 0, 2047)]],
    ["a mask of all but the low bits", false, [op(ANDI, VALUE, POINTER, 0, -8)]],
    ["a pointer that is added", false, [op(ADD, VALUE, POINTER, OTHER, 0)]],
    ["a pointer that is stored", false, [op(SD, 0, POINTER, POINTER, 0)]],
    ["a pointer that is loaded over", false, [op(LD, POINTER, POINTER, 0, 0)]],
    ["a pointer that is moved by a constant", false, [op(ADDI, POINTER, POINTER, 0, 8)]],
    ["an address that is stored", false, [lui(BASE, 0x23000), op(SD, 0, BASE, BASE, 0)]],
    ["an address that is computed with first", false, [lui(BASE, 0x23000), op(XOR, VALUE, BASE, OTHER, 0), op(LD, OTHER, BASE, 0, 0)]],
    ["a number that is no address", true, [lui(BASE, 0x23000), op(XOR, VALUE, BASE, OTHER, 0)]],
  ])("%s: blind %s", (_, blind, ops) => {
    expect(found(ops)?.blind).toBe(blind);
  }); // prettier-ignore

  test("a pointer that is set to another address", () => {
    expect(found([lui(POINTER, 0x30000), op(ADDIW, POINTER, POINTER, 0, -1)])).toMatchObject({
      pointers: [{ register: POINTER, address: 0x2ffff, lui: 0 }],
      held: [],
      blind: true,
    });
  });
});

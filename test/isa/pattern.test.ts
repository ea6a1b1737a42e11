import { expect, test } from "vitest";
import { extractField, fieldRange, insertField, parsePattern } from "../../src/isa/pattern.ts";

// Expected values are worked out by hand from the manual's picture of each format.

test("fixed bits give mask and match", () => {
  const { length, mask, match, fields } = parsePattern("0000001 rs2 rs1 000 rd 0110011");
  expect({ length, mask, match }).toEqual({ length: 4, mask: 0xfe00707f, match: 0x02000033 });
  expect(fields.map(({ name }) => name)).toEqual(["rs2", "rs1", "rd"]);
});

test("an immediate may be scattered over the word", () => {
  const [imm] = parsePattern("imm[12|10:5] rs2 rs1 000 imm[4:1|11] 1100011").fields;
  expect(fieldRange(imm)).toEqual({ min: -4096, max: 4094 });
  expect(insertField(imm, -4096)).toBe(0x80000000);
  expect(insertField(imm, 2048)).toBe(0x00000080);
  expect(insertField(imm, 30)).toBe(0x00000f00);
  expect(insertField(imm, 2016)).toBe(0x7e000000);
  expect(extractField(imm, 0xfe000fe3)).toBe(-2);
});

test("three-bit registers are x8 to x15", () => {
  const [rd] = parsePattern("100 0 11 rd' 00 rs2' 01").fields;
  expect(fieldRange(rd)).toEqual({ min: 8, max: 15 });
  expect(insertField(rd, 15)).toBe(0x380);
  expect(extractField(rd, 0x080)).toBe(9);
});

test("unsigned immediates, shift amounts and forbidden values", () => {
  const { fields } = parsePattern("011 nzimm[17] rd!={0,2} nzimm[16:12] 01");
  expect(fields.map(({ name, forbidden }) => [name, forbidden])).toEqual([
    ["imm", [0]],
    ["rd", [0, 2]],
  ]);
  const [uimm] = parsePattern("111 uimm[5:3|8:6] rs2 10").fields;
  expect(fieldRange(uimm)).toEqual({ min: 0, max: 504 });
  const [shamt] = parsePattern("010000 shamt[5:0] rs1 101 rd 0010011").fields;
  expect({ ...fieldRange(shamt), name: shamt.name }).toEqual({ min: 0, max: 63, name: "imm" });
});

test("a mistake in a pattern is reported", () => {
  expect(() => parsePattern("0000 rd")).toThrow("has 9 bits");
  expect(() => parsePattern("0000001 rs9 rs1 000 rd 0110011")).toThrow('unknown token "rs9"');
});

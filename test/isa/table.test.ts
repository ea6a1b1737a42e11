import { describe, expect, test } from "vitest";
import { Instruction } from "../../src/isa/table.ts";
import {
  decode,
  findInstruction,
  INSTRUCTIONS,
  instructionsNamed,
  operandField,
  registerNumber,
} from "../../src/isa/index.ts";

describe("every row", () => {
  test("has a name, a pattern and operands in order, a length, and a place of its own", () => {
    for (const [index, row] of INSTRUCTIONS.entries()) {
      expect({ key: row.key, index: row.index }).toEqual({ key: row.key, index });
      expect(row.name).toMatch(/^(c\.)?[a-z][a-z0-9]*(\.[a-z]+)?$/);
      expect(row.length).toBe(row.extension === "C" ? 2 : 4);
      expect(row.name.startsWith("c.")).toBe(row.extension === "C");
      expect((row.match & row.mask) >>> 0).toBe(row.match);
      expect((row.match & 3) === 3).toBe(row.length === 4);
    }
    expect(new Set(INSTRUCTIONS.map(({ key }) => key)).size).toBe(INSTRUCTIONS.length);
  });

  test("states every bit once: fixed, or in one field", () => {
    const wrong = INSTRUCTIONS.filter(({ mask, fields, length }) => {
      const pieces = fields.flatMap((field) => field.pieces);
      const bits = pieces.map(({ at, mask: ones }) => (ones << at) >>> 0);
      const sum = bits.reduce((total, piece) => total + piece, mask);
      return sum !== 2 ** (8 * length) - 1 || bits.reduce((all, piece) => (all | piece) >>> 0, mask) !== sum;
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test("names in its operands only its fields, and all of them but ordering bits and fm", () => {
    const wrong = INSTRUCTIONS.filter(({ operands, field }) => {
      const named = (operands.match(/[a-z][a-z0-9]*/g) ?? []).filter((token) => registerNumber(token) === undefined);
      const fields = [...field.keys()].filter((name) => name !== "aq" && name !== "rl" && name !== "fm");
      return named.map(operandField).toSorted().join() !== fields.toSorted().join();
    });
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });

  test("is found by its name, HINT forms after the working one", () => {
    for (const row of INSTRUCTIONS) expect(instructionsNamed(row.name)).toContain(row);
    expect(instructionsNamed("c.addi").map(({ hint }) => hint)).toEqual([false, true]);
    expect(instructionsNamed("fmadd.s")).toEqual([]);
  });

  test("that stands for another takes its cost and its meaning", () => {
    const compressed = INSTRUCTIONS.filter(({ extension }) => extension === "C");
    expect(compressed.filter(({ base }) => base.extension === "C")).toEqual([]);
    expect(compressed.filter((row) => row.cost !== row.base.cost || row.meaning !== row.base.meaning)).toEqual([]);
  });
});

test("the rows that end a block are those that may go on elsewhere", () => {
  const names = INSTRUCTIONS.filter(({ endsBlock, base }) => endsBlock && base.extension === "I").map(
    ({ name }) => name,
  );
  expect(names.toSorted()).toEqual(
    "beq bge bgeu blt bltu bne c.beqz c.bnez c.ebreak c.j c.jalr c.jr ebreak ecall jal jalr".split(" "),
  );
});

// reference/ckb-vm/cycles.md 1; everything else costs 1.
const COSTS: Record<string, number> = {};
function cost(cycles: number, names: string): void {
  for (const name of names.split(" ")) COSTS[name] = cycles;
}
cost(500, "ecall ebreak c.ebreak");
cost(32, "div divu divw divuw rem remu remw remuw");
cost(5, "mul mulh mulhu mulhsu mulw");
cost(4, "lr.w sc.w amoswap.w amoadd.w amoxor.w amoand.w amoor.w amomin.w amomax.w amominu.w amomaxu.w");
cost(3, "lr.d sc.d amoswap.d amoadd.d amoxor.d amoand.d amoor.d amomin.d amomax.d amominu.d amomaxu.d");
cost(3, "jal jalr beq bne blt bge bltu bgeu lb lh lw lbu lhu lwu sb sh sw");
cost(3, "c.j c.jr c.jalr c.beqz c.bnez c.lw c.lwsp c.sw c.swsp");
cost(2, "ld sd c.ld c.ldsp c.sd c.sdsp");

test("costs are those of ckb-vm's estimate", () => {
  const costs = Object.fromEntries(INSTRUCTIONS.map((row) => [row.name, row.cost]));
  const expected = Object.fromEntries(INSTRUCTIONS.map(({ name }) => [name, COSTS[name] ?? 1]));
  expect(costs).toEqual(expected);
  expect(Object.keys(COSTS).filter((name) => instructionsNamed(name).length === 0)).toEqual([]);
});

// reference/ckb-vm/decode.md 6: the forms that are invalid in version 0 and do nothing from version 1 on.
test.each([
  ["c.nop", 0x0005],
  ["c.addi", 0x0501],
  ["c.li", 0x4005],
  ["c.lui", 0x6005],
  ["c.slli", 0x0006],
  ["c.slli64", 0x0502],
  ["c.mv", 0x802a],
  ["c.add", 0x902a],
])("%s has a HINT form", (name, word) => {
  expect(findInstruction(word)).toMatchObject({ name, hint: true, base: { name: "addi" } });
});

// The same section: no-ops in every version.
test.each([
  ["c.srli64", 0x8001],
  ["c.srai64", 0x8401],
  ["c.nop", 0x0001],
])("%s does nothing in every version", (name, word) => {
  expect(findInstruction(word)).toMatchObject({ name, hint: false, base: { name: "addi" } });
});

test("fp is another name of s0", () => {
  expect([registerNumber("fp"), registerNumber("s0"), registerNumber("s1")]).toEqual([8, 8, 9]);
});

describe("a row with a mistake is refused", () => {
  const block = {
    name: "addq",
    extension: "I",
    pattern: "imm[11:0] rs1 000 rd 0010011",
    operands: "rd, rs1, imm",
  } as const;
  const meaning = (): void => {};

  test.each([{}, { cost: 1 }, { meaning }])("without meaning or cost: it has %o", (rest) => {
    expect(() => new Instruction({ ...block, ...rest }, 0, [])).toThrow("addq has no meaning");
  });

  test("that stands for what is not there", () => {
    const whole = new Instruction({ ...block, cost: 1, meaning }, 0, []);
    const other = { ...block, expandsTo: "addx rd, rs1, imm" };
    const message = '"addx rd, rs1, imm" stands for an unknown instruction';
    expect(() => new Instruction(other, 1, [whole])).toThrow(message);
  });
});

// Words by the formats of the unprivileged manual's chapter "C": all registers x8, offsets 0.
test.each([
  ["c.sw", 0xc000, { rd: 32, rs1: 8, rs2: 8 }],
  ["c.beqz", 0xc001, { rd: 32, rs1: 8, rs2: 0 }],
  ["c.lw", 0x4000, { rd: 8, rs1: 8, rs2: 0 }],
  ["c.jr", 0x8402, { rd: 32, rs1: 8, rs2: 0 }],
  ["c.li", 0x4401, { rd: 8, rs1: 0, rs2: 0 }],
])("%s has no register where it names none", (name, word, registers) => {
  expect(decode(word, 0, 2)).toMatchObject({ instruction: { name }, ...registers, imm: 0 });
});

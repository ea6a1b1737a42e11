import { expect, test } from "vitest";
import { generateCase } from "../../../src/generate/index.ts";
import { FUSION_RULES, INSTRUCTIONS } from "../../../src/isa/index.ts";
import { LAWS } from "../../../src/laws/index.ts";
import { cellName, CELL_FAMILIES, Coverage, firstCell, ReferenceTarget } from "../../../src/targets/index.ts";

/** Names of the possible cells of a family that begin with `start`. */
function possible(name: string, start: string): string[] {
  const family = CELL_FAMILIES.find((each) => each.name === name);
  if (family === undefined) throw new Error(`there is no family ${name}`);
  return Array.from({ length: family.cells }, (_, cell) => cell)
    .filter((cell) => family.possible(cell))
    .map((cell) => cellName(family, cell))
    .filter((cell) => cell.startsWith(start));
}

/** The possible register patterns of a row. */
function patterns(row: string): string[] {
  return possible("registers", `${row}, `).map((name) => name.slice(row.length + 2));
}

test("cells of one family have different names", () => {
  for (const { name } of CELL_FAMILIES) {
    const names = possible(name, "");
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("registers: only patterns that an encoding can have", () => {
  expect(patterns("add")).toEqual(["rd = x0", "rd = rs1", "rd = rs2", "rs1 = rs2", "all equal", "all different"]);
  expect(patterns("addi")).toEqual(["rd = x0", "rd = rs1", "all different"]);
  expect(patterns("lui")).toEqual(["rd = x0", "all different"]);
  expect(patterns("sd")).toEqual(["rs1 = rs2", "all different"]);
  // One field for rd and rs1, which is never x0.
  expect(patterns("c.addi")).toEqual(["rd = rs1"]);
  expect(patterns("c.add")).toEqual(["rd = rs1", "all equal"]);
  expect(patterns("c.sub")).toEqual(["rd = rs1", "all equal"]);
  // The link register is ra, which c.jalr can jump to as well.
  expect(patterns("c.jalr")).toEqual(["rd = rs1", "all different"]);
  // sp can be loaded from where it points to.
  expect(patterns("c.ldsp")).toEqual(["rd = rs1", "all different"]);
  expect(patterns("fence")).toEqual([]);
  expect(patterns("ecall")).toEqual([]);
});

test("operands: only registers that the instruction reads", () => {
  expect(possible("operands", "add, ")).toHaveLength(22);
  expect(possible("operands", "addi, ")).toHaveLength(11);
  expect(possible("operands", "lui, ")).toHaveLength(0);
  expect(possible("operands", "c.li, ")).toHaveLength(0);
  expect(possible("operands", "c.sdsp, ")).toHaveLength(22);
  expect(possible("operands", "WIDE_MUL, ")).toHaveLength(22);
});

test("operand pairs: every pair of eight values but two others, of rows that compute with two registers or compare them", () => {
  for (const row of ["add", "divw", "beq", "c.add", "c.sub", "WIDE_DIV"]) {
    expect(possible("operand pairs", `${row}, `)).toHaveLength(63);
  }
  // One register, or x0 as the other; an address.
  for (const row of ["addi", "lui", "c.mv", "c.beqz", "sd", "amoadd.w", "c.sdsp"]) {
    expect(possible("operand pairs", `${row}, `)).toEqual([]);
  }
});

test("accesses: one byte is always aligned, and never over a border", () => {
  expect(possible("accesses", "load 1, misaligned")).toEqual([]);
  expect(possible("border accesses", "load 1")).toEqual([]);
  expect(possible("accesses", "load 2, misaligned")).toHaveLength(7);
  expect(possible("border accesses", "amo 8, from outside")).toEqual([]);
  expect(possible("border accesses", "amo 8, from dirty")).toHaveLength(7);
});

test("dependencies: the first writes a register, the second reads one", () => {
  expect(possible("dependencies", "sd writes")).toEqual([]);
  expect(possible("dependencies", "beq writes")).toEqual([]);
  expect(possible("dependencies", "add writes, lui reads")).toEqual([]);
  expect(possible("dependencies", "add writes, sd reads")).toHaveLength(1);
});

test("cuts before: nothing is inside an instruction of one cycle", () => {
  expect(possible("cuts before", "add, ")).toEqual(["add, no page, on the border"]);
  // ld costs two cycles, lw three.
  expect(possible("cuts before", "ld, dirty, ")).toEqual(["ld, dirty, on the border", "ld, dirty, one cycle short"]);
  expect(possible("cuts before", "lw, dirty, ")).toHaveLength(3);
  expect(possible("cuts before", "lw, no page")).toEqual([]);
  expect(possible("cuts before", "WIDE_DIV, ")).toHaveLength(3);
});

test("cuts after: a page that was stored to is dirty, and only ecall passes the limit", () => {
  expect(possible("cuts after", "sd, untouched")).toEqual([]);
  expect(possible("cuts after", "sd, source")).toEqual([]);
  expect(possible("cuts after", "sc.d, untouched")).toEqual([]);
  expect(possible("cuts after", "sd, dirty")).toHaveLength(2);
  expect(possible("cuts after", "lr.d, untouched")).toHaveLength(2);
  expect(possible("cuts after", "ecall")).toHaveLength(3);
});

test("every row of the table and every fusion rule can be cut at", () => {
  const rows = new Set(possible("cuts before", "").map((name) => name.split(", ")[0]));
  expect(rows.size).toBe(INSTRUCTIONS.length + FUSION_RULES.length);
});

test("no random case hits a cell that is called impossible", async () => {
  const coverage = new Coverage();
  const targets = [new ReferenceTarget({ coverage })];
  for (let k = 0; k < 150; k++) {
    for (const law of LAWS.filter(({ targetsMin = 1 }) => targetsMin === 1))
      await law.check(generateCase(5n, k), targets);
  }
  const impossible: string[] = [];
  let hit = 0;
  for (const family of CELL_FAMILIES) {
    for (let cell = 0; cell < family.cells; cell++) {
      if (coverage.hits(firstCell(family) + cell) === 0) continue;
      if (family.possible(cell)) hit++;
      else impossible.push(`${family.name}: ${cellName(family, cell)}`);
    }
  }
  expect(impossible).toEqual([]);
  expect(hit).toBeGreaterThan(2000);
});

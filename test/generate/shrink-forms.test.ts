import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD } from "../../src/case/index.ts";
import { generateCase, measure, shrinkCase, type GeneratedCase } from "../../src/generate/index.ts";
import { rebuildCase } from "../../src/generate/case.ts";
import { loadConstant, loadNumber } from "../../src/generate/constant.ts";
import { op, row, type Op } from "../../src/generate/op.ts";
import type { GeneratedProgram, Item } from "../../src/generate/program.ts";
import { dataAtZero } from "../../src/generate/shrink/data-at-zero.ts";
import { simplerFaults } from "../../src/generate/shrink/faults.ts";
import { simplerJumps } from "../../src/generate/shrink/forms.ts";
import { BEGIN, type Pass } from "../../src/generate/shrink/pass.ts";
import { simplerSources } from "../../src/generate/shrink/sources.ts";
import { mustEnd, runWhole } from "./run.ts";

const [ADDI, AUIPC, DIVU, ECALL, JAL, JALR] = ["addi", "auipc", "divu", "ecall", "jal", "jalr"].map(row);
const [LD, ORI, REMU, SD, C_JR] = ["ld", "ori", "remu", "sd", "c.jr"].map(row);
const [S1, A0, A7, T1] = [9, 10, 17, 6];
/** Adds 1 to a0, which the exit shows; or so much that it cannot be overlooked. */
const COUNT = op(ADDI, A0, A0, 0, 1);
const SKIPPED = op(ADDI, A0, A0, 0, 100);
const FUNCTION = 1_000_000;

function item(id: number, kind: Item["kind"], ops: readonly Op[], target = -1): Item {
  return { id, kind, ops, target, extraCycles: 0, family: "compute" };
}

/** A case of these items in the usual world, with code at 0x10000. */
function whole(
  items: readonly Item[],
  parts: Partial<GeneratedProgram> = {},
  intent: GeneratedCase["intent"] = "exit",
): GeneratedCase {
  const plain = generateCase(1, 0, { intents: { exit: 1 }, size: 10, families: ["compute"] });
  const place = { base: 0x10000, codeRoom: 0x10000, lead: new Uint8Array(0), functions: "behind" } as const;
  const others = { pointers: [], data: [], dataBeforeCode: 0, exitCode: undefined };
  const program = { ...plain.program, ...place, ...others, items, ...parts };
  return rebuildCase({ ...plain, intent }, program, { ...DEFAULT_WORLD, args: [], sources: [] }, []);
}

function smallerBy(pass: Pass, checked: GeneratedCase): GeneratedCase[] {
  const size = measure(checked);
  return [...pass(checked, BEGIN)].map(({ smaller }) => smaller).filter((smaller) => measure(smaller) < size);
}

/** The names of the instructions of all items, in their order. */
function names({ program }: GeneratedCase): string {
  return program.items.flatMap(({ ops }) => ops.map(({ instruction }) => instruction?.name)).join(" ");
}

async function smallest(checked: GeneratedCase, fails: (smaller: GeneratedCase) => boolean): Promise<GeneratedCase> {
  expect(fails(checked)).toBe(true);
  const result = await shrinkCase(checked, fails);
  expect(result.complete).toBe(true);
  return result.smallest;
}

describe("a jump to where no code is", () => {
  const odd = item(0, "fault", [...loadConstant(T1, (1n << 48n) | 1n), op(JALR, 0, T1, 0, 0)]);

  test("goes by x0, to an even address and to an odd one", () => {
    const smaller = smallerBy(simplerFaults, whole([odd], {}, "fault"));
    expect(smaller.map(names)).toEqual(smaller.map(() => "jalr"));
    expect(new Set(smaller.map(({ program }) => program.items[0].ops[0].imm))).toEqual(new Set([0, 1]));
    for (const each of smaller) mustEnd(each, "fault");
  });

  const far = [op(AUIPC, T1, 0, 0, 0), op(ADDI, T1, T1, 0, 0), op(ORI, T1, T1, 0, 1), op(C_JR, 0, T1, 0, 0)];

  test("may stand for any jump through a register where a program is to fault, and nowhere else", () => {
    const items = [item(0, "branch", far, 2), item(1, "code", [SKIPPED]), { ...odd, id: 2 }];
    const faults = (checked: GeneratedCase) =>
      smallerBy(simplerFaults, checked).filter(({ program }) => program.items[0].kind === "fault");
    const checked = whole(items, {}, "fault");
    expect(faults(checked).length).toBeGreaterThan(0);
    for (const each of faults(checked)) mustEnd(each, "fault");
    expect(faults({ ...checked, intent: "exit" })).toEqual([]);
    // Without W^X, the first page may hold instructions that a program has stored.
    expect(faults({ ...checked, world: { ...checked.world, writeXorExecute: false } })).toEqual([]);
  });

  test("whatever is left out of one that has a target, it arrives there", () => {
    const checked = whole([item(0, "branch", far, 2), item(1, "code", [SKIPPED]), item(2, "code", [COUNT])]);
    const smaller = smallerBy(simplerJumps, checked);
    for (const each of [checked, ...smaller]) expect(runWhole(each).stop).toEqual({ kind: "exit", code: 1 });
    const jumps = smaller.map(({ program }) => program.items[0].ops);
    const isOdd = (ops: readonly Op[]) => ops.length === 3 && ops[2].instruction === JALR && ops[2].imm === 1;
    expect(jumps.some(isOdd)).toBe(true);
  });

  test("calls become jumps to what is behind them, and what they call goes", () => {
    const call = (id: number) => item(id, "call", [op(JAL, 1, 0, 0, 0)], FUNCTION);
    const body = [item(FUNCTION, "function", [op(JALR, 0, 1, 0, 0)]), item(FUNCTION + 1, "code", [SKIPPED])];
    const checked = whole([call(0), item(1, "code", [COUNT]), call(2), item(3, "code", [COUNT]), ...body]);
    expect(runWhole(checked).stop).toEqual({ kind: "exit", code: 202 - 256 });
    const left = smallerBy(simplerJumps, checked).filter(({ program }) => program.items.length === 4);
    expect(left.length).toBeGreaterThan(0);
    for (const each of left) {
      expect(names(each)).toBe("jal addi jal addi");
      // The links are those that the calls left: x1 has one.
      expect(each.program.items.filter(({ kind }) => kind === "branch").map(({ ops }) => ops[0].rd)).toEqual([1, 1]);
      expect(runWhole(each).stop).toEqual({ kind: "exit", code: 2 });
    }
  });
});

describe("what is read", () => {
  // Fused only with the same operands: changing one of them alone takes the sequence apart.
  const pair = [item(1, "code", [op(DIVU, A0, T1, S1, 0)]), item(2, "code", [op(REMU, S1, T1, S1, 0)])];

  test("is read from x0 and sp by all at once, without what set it", async () => {
    const checked = whole([item(0, "code", [op(ADDI, T1, 0, 0, 7)]), ...pair]);
    const isPair = ({ program: { items } }: GeneratedCase) => {
      const [divu, remu] = ["divu", "remu"].map((name) =>
        items.find(({ ops }) => ops[0].instruction?.name === name)?.ops.at(0),
      );
      if (!divu || !remu) return false;
      // A dividend other than 0 by 0: what they have without an instruction is sp and x0.
      return divu.rs1 === remu.rs1 && divu.rs2 === remu.rs2 && divu.rs1 !== 0 && divu.rs2 !== divu.rs1;
    };
    const found = await smallest(checked, isPair);
    expect(names(found)).toBe("divu remu");
    expect(found.program.items.map(({ ops: [{ rs1, rs2 }] }) => [rs1, rs2])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  test("of an access, or of the foot of a loop, stays what it is", () => {
    const loop = [
      item(0, "loop", loadNumber(T1, 3)),
      item(1, "code", [op(ADDI, A0, T1, 0, 0)]),
      item(2, "end", [op(ADDI, T1, T1, 0, -1), op(row("bne"), 0, T1, 0, 0)], 0),
      item(3, "access", [op(LD, S1, S1, 0, 8)]),
    ];
    const checked = whole(loop);
    mustEnd(checked, "exit");
    expect(smallerBy(simplerSources, checked)).toEqual([]);
  });
});

describe("what is in memory", () => {
  test("goes to address 0 with all that reads it", () => {
    const bytes = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
    const data = [{ writable: true, address: 0x27ffe, fileBytes: 9, memoryBytes: 9, patches: [{ offset: 0, bytes }] }];
    const checked = whole([item(0, "access", [...loadNumber(T1, 0x27fff), op(LD, A0, T1, 0, 0)])], { data });
    const exitOf = (each: GeneratedCase) => runWhole(each).state.registers?.[A0];
    // The 8 bytes behind the first, in little endian.
    expect(exitOf(checked)).toBe(0x0908_0706_0504_0302n);
    const smaller = smallerBy(dataAtZero, checked);
    expect(smaller.length).toBeGreaterThan(0);
    for (const each of smaller) {
      expect(names(each)).toBe("ld");
      expect(each.program.data[0].address).toBe(0);
      expect(exitOf(each)).toBe(0x0908_0706_0504_0302n);
    }
  });

  test("stays where it is while code is in the first page", () => {
    const data = [{ writable: true, address: 0x27000, fileBytes: 8, memoryBytes: 8, patches: [] }];
    const access = item(0, "access", [...loadNumber(T1, 0x27000), op(LD, A0, T1, 0, 0)]);
    expect(smallerBy(dataAtZero, whole([access], { data, base: 0 }))).toEqual([]);
  });

  test("is stored by one store of the many before a call that faults", async () => {
    const stores = Array.from({ length: 6 }, (_, k) => op(SD, 0, T1, A7, 8 * k));
    const odd = [...loadNumber(T1, 0x60000), ...loadConstant(A7, 0x1234_5678_9abc_def1n)];
    const checked = whole([item(0, "fault", [...odd, ...stores, op(row("ebreak"), 0, 0, 0, 0)])], {}, "fault");
    const pages = [0, 0x60];
    const isStored = (each: GeneratedCase) => {
      const { memory } = runWhole(each).state;
      // As data it would need no instruction.
      if (!names(each).includes("sd")) return false;
      return pages.some((page) => ((memory?.pageView(page)[8] ?? 0) & 1) === 1);
    };
    const found = await smallest(checked, isStored);
    expect(names(found)).toBe("addi sd");
    expect(found.program.items[0].ops[1]).toMatchObject({ rs1: 0, imm: 8 });
  });

  test("of a segment of functions is a segment of data", async () => {
    const body = [item(FUNCTION, "function", [op(JALR, 0, 1, 0, 0)])];
    const isApart = ({ program: { functions, items, data } }: GeneratedCase) =>
      data.length > 0 || (typeof functions === "number" && items.some(({ kind }) => kind === "function"));
    const found = await smallest(whole(body, { functions: 0x18000 }), isApart);
    expect(found.program).toMatchObject({ items: [], functions: "behind" });
    expect(found.program.data).toHaveLength(1);
    mustEnd(found, "exit");
  });

  test("that a call may load is a page of data, behind the code where that is in the first page", async () => {
    const call = item(0, "system", [...loadNumber(A7, 2042), op(ECALL, 0, 0, 0, 0)]);
    const isLoaded = ({ program: { base, items, data } }: GeneratedCase) =>
      base === 0 && (items.some(({ kind }) => kind === "system") || data.some(({ fileBytes }) => fileBytes === 4096));
    const found = await smallest(whole([call], { base: 0 }), isLoaded);
    expect(found.program.items).toEqual([]);
    expect(found.program.data.map(({ address }) => address)).toEqual([0x10000]);
    mustEnd(found, "exit");
  });
});

describe("where it is cut and where it stands", () => {
  test("a cut stays behind its instruction when a call before it goes, whatever that charged", async () => {
    const call = item(0, "system", [...loadNumber(A7, 2042), op(ECALL, 0, 0, 0, 0)]);
    // Nobody knows what it charges: 5000 cycles at the most.
    const set = item(1, "code", [op(ADDI, S1, 0, 0, 5)]);
    const plain = whole([{ ...call, extraCycles: 5000 }, set]);
    // addi 1, ecall 500, addi 1.
    const checked = { ...plain, cuts: [502n] };
    const isHandedOver = (each: GeneratedCase) => {
      const [cut] = each.cuts;
      if (cut === undefined) return false;
      const { state, stop } = runWhole({ ...each, budget: cut });
      return stop.kind === "budget" && state.registers?.[S1] !== 0n;
    };
    const found = await smallest(checked, isHandedOver);
    expect(names(found)).toBe("addi");
    expect(found.cuts).toEqual([1n]);
  });

  test("a pointer that nothing uses keeps no code where it is, and goes for as many bytes before the code", async () => {
    const pointers = [{ register: 28, address: 1 }];
    const checked = whole([], { base: 0x1ff0, pointers });
    const pointing = await smallest(checked, ({ program }) => program.pointers.length > 0);
    expect(pointing.program.base).toBe(0x10000);
    // Its exit ends where it ended: behind 4 + 8 bytes, so that 4 bytes stand before it now.
    const endsAt = ({ program: { base, lead, pointers: left } }: GeneratedCase) =>
      base + lead.length + 4 * left.length + 8;
    const ending = await smallest(checked, (each) => endsAt(each) % 4096 === endsAt(checked) % 4096);
    expect(ending.program.pointers).toEqual([]);
    mustEnd(ending, "exit");
  });
});

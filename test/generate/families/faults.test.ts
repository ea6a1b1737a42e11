import { expect, test } from "vitest";
import { FAULT_CAUSES } from "../../../src/generate/families/faults.ts";
import { NEAR_ENCODING_FAULTS } from "../../../src/generate/families/fault-near-encodings.ts";
import { generateCase, type CaseOptions } from "../../../src/generate/index.ts";
import { baseOp } from "../../../src/generate/op.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../../../src/isa/index.ts";
import { runWhole } from "../run.ts";

const NEAR = new Set(NEAR_ENCODING_FAULTS.map(({ name }) => name));

/** The causes met, each of which gave the fault that it names; programs that are refused when loaded are left out. */
function meet(count: number, options: CaseOptions): Set<string> {
  const met = new Set<string>();
  for (let k = 0; k < count; k++) {
    const generated = generateCase(8, k, { intents: { fault: 1 }, size: 30, ...options });
    const item = generated.program.items.find(({ kind }) => kind === "fault");
    if (!item) continue;
    const cause = FAULT_CAUSES.find(({ name }) => name === item.note);
    expect(runWhole(generated).stop, `${generated.provenance}: ${item.note}`).toMatchObject({
      kind: "fault",
      fault: { name: cause?.fault },
    });
    met.add(item.note ?? "");
  }
  return met;
}

test("every cause of a fault is met, and gives the fault it is meant to", () => {
  const met = meet(4000, {});
  for (const name of meet(200, { kinds: [{ systemCalls: [2042] }] })) met.add(name);
  for (const name of meet(600, { kinds: [{ writeXorExecute: false }] })) met.add(name);
  expect(FAULT_CAUSES.map(({ name }) => name).filter((name) => !met.has(name))).toEqual([]);
});

test("each fault has several causes", () => {
  const causes = Map.groupBy(FAULT_CAUSES, ({ fault }) => fault);
  const counts = Object.fromEntries([...causes].map(([fault, { length }]) => [fault, length]));
  expect(Object.keys(counts).toSorted()).toEqual([
    "External",
    "InvalidEcall",
    "InvalidInstruction",
    "MemOutOfBound",
    "MemWriteOnExecutablePage",
  ]);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThanOrEqual(3);
});

const [OP, OP_32, OP_IMM_32, SYSTEM, AMO] = [0x33, 0x3b, 0x1b, 0x73, 0x2f];

/** What is reserved in a word of 32 bits, or of 16, and what a machine that looks less closely takes it for. */
function* reservedIn(word: number): Generator<string> {
  const funct3 = (word >>> 12) & 7;
  const funct7 = word >>> 25;
  const [rd, rs1, rs2] = [(word >>> 7) & 31, (word >>> 15) & 31, (word >>> 20) & 31];
  if ((word & 3) !== 3) {
    if ((word & 0xe003) === 0x4002 && rd === 0) yield "c.lwsp into x0";
    if ((word & 0xe003) === 0x6002 && rd === 0) yield "c.ldsp into x0";
    return;
  }
  const opcode = word & 0x7f;
  if (opcode === OP || opcode === OP_32) yield `funct7 ${funct7 & 1 ? "with" : "without"} its lowest bit, of ${opcode}`;
  if (opcode === OP_IMM_32 && funct3 === 1 && funct7 === 1) yield "slliw with a sixth bit in its amount";
  if (opcode === OP_IMM_32 && funct3 === 5 && (funct7 & ~0x20) === 1)
    yield "srliw or sraiw with a sixth bit in its amount";
  if (opcode === OP_32 && funct7 === 4 && funct3 === 4 && rs2 !== 0) yield "zext.h of two registers";
  if (opcode === SYSTEM && funct3 === 0 && rs2 < 2 && funct7 === 0) {
    yield `${rs2 === 0 ? "ecall" : "ebreak"} with ${rd !== 0 ? "rd" : "no rd"} and ${rs1 !== 0 ? "rs1" : "no rs1"}`;
  }
  if (opcode === AMO) yield `an atomic of width ${funct3}`;
}

test("words that are almost an instruction differ from it in every part", () => {
  const met = new Set<string>();
  for (let k = 0; k < 12_000; k++) {
    const options: CaseOptions = { intents: { fault: 1 }, size: 1, isa: ISA_A | ISA_B, families: ["compute"] };
    const item = generateCase(9, k, options).program.items.find(({ kind }) => kind === "fault");
    if (!NEAR.has(item?.note ?? "")) continue;
    for (const what of reservedIn(item?.ops[0].imm ?? 0)) met.add(what);
  }
  for (const what of [
    "c.lwsp into x0",
    "c.ldsp into x0",
    "slliw with a sixth bit in its amount",
    "srliw or sraiw with a sixth bit in its amount",
    "zext.h of two registers",
    "ecall with rd and no rs1",
    "ecall with no rd and rs1",
    "ecall with rd and rs1",
    "ebreak with rd and no rs1",
    "ebreak with no rd and rs1",
    "ebreak with rd and rs1",
    ...[OP, OP_32].flatMap((opcode) => ["with", "without"].map((how) => `funct7 ${how} its lowest bit, of ${opcode}`)),
    ...[0, 1, 4, 5, 6, 7].map((funct3) => `an atomic of width ${funct3}`),
  ])
    expect(met).toContain(what);
});

test("jumps out of memory lead to where more than 31, 32, 40, 48 and 63 bits are needed", () => {
  const met = new Set<string>();
  for (let k = 0; k < 3000; k++) {
    const generated = generateCase(10, k, { intents: { fault: 1 }, size: 1 });
    const item = generated.program.items.find(({ kind }) => kind === "fault");
    if (item?.note !== "jump far outside of memory") continue;
    const pc = runWhole(generated).state.pc ?? 0n;
    for (const bit of [31n, 32n, 40n, 48n, 63n]) {
      const border = 1n << bit;
      if (pc >= border - 4n && pc < border) met.add(`below 2^${bit}`);
      if (pc >= border && pc < border + 2n ** 23n) met.add(`from 2^${bit} on`);
    }
  }
  for (const bit of [31, 32, 40, 48, 63]) {
    expect(met).toContain(`below 2^${bit}`);
    expect(met).toContain(`from 2^${bit} on`);
  }
});

test("stores into code begin in the page before it, and what is stored over the end of memory is not all zeros", () => {
  const met = new Set<string>();
  for (let k = 0; k < 6000; k++) {
    const generated = generateCase(12, k, { intents: { fault: 1 }, size: 1, isa: ISA_A | ISA_B });
    const item = generated.program.items.find(({ kind }) => kind === "fault");
    const kind = /^(store|SC|AMO) (into code|over the end of memory)$/.exec(item?.note ?? "");
    const last = item?.ops.at(-1);
    if (!kind || !last) continue;
    const { registers = new BigUint64Array(32) } = runWhole(generated).state;
    const { rs1, rs2, imm } = baseOp(last);
    const address = registers[rs1] + (last.instruction?.field.has("imm") ? BigInt(imm) : 0n);
    if (kind[2] === "into code") {
      if (address < BigInt(generated.program.base & -4096)) met.add(`${kind[1]} from the page before`);
    } else if (registers[rs2] & 0xffn) met.add(`${kind[1]} of something`);
  }
  expect([...met].toSorted()).toEqual([
    "AMO from the page before",
    "AMO of something",
    "SC from the page before",
    "SC of something",
    "store from the page before",
    "store of something",
  ]);
});

test("relative far jumps go by a sum that 32 bits cannot say, from ra to ra too", () => {
  const met = new Set<string>();
  for (let k = 0; k < 3000; k++) {
    const { program } = generateCase(13, k, { intents: { fault: 1 }, size: 1, versions: [2], isa: ISA_MOP });
    const item = program.items.find(({ note }) => note === "far jump over the border of 32 bits");
    const [high, low] = item?.ops ?? [];
    if (!high || !low || high.imm + low.imm >= -(2 ** 31)) continue;
    met.add(`${high.instruction?.name} ${high.rd === 1 && low.rd === 1 ? "by ra" : "by others"}`);
  }
  expect([...met].toSorted()).toEqual(["auipc by others", "auipc by ra", "lui by others", "lui by ra"]);
});

test("without W^X nothing counts on it", () => {
  const met = meet(600, { kinds: [{ writeXorExecute: false }] });
  const protectedOnly = FAULT_CAUSES.filter(({ fault }) => fault === "MemWriteOnExecutablePage");
  for (const { name } of protectedOnly) expect(met).not.toContain(name);
  expect(met.size).toBeGreaterThan(25);
});

test("code goes on where it may not: behind its last page, below address 0, and behind the end of memory", () => {
  const met = new Set<string>();
  const kinds: CaseOptions[] = [{}, { kinds: [{ writeXorExecute: false }] }];
  for (const options of kinds) {
    for (let k = 0; k < 3000; k++) {
      const generated = generateCase(14, k, { intents: { fault: 1 }, size: 1, isa: 0, ...options });
      const { program, world } = generated;
      const item = program.items.find(({ kind }) => kind === "fault");
      const note = item?.note ?? "";
      if (!/last page of the code|below address 0|the memory|over the end of memory$/.test(note)) continue;
      if (/^(load|store|SC|AMO|LR)/.test(note)) continue;
      const { stop, state } = runWhole(generated);
      const { pc = 0n, pageFlags } = state;
      const fault = stop.kind === "fault" ? stop.fault : undefined;
      const where = `${note} of ${generated.provenance}`;
      if (note.includes("last page")) {
        // The page behind is not executable, the one before is (decode.md 1): what ends it was executed, or begins there.
        const page = (pc + 2n) / 4096n;
        expect(fault, `${where}`).toMatchObject({ name: "MemWriteOnExecutablePage", page });
        expect([(pageFlags?.[Number(page) - 1] ?? 0) & 2, (pageFlags?.[Number(page)] ?? 0) & 2], `${where}`).toEqual([
          2, 0,
        ]);
        expect(pc % 4096n, `${where}`).toBe(note.startsWith("an instruction") ? 4094n : 0n);
      } else if (note.includes("below")) {
        expect(pc >= 2n ** 64n - 2n ** 20n, `${where}`).toBe(true);
        expect(fault, `${where}`).toMatchObject({ name: "MemOutOfBound", address: pc });
      } else {
        const size = BigInt(world.memorySize);
        expect(pc, `${where}`).toBe(note.startsWith("an instruction over") ? size - 2n : size);
        expect(fault, `${where}`).toMatchObject({ name: "MemOutOfBound", address: size });
      }
      const last = item?.ops.at(-1)?.instruction?.name ?? "";
      met.add(note.includes("below") ? `${note} by ${last === "jal" ? "a jump" : "a branch"}` : note);
    }
  }
  expect([...met].toSorted()).toEqual([
    "2 bytes end the last page of the code",
    "4 bytes end the last page of the code",
    "an instruction ends with the memory",
    "an instruction over the end of memory",
    "an instruction over the end of the last page of the code",
    "jump back below address 0 by a branch",
    "jump back below address 0 by a jump",
  ]);
});

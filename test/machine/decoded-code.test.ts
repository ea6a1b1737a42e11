import { describe, expect, test } from "vitest";
import { decode, ISA_MOP } from "../../src/isa/index.ts";
import { constantCost, DecodedCode, FLAG_EXECUTABLE, Memory, type Machine } from "../../src/machine/index.ts";
import { decodeBlock, type DecodedBlock } from "../../src/machine/block.ts";
import { bytesOf, CODE, EXIT, ISA_ALL, machineWith, op, type Start } from "./program.ts";

// Blocks that machines hand on to each other: a machine gives what it would give alone, but decodes less.

const more = (imm: number): number => op("addi", { rd: 5, rs1: 5, imm });
const EXITED = { kind: "exit", code: 0 };

function ran(code: readonly number[], start: Start): Machine {
  const machine = machineWith(code, start);
  expect(machine.run()).toEqual(EXITED);
  return machine;
}

/** Code in two parts, the second one at 0x10040. */
function inTwoParts(first: number, second: number): number[] {
  const nop = op("addi");
  return [first, op("jal", { rd: 0, imm: 0x3c }), ...Array.from({ length: 14 }, () => nop), second, ...EXIT];
}

test("what another machine has decoded is not decoded again, on every page that is the same", () => {
  let decoded = 0;
  const parts = {
    decode: (...[word, isa, version]: Parameters<typeof decode>) => {
      decoded++;
      return decode(word, isa, version);
    },
  };
  const shared = new DecodedCode();
  const code = inTwoParts(more(1), more(2));
  const counts = [0, 1, 2].map(() => {
    decoded = 0;
    expect(ran(code, { decoded: shared, parts }).registers[5]).toBe(3n);
    return decoded;
  });
  // Five instructions are executed, and there is nothing behind a jump or a call that is decoded ahead.
  expect(counts).toEqual([5, 0, 0]);
});

test("code that a host has changed between two runs is executed as it is then", () => {
  const shared = new DecodedCode();
  const code = inTwoParts(more(1), more(2));
  ran(code, { decoded: shared });
  const machine = ran(code, { decoded: shared });
  machine.memory.clearFlag(CODE >>> 12, FLAG_EXECUTABLE);
  machine.memory.storeBytes(BigInt(CODE), bytesOf([more(100)]));
  machine.memory.setFlag(CODE >>> 12, FLAG_EXECUTABLE);
  machine.updatePc(BigInt(CODE));
  machine.commitPc();
  expect([machine.run(), machine.registers[5]]).toEqual([EXITED, 3n + 102n]);
});

test("blocks of other code on the same page are not handed on", () => {
  const shared = new DecodedCode();
  const short = [more(1), ...EXIT];
  // Only the second program comes to 0x10040, where both have code.
  const unreached = [...short, ...inTwoParts(0, more(2)).slice(short.length)];
  ran(unreached, { decoded: shared });
  expect(ran(inTwoParts(more(1), more(20)), { decoded: shared }).registers[5]).toBe(21n);
  const there = ran(unreached, { decoded: shared, pc: BigInt(CODE) + 0x40n });
  expect(there.registers[5]).toBe(2n);
});

test("nor are blocks that were decoded before a machine with other code came", () => {
  const shared = new DecodedCode();
  const there = BigInt(CODE) + 0x40n;
  ran(inTwoParts(more(1), more(2)), { decoded: shared, pc: there });
  const other = inTwoParts(op("jal", { rd: 0, imm: 0x44 }), more(20));
  ran(other, { decoded: shared });
  expect(ran(other, { decoded: shared, pc: there }).registers[5]).toBe(20n);
});

test("nor are blocks of a page whose bytes a host has written over past the memory", () => {
  const shared = new DecodedCode();
  const first = ran([more(1), ...EXIT], { decoded: shared });
  // Not to be done, but what it does must stay with the machine to which it is done.
  first.memory.pageView(CODE >>> 12).set(bytesOf([more(100)]));
  expect(ran([more(100), ...EXIT], { decoded: shared }).registers[5]).toBe(100n);
});

test("nor are blocks of a page that its own machine has changed since", () => {
  const shared = new DecodedCode();
  const first = ran([more(1), ...EXIT], { decoded: shared });
  first.memory.clearFlag(CODE >>> 12, FLAG_EXECUTABLE);
  first.memory.storeBytes(BigInt(CODE), bytesOf([more(100)]));
  expect(ran([more(100), ...EXIT], { decoded: shared }).registers[5]).toBe(100n);
});

test("nor are blocks that reach into a page with other code", () => {
  const shared = new DecodedCode();
  for (const imm of [10, 100]) {
    const machine = ran([more(1), more(1), more(imm), ...EXIT], { decoded: shared, at: CODE + 0xff8 });
    expect(machine.registers[5]).toBe(2n + BigInt(imm));
  }
});

test("nor are blocks behind which a fused sequence could go on in another page", () => {
  // The 64th instruction, the last of a block, begins an add with carry (mop.md 5.1) whose last two are on the next page.
  const nops = Array.from({ length: 63 }, () => op("c.addi", { rd: 5, imm: 1 }));
  const head = [
    op("add", { rd: 10, rs1: 10, rs2: 11 }),
    op("sltu", { rd: 11, rs1: 10, rs2: 11 }),
    op("add", { rd: 10, rs1: 10, rs2: 12 }),
  ];
  const tail = [op("sltu", { rd: 12, rs1: 10, rs2: 12 }), op("or", { rd: 11, rs1: 11, rs2: 12 })];
  const shared = new DecodedCode();
  const cycles = [[more(1), more(1)], tail].map((last) => {
    const start = { decoded: shared, version: 1, isa: ISA_ALL | ISA_MOP, at: CODE + 0x1000 - 12 - 2 * 63 } as const;
    return ran([...nops, ...head, ...last, ...EXIT], start).cycles;
  });
  // By hand: 63, five or the one that is fused, addi 1, ecall 500.
  expect(cycles).toEqual([63n + 5n + 501n, 63n + 1n + 501n]);
});

test("a page that only a larger memory has is no page to one that is smaller, whoever ran before", () => {
  // As CKB-VM: the address that cannot be fetched is in the fault, not that of its page.
  const far = { at: 0x5dc008, memorySize: 8 << 20 } as const;
  const jump = [op("lui", { rd: 6, imm: 0x5dc000 }), op("jalr", { rs1: 6, imm: 8 })];
  const outside = { kind: "fault", fault: { name: "MemOutOfBound", address: 0x5dc008n, kind: "Memory" } };
  // The other one ends exactly where the page begins.
  for (const memorySize of [4 << 20, 0x5dc000]) {
    expect(machineWith(jump, { memorySize }).run()).toEqual(outside);
    ran([...EXIT], far);
    expect(machineWith(jump, { memorySize }).run()).toEqual(outside);
  }
});

describe("what is kept is bounded", () => {
  const LENGTH = 64;
  const nops = bytesOf(Array.from({ length: LENGTH }, () => op("addi")));
  const decoded = decodeBlock(machineWith(nops).memory, CODE, { isa: ISA_ALL, version: 2, cost: constantCost });
  /** A block of 64 instructions; nobody looks whether they stand there. */
  const blockAt = (pc: number): DecodedBlock => ({ ...decoded, pc, end: pc + 4 * LENGTH });

  /** A memory of 8 MiB, all of it code, in which a byte of the page at `CODE` has a value. */
  function allCode(value: number): Memory {
    const memory = new Memory(0x80_0000);
    memory.store8(BigInt(CODE), value);
    for (let page = 0; page < memory.pageCount; page++) memory.setFlag(page, FLAG_EXECUTABLE);
    return memory;
  }

  /** Hands over so many blocks of the page at `CODE`, at 1024 addresses in turn; returns how many of it are kept then. */
  function keepMany(code: DecodedCode, memory: Memory, count: number, from = 0): number {
    for (let k = from; k < from + count; k++) {
      code.keep(memory, blockAt(CODE + 2 * (k % 1024)), code.sameIn(memory, CODE >>> 12));
    }
    return code.sameIn(memory, CODE >>> 12)?.blocks.size ?? 0;
  }

  // Some megabytes: 2^15 operations are 512 of these blocks.
  const FEW = 500;
  const FULL = 520;

  test("in operations, and other code on the page has the room again", () => {
    const code = new DecodedCode();
    const [one, other] = [allCode(1), allCode(2)];
    const counts = [keepMany(code, one, FEW), keepMany(code, one, 500, FEW), keepMany(code, other, FEW)];
    expect(counts[0]).toBe(FEW);
    expect(counts[1]).toBeGreaterThan(FEW);
    expect(counts[1]).toBeLessThanOrEqual(FULL);
    expect([counts[2], keepMany(code, one, 1), code.generation]).toEqual([FEW, 1, 2]);
  });

  test("until a million operations have found no room: then all is forgotten once, and what comes is kept", () => {
    const code = new DecodedCode();
    const memory = allCode(1);
    keepMany(code, memory, FULL);
    const refused = 2 ** 20 / LENGTH;
    keepMany(code, memory, refused - FULL);
    expect(code.generation).toBe(0);
    const kept = keepMany(code, memory, 2 * FULL);
    expect([code.generation, kept > FEW, kept <= FULL]).toEqual([1, true, true]);
    keepMany(code, memory, refused - 2 * FULL);
    expect(code.generation).toBe(1);
  });

  test("in pages", () => {
    const code = new DecodedCode();
    const memory = allCode(1);
    const keptOf = (page: number) => code.keep(memory, blockAt(page * 4096), code.sameIn(memory, page));
    const returned = Array.from({ length: 1500 }, (_, page) => keptOf(page));
    const kept = returned.map((_, page) => code.sameIn(memory, page));
    expect(kept.every((each, page) => each === returned[page])).toBe(true);
    const count = kept.filter((each) => each !== undefined).length;
    // Of 500 blocks of 64 operations the pages are not yet too many; of 1500 the operations are.
    expect(count).toBeGreaterThan(FEW);
    expect(count).toBeLessThanOrEqual(FULL);
    const short = new DecodedCode();
    const single = { ...decoded, operations: decoded.operations.slice(0, 1) };
    for (let page = 0; page < 1500; page++)
      short.keep(memory, { ...single, pc: page * 4096, end: page * 4096 + 4 }, undefined);
    const pages = Array.from({ length: 1500 }, (_, page) => page).filter((page) => short.sameIn(memory, page));
    expect(pages.length).toBeGreaterThan(1000);
    expect(pages.length).toBeLessThanOrEqual(1030);
  });
});

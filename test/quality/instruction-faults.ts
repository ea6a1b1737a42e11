import { setUnsigned, setWord } from "../../src/isa/hart.ts";
import { signed, unsigned } from "../../src/isa/index.ts";
import { instructionFault as fault, type SeededFault } from "./fault.ts";

const WORD = 32n;
const LOW = (1n << WORD) - 1n;
const PAGE = 4096;
const NO_RESERVATION = (1n << 64n) - 1n;
/** Small programs, in which every instruction is executed often. */
const COMPUTING = { size: 300, families: ["compute", "constants"] };
const ACCESSING = { size: 300, families: ["constants", "memory", "edges", "atomics"] };

// What is known at the start of a program: all registers are 0 but sp, which is the end of memory less the words for
// argc and argv: 0x3ffff0 in a world of 4 MiB without arguments. So x0 is a zero for nothing and sp a positive number for
// nothing; -1 takes one `addi`, which is nearer to 0 than any `lui`. Memory at address 0 can be accessed from x0, and a
// data segment lets it hold anything, without an instruction.

/** Faults in the meaning of one instruction. */
export const INSTRUCTION_FAULTS: readonly SeededFault[] = [
  // (2^32 - 1)^2 has the low word 1 and the high word 2^32 - 2: the sum in the middle overflows for -1 times -1.
  fault(
    "mulhu",
    "drops the carry of the middle",
    ["addi mulhu"],
    (h, i) => {
      const [al, ah, bl, bh] = [h.x[i.rs1] & LOW, h.x[i.rs1] >> WORD, h.x[i.rs2] & LOW, h.x[i.rs2] >> WORD];
      const middle = ((al * bl) >> WORD) + ((al * bh) & LOW) + ((ah * bl) & LOW);
      h.x[i.rd] = unsigned(ah * bh + ((al * bh) >> WORD) + ((ah * bl) >> WORD) + (middle & 0n));
    },
    COMPUTING,
  ),
  // A negative word, shifted by at least 1: -1 by -1, which means 31.
  fault(
    "sraw",
    "shifts zeros in",
    ["addi sraw"],
    (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] >>> (h.w[2 * i.rs2] & 31)) | 0),
    COMPUTING,
  ),
  // sp shifted by 32 or more is 0.
  fault(
    "srai",
    "takes 5 bits of the amount",
    ["srai"],
    (h, i) => {
      h.x[i.rd] = unsigned(signed(h.x[i.rs1]) >> BigInt(i.imm & 31));
    },
    COMPUTING,
  ),
  // 0 < -1, unsigned.
  fault(
    "sltu",
    "compares signed",
    ["addi sltu"],
    (h, i) => {
      h.x[i.rd] = signed(h.x[i.rs1]) < signed(h.x[i.rs2]) ? 1n : 0n;
    },
    COMPUTING,
  ),
  // A dividend of more than 24 bits: `lui`; sp has 22, and is no small divisor.
  fault(
    "divw",
    "keeps 24 bits of the dividend",
    ["lui divw"],
    (h, i) => {
      const [a, b] = [(h.w[2 * i.rs1] << 8) >> 8, h.w[2 * i.rs2]];
      setWord(h, i.rd, b === 0 ? -1 : Math.trunc(a / b) | 0);
    },
    COMPUTING,
  ),
  // Of anything but 0, which sp is not.
  fault(
    "remu",
    "gives 0 for a zero divisor",
    ["remu"],
    (h, i) => {
      h.x[i.rd] = h.x[i.rs2] === 0n ? 0n : h.x[i.rs1] % h.x[i.rs2];
    },
    COMPUTING,
  ),
  fault(
    "addw",
    "does not extend the sign",
    ["addi addw"],
    (h, i) => setUnsigned(h, i.rd, (h.w[2 * i.rs1] + h.w[2 * i.rs2]) >>> 0),
    COMPUTING,
  ),
  fault(
    "srlw",
    "does not extend the sign",
    ["addi srlw"],
    (h, i) => setUnsigned(h, i.rd, h.u[2 * i.rs1] >>> (h.w[2 * i.rs2] & 31)),
    COMPUTING,
  ),
  fault(
    "sub",
    "takes its operands the other way round",
    ["sub"],
    (h, i) => {
      h.x[i.rd] = h.x[i.rs2] - h.x[i.rs1];
    },
    COMPUTING,
  ),
  fault(
    "rol",
    "by 0 gives 0",
    ["rol"],
    (h, i) => {
      const amount = h.x[i.rs2] & 63n;
      h.x[i.rd] = amount === 0n ? 0n : unsigned((h.x[i.rs1] << amount) | (h.x[i.rs1] >> (64n - amount)));
    },
    COMPUTING,
  ),
  fault(
    "clz",
    "of 0 gives 63",
    ["clz"],
    (h, i) => {
      const value = h.x[i.rs1];
      h.x[i.rd] = value === 0n ? 63n : BigInt(64 - value.toString(2).length);
    },
    COMPUTING,
  ),
  fault(
    "ctzw",
    "of 0 gives 64",
    ["ctzw"],
    (h, i) => {
      const word = h.w[2 * i.rs1];
      setWord(h, i.rd, word === 0 ? 64 : 31 - Math.clz32(word & -word));
    },
    COMPUTING,
  ),
  // A number with a bit in its uppermost byte.
  fault(
    "orc.b",
    "leaves out the uppermost byte",
    ["addi orc.b"],
    (h, i) => {
      let bytes = 0n;
      for (let k = 0n; k < 56n; k += 8n) if ((h.x[i.rs1] >> k) & 0xffn) bytes |= 0xffn << k;
      h.x[i.rd] = bytes;
    },
    COMPUTING,
  ),
  // The lower half word of sp, 0xfff0, is negative.
  fault(
    "sext.h",
    "does not extend the sign",
    ["sext.h"],
    (h, i) => setUnsigned(h, i.rd, h.u[2 * i.rs1] & 0xffff),
    COMPUTING,
  ),
  // sp modulo 64 is 48.
  fault(
    "bset",
    "takes 5 bits of the index",
    ["bset"],
    (h, i) => {
      h.x[i.rd] = h.x[i.rs1] | (1n << (h.x[i.rs2] & 31n));
    },
    COMPUTING,
  ),
  fault(
    "max",
    "compares unsigned",
    ["addi max"],
    (h, i) => {
      h.x[i.rd] = h.x[i.rs1] > h.x[i.rs2] ? h.x[i.rs1] : h.x[i.rs2];
    },
    COMPUTING,
  ),
  fault("lui", "does not extend the sign", ["lui"], (h, i) => setUnsigned(h, i.rd, i.imm >>> 0), COMPUTING),
  fault(
    "auipc",
    "does not extend the sign",
    ["auipc"],
    (h, i) => {
      h.x[i.rd] = BigInt(i.pc) + BigInt(i.imm >>> 0);
    },
    COMPUTING,
  ),
  // The link is written by a jump to the next instruction.
  fault(
    "jal",
    "links 4 bytes behind",
    ["jal"],
    (h, i) => {
      h.x[i.rd] = BigInt(i.pc + i.length + 4);
      h.jump(i);
    },
    { size: 300, families: ["branches", "compute"] },
  ),
  // 0 >= -1, unsigned, is false; something must be jumped over, or both ways end alike.
  fault(
    "bgeu",
    "compares signed",
    ["addi bgeu addi"],
    (h, i) => {
      if (signed(h.x[i.rs1]) >= signed(h.x[i.rs2])) h.jump(i);
    },
    { size: 300, families: ["branches", "compute", "constants"] },
  ),
  // A jump to an odd address: out of the program by a fault on purpose, from x0; or to an instruction that follows, which
  // then takes its address.
  fault(
    "jalr",
    "keeps bit 0 of its target",
    ["jalr", "auipc addi jalr", "lui addiw jalr"],
    (h, i) => {
      const target = unsigned(h.x[i.rs1] + i.imm64);
      h.x[i.rd] = BigInt(i.pc + i.length);
      h.jumpTo(target);
    },
    { size: 100, intents: { fault: 1 }, versions: [1, 2] },
  ),
  // sc without a reservation.
  fault(
    "sc.w",
    "always succeeds",
    ["sc.w"],
    (h, i) => {
      const address = h.address(i);
      h.load32(address);
      h.store32(address, h.w[2 * i.rs2]);
      setWord(h, i.rd, 0);
      h.reservation = NO_RESERVATION;
    },
    ACCESSING,
  ),
  fault(
    "lr.d",
    "reserves nothing",
    ["lr.d"],
    (h, i) => {
      h.load64(h.address(i), i.rd);
      h.reservation = NO_RESERVATION;
    },
    ACCESSING,
  ),
  // Data of -1, which is the smaller one, signed, and sp.
  fault(
    "amominu.d",
    "compares signed",
    ["amominu.d"],
    (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      h.load64(address, 33);
      const old = h.x[33];
      h.x[i.rd] = old;
      h.x[33] = signed(old) < signed(b) ? old : b;
      h.store64(address, 33);
    },
    ACCESSING,
  ),
  // sp, stored at the last byte of a page: `lui` and an offset of -1.
  fault(
    "sd",
    "over a page border stores the first part only",
    ["lui sd"],
    (h, i) => {
      const address = h.address(i);
      const inside = Math.min(8, PAGE - (address % PAGE));
      if (inside === 8) return h.store64(address, i.rs2);
      for (let k = 0; k < inside; k++) h.store8(address + k, Number((h.x[i.rs2] >> BigInt(8 * k)) & 0xffn));
    },
    ACCESSING,
  ),
  // What it loads must not be 0 in the second page: the code itself, from the byte before it, or data.
  fault(
    "ld",
    "over a page border loads the first part only",
    ["lui ld"],
    (h, i) => {
      const address = h.address(i);
      h.load64(address, i.rd);
      const inside = PAGE - (address % PAGE);
      if (inside < 8) h.x[i.rd] &= (1n << BigInt(8 * inside)) - 1n;
    },
    { ...ACCESSING, versions: [1, 2] },
  ),
  // A byte of 128 or more: of data, which needs no instruction.
  fault("lbu", "extends the sign", ["lbu"], (h, i) => setWord(h, i.rd, (h.load8(h.address(i)) << 24) >> 24), ACCESSING),
];

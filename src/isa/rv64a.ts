import { setWord, type Hart, type Operands } from "./hart.ts";
import { extension } from "./instruction.ts";
import { SCRATCH } from "./registers.ts";
import { signed, XLEN_MAX } from "./xlen.ts";

// The reservation is an address and nothing more: its width is not remembered and only SC, reset and resume end it.
// SC always loads and always stores (the old value when it fails), so a failed SC needs write permission and dirties
// its page. An AMO has written rd when its store is refused. (reference/ckb-vm/semantics.md 5)

const NO_RESERVATION = XLEN_MAX;

function storeConditionalWord(h: Hart, i: Operands): void {
  const address = h.address(i);
  const success = h.x[i.rs1] === h.reservation;
  const old = h.load32(address);
  h.store32(address, success ? h.w[2 * i.rs2] : old);
  setWord(h, i.rd, success ? 0 : 1);
  h.reservation = NO_RESERVATION;
}

function storeConditionalDouble(h: Hart, i: Operands): void {
  const address = h.address(i);
  const success = h.x[i.rs1] === h.reservation;
  h.load64(address, SCRATCH);
  h.store64(address, success ? i.rs2 : SCRATCH);
  setWord(h, i.rd, success ? 0 : 1);
  h.reservation = NO_RESERVATION;
}

/** Loads the old doubleword, writes it to rd and returns it; `b`, the rs2 value, is read by the caller before. */
function fetchDouble(h: Hart, address: number, rd: number): bigint {
  h.load64(address, SCRATCH);
  const old = h.x[SCRATCH];
  h.x[rd] = old;
  return old;
}

function storeDouble(h: Hart, address: number, value: bigint): void {
  h.x[SCRATCH] = value;
  h.store64(address, SCRATCH);
}

/** A (unprivileged manual, chapter "A" extension); aq and rl are accepted and mean nothing with one hart. */
export const RV64A = extension("A", [
  {
    name: "lr.w",
    pattern: "00010 aq rl 00000 rs1 010 rd 0101111",
    operands: "rd, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const reserved = h.x[i.rs1];
      setWord(h, i.rd, h.load32(h.address(i)));
      h.reservation = reserved;
    },
  },
  {
    name: "lr.d",
    pattern: "00010 aq rl 00000 rs1 011 rd 0101111",
    operands: "rd, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const reserved = h.x[i.rs1];
      h.load64(h.address(i), i.rd);
      h.reservation = reserved;
    },
  },
  {
    name: "sc.w",
    pattern: "00011 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: storeConditionalWord,
  },
  {
    name: "sc.d",
    pattern: "00011 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: storeConditionalDouble,
  },
  {
    name: "amoswap.w",
    pattern: "00001 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      setWord(h, i.rd, h.load32(address));
      h.store32(address, b);
    },
  },
  {
    name: "amoswap.d",
    pattern: "00001 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      fetchDouble(h, address, i.rd);
      storeDouble(h, address, b);
    },
  },
  {
    name: "amoadd.w",
    pattern: "00000 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, (old + b) | 0);
    },
  },
  {
    name: "amoadd.d",
    pattern: "00000 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, old + b);
    },
  },
  {
    name: "amoxor.w",
    pattern: "00100 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, old ^ b);
    },
  },
  {
    name: "amoxor.d",
    pattern: "00100 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, old ^ b);
    },
  },
  {
    name: "amoand.w",
    pattern: "01100 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, old & b);
    },
  },
  {
    name: "amoand.d",
    pattern: "01100 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, old & b);
    },
  },
  {
    name: "amoor.w",
    pattern: "01000 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, old | b);
    },
  },
  {
    name: "amoor.d",
    pattern: "01000 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, old | b);
    },
  },
  {
    name: "amomin.w",
    pattern: "10000 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, b < old ? b : old);
    },
  },
  {
    name: "amomin.d",
    pattern: "10000 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, signed(b) < signed(old) ? b : old);
    },
  },
  {
    name: "amomax.w",
    pattern: "10100 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, b >= old ? b : old);
    },
  },
  {
    name: "amomax.d",
    pattern: "10100 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, signed(b) >= signed(old) ? b : old);
    },
  },
  {
    name: "amominu.w",
    pattern: "11000 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, b >>> 0 < old >>> 0 ? b : old);
    },
  },
  {
    name: "amominu.d",
    pattern: "11000 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, b < old ? b : old);
    },
  },
  {
    name: "amomaxu.w",
    pattern: "11100 aq rl rs2 rs1 010 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 4,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.w[2 * i.rs2];
      const old = h.load32(address);
      setWord(h, i.rd, old);
      h.store32(address, b >>> 0 >= old >>> 0 ? b : old);
    },
  },
  {
    name: "amomaxu.d",
    pattern: "11100 aq rl rs2 rs1 011 rd 0101111",
    operands: "rd, rs2, (rs1)",
    cost: 3,
    meaning: (h, i) => {
      const address = h.address(i);
      const b = h.x[i.rs2];
      const old = fetchDouble(h, address, i.rd);
      storeDouble(h, address, b >= old ? b : old);
    },
  },
]);

import { equal, lessSigned, lessUnsigned, setUnsigned, setWord } from "./hart.ts";
import { extension } from "./instruction.ts";
import { shiftLeft, shiftRight, shiftRightArithmetic } from "./shift.ts";
import { SHIFT_MASK } from "./xlen.ts";

/** RV64I (unprivileged manual, chapters RV32I and RV64I), with the fence and system forms that CKB-VM accepts. */
export const RV64I = extension("I", [
  {
    name: "lui",
    pattern: "imm[31:12] rd 0110111",
    operands: "rd, upper",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, i.imm),
  },
  {
    name: "auipc",
    pattern: "imm[31:12] rd 0010111",
    operands: "rd, upper",
    cost: 1,
    meaning: (h, i) => h.setNumber(i.rd, i.pc + i.imm),
  },
  {
    name: "jal",
    pattern: "imm[20|10:1|11|19:12] rd 1101111",
    operands: "rd, target",
    cost: 3,
    meaning: (h, i) => {
      h.setNumber(i.rd, i.pc + i.length);
      h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "jalr",
    pattern: "imm[11:0] rs1 000 rd 1100111",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => {
      h.jumpToRegister(i);
      h.setNumber(i.rd, i.pc + i.length);
    },
    // Version 0 writes the link first, so with rd = rs1 the new value is the base.
    meaningVersion0: (h, i) => {
      h.setNumber(i.rd, i.pc + i.length);
      h.jumpToRegister(i);
    },
    endsBlock: true,
  },
  {
    name: "beq",
    pattern: "imm[12|10:5] rs2 rs1 000 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (equal(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "bne",
    pattern: "imm[12|10:5] rs2 rs1 001 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (!equal(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "blt",
    pattern: "imm[12|10:5] rs2 rs1 100 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (lessSigned(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "bge",
    pattern: "imm[12|10:5] rs2 rs1 101 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (!lessSigned(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "bltu",
    pattern: "imm[12|10:5] rs2 rs1 110 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (lessUnsigned(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "bgeu",
    pattern: "imm[12|10:5] rs2 rs1 111 imm[4:1|11] 1100011",
    operands: "rs1, rs2, target",
    cost: 3,
    meaning: (h, i) => {
      if (!lessUnsigned(h, i.rs1, i.rs2)) h.jump(i);
    },
    endsBlock: true,
  },
  {
    name: "lb",
    pattern: "imm[11:0] rs1 000 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setWord(h, i.rd, (h.load8(h.address(i)) << 24) >> 24),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 1);
      setWord(h, i.rd, (h.load8(address) << 24) >> 24);
    },
  },
  {
    name: "lh",
    pattern: "imm[11:0] rs1 001 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setWord(h, i.rd, (h.load16(h.address(i)) << 16) >> 16),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 2);
      setWord(h, i.rd, (h.load16(address) << 16) >> 16);
    },
  },
  {
    name: "lw",
    pattern: "imm[11:0] rs1 010 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setWord(h, i.rd, h.load32(h.address(i))),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 4);
      setWord(h, i.rd, h.load32(address));
    },
  },
  {
    name: "ld",
    pattern: "imm[11:0] rs1 011 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 2,
    meaning: (h, i) => h.load64(h.address(i), i.rd),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 8);
      h.load64(address, i.rd);
    },
  },
  {
    name: "lbu",
    pattern: "imm[11:0] rs1 100 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setUnsigned(h, i.rd, h.load8(h.address(i))),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 1);
      setUnsigned(h, i.rd, h.load8(address));
    },
  },
  {
    name: "lhu",
    pattern: "imm[11:0] rs1 101 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setUnsigned(h, i.rd, h.load16(h.address(i))),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 2);
      setUnsigned(h, i.rd, h.load16(address));
    },
  },
  {
    name: "lwu",
    pattern: "imm[11:0] rs1 110 rd 0000011",
    operands: "rd, imm(rs1)",
    cost: 3,
    meaning: (h, i) => setUnsigned(h, i.rd, h.load32(h.address(i))),
    meaningVersion0: (h, i) => {
      const address = h.address(i);
      h.checkLegacyLoad(address, 4);
      setUnsigned(h, i.rd, h.load32(address));
    },
  },
  {
    name: "sb",
    pattern: "imm[11:5] rs2 rs1 000 imm[4:0] 0100011",
    operands: "rs2, imm(rs1)",
    cost: 3,
    meaning: (h, i) => h.store8(h.address(i), h.w[2 * i.rs2]),
  },
  {
    name: "sh",
    pattern: "imm[11:5] rs2 rs1 001 imm[4:0] 0100011",
    operands: "rs2, imm(rs1)",
    cost: 3,
    meaning: (h, i) => h.store16(h.address(i), h.w[2 * i.rs2]),
  },
  {
    name: "sw",
    pattern: "imm[11:5] rs2 rs1 010 imm[4:0] 0100011",
    operands: "rs2, imm(rs1)",
    cost: 3,
    meaning: (h, i) => h.store32(h.address(i), h.w[2 * i.rs2]),
  },
  {
    name: "sd",
    pattern: "imm[11:5] rs2 rs1 011 imm[4:0] 0100011",
    operands: "rs2, imm(rs1)",
    cost: 2,
    meaning: (h, i) => h.store64(h.address(i), i.rs2),
  },
  {
    name: "addi",
    pattern: "imm[11:0] rs1 000 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] + i.imm64;
    },
  },
  {
    name: "slti",
    pattern: "imm[11:0] rs1 010 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      const high = h.w[2 * i.rs1 + 1];
      const sign = i.imm >> 31;
      const less = high === sign ? h.u[2 * i.rs1] < i.imm >>> 0 : high < sign;
      setUnsigned(h, i.rd, less ? 1 : 0);
    },
  },
  {
    name: "sltiu",
    pattern: "imm[11:0] rs1 011 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      const high = h.u[2 * i.rs1 + 1];
      const sign = (i.imm >> 31) >>> 0;
      const less = high === sign ? h.u[2 * i.rs1] < i.imm >>> 0 : high < sign;
      setUnsigned(h, i.rd, less ? 1 : 0);
    },
  },
  {
    name: "xori",
    pattern: "imm[11:0] rs1 100 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      h.w[2 * i.rd + 1] = h.w[2 * i.rs1 + 1] ^ (i.imm >> 31);
      h.w[2 * i.rd] = h.w[2 * i.rs1] ^ i.imm;
    },
  },
  {
    name: "ori",
    pattern: "imm[11:0] rs1 110 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      h.w[2 * i.rd + 1] = h.w[2 * i.rs1 + 1] | (i.imm >> 31);
      h.w[2 * i.rd] = h.w[2 * i.rs1] | i.imm;
    },
  },
  {
    name: "andi",
    pattern: "imm[11:0] rs1 111 rd 0010011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => {
      h.w[2 * i.rd + 1] = h.w[2 * i.rs1 + 1] & (i.imm >> 31);
      h.w[2 * i.rd] = h.w[2 * i.rs1] & i.imm;
    },
  },
  {
    name: "slli",
    pattern: "000000 shamt[5:0] rs1 001 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => shiftLeft(h, i.rd, i.rs1, i.imm),
  },
  {
    name: "srli",
    pattern: "000000 shamt[5:0] rs1 101 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => shiftRight(h, i.rd, i.rs1, i.imm),
  },
  {
    name: "srai",
    pattern: "010000 shamt[5:0] rs1 101 rd 0010011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => shiftRightArithmetic(h, i.rd, i.rs1, i.imm),
  },
  {
    name: "addiw",
    pattern: "imm[11:0] rs1 000 rd 0011011",
    operands: "rd, rs1, imm",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] + i.imm) | 0),
  },
  {
    name: "slliw",
    pattern: "0000000 shamt[4:0] rs1 001 rd 0011011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, h.w[2 * i.rs1] << i.imm),
  },
  {
    name: "srliw",
    pattern: "0000000 shamt[4:0] rs1 101 rd 0011011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] >>> i.imm) | 0),
  },
  {
    name: "sraiw",
    pattern: "0100000 shamt[4:0] rs1 101 rd 0011011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, h.w[2 * i.rs1] >> i.imm),
  },
  {
    name: "add",
    pattern: "0000000 rs2 rs1 000 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] + h.x[i.rs2];
    },
  },
  {
    name: "sub",
    pattern: "0100000 rs2 rs1 000 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] - h.x[i.rs2];
    },
  },
  {
    name: "sll",
    pattern: "0000000 rs2 rs1 001 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => shiftLeft(h, i.rd, i.rs1, h.w[2 * i.rs2] & SHIFT_MASK),
  },
  {
    name: "slt",
    pattern: "0000000 rs2 rs1 010 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, lessSigned(h, i.rs1, i.rs2) ? 1 : 0),
  },
  {
    name: "sltu",
    pattern: "0000000 rs2 rs1 011 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setUnsigned(h, i.rd, lessUnsigned(h, i.rs1, i.rs2) ? 1 : 0),
  },
  {
    name: "xor",
    pattern: "0000000 rs2 rs1 100 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] ^ h.x[i.rs2];
    },
  },
  {
    name: "srl",
    pattern: "0000000 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => shiftRight(h, i.rd, i.rs1, h.w[2 * i.rs2] & SHIFT_MASK),
  },
  {
    name: "sra",
    pattern: "0100000 rs2 rs1 101 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => shiftRightArithmetic(h, i.rd, i.rs1, h.w[2 * i.rs2] & SHIFT_MASK),
  },
  {
    name: "or",
    pattern: "0000000 rs2 rs1 110 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] | h.x[i.rs2];
    },
  },
  {
    name: "and",
    pattern: "0000000 rs2 rs1 111 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] & h.x[i.rs2];
    },
  },
  {
    name: "addw",
    pattern: "0000000 rs2 rs1 000 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] + h.w[2 * i.rs2]) | 0),
  },
  {
    name: "subw",
    pattern: "0100000 rs2 rs1 000 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] - h.w[2 * i.rs2]) | 0),
  },
  {
    name: "sllw",
    pattern: "0000000 rs2 rs1 001 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, h.w[2 * i.rs1] << (h.w[2 * i.rs2] & 31)),
  },
  {
    name: "srlw",
    pattern: "0000000 rs2 rs1 101 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, (h.w[2 * i.rs1] >>> (h.w[2 * i.rs2] & 31)) | 0),
  },
  {
    name: "sraw",
    pattern: "0100000 rs2 rs1 101 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => setWord(h, i.rd, h.w[2 * i.rs1] >> (h.w[2 * i.rs2] & 31)),
  },
  {
    // Any fm, predecessor and successor set is accepted; nothing is ordered in a machine with one hart.
    name: "fence",
    pattern: "fm[3:0] pred[3:0] succ[3:0] 00000 000 00000 0001111",
    operands: "pred, succ",
    cost: 1,
    meaning: () => {},
  },
  {
    name: "fence.i",
    pattern: "000000000000 00000 001 00000 0001111",
    operands: "",
    cost: 1,
    meaning: () => {},
  },
  {
    name: "ecall",
    pattern: "000000000000 00000 000 00000 1110011",
    operands: "",
    cost: 500,
    meaning: (h, i) => h.environmentCall(i),
    endsBlock: true,
  },
  {
    name: "ebreak",
    pattern: "000000000001 00000 000 00000 1110011",
    operands: "",
    cost: 500,
    meaning: (h, i) => h.breakpoint(i),
    endsBlock: true,
  },
]);

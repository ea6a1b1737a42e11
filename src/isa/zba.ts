import { setHalves } from "./hart.ts";
import { extension } from "./instruction.ts";
import { SCRATCH } from "./registers.ts";
import { shiftLeft } from "./shift.ts";

/** Zba, address generation (bit-manipulation 1.0.0). The `.uw` forms take the low word of rs1, zero-extended. */
export const ZBA = extension("Zba", [
  {
    name: "add.uw",
    pattern: "0000100 rs2 rs1 000 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs2] + BigInt(h.u[2 * i.rs1]);
    },
  },
  {
    name: "sh1add",
    pattern: "0010000 rs2 rs1 010 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] * 2n + h.x[i.rs2];
    },
  },
  {
    name: "sh2add",
    pattern: "0010000 rs2 rs1 100 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] * 4n + h.x[i.rs2];
    },
  },
  {
    name: "sh3add",
    pattern: "0010000 rs2 rs1 110 rd 0110011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = h.x[i.rs1] * 8n + h.x[i.rs2];
    },
  },
  {
    name: "sh1add.uw",
    pattern: "0010000 rs2 rs1 010 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = BigInt(h.u[2 * i.rs1] * 2) + h.x[i.rs2];
    },
  },
  {
    name: "sh2add.uw",
    pattern: "0010000 rs2 rs1 100 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = BigInt(h.u[2 * i.rs1] * 4) + h.x[i.rs2];
    },
  },
  {
    name: "sh3add.uw",
    pattern: "0010000 rs2 rs1 110 rd 0111011",
    operands: "rd, rs1, rs2",
    cost: 1,
    meaning: (h, i) => {
      h.x[i.rd] = BigInt(h.u[2 * i.rs1] * 8) + h.x[i.rs2];
    },
  },
  {
    name: "slli.uw",
    pattern: "000010 shamt[5:0] rs1 001 rd 0011011",
    operands: "rd, rs1, shamt",
    cost: 1,
    meaning: (h, i) => {
      const low = h.w[2 * i.rs1];
      setHalves(h, SCRATCH, low, 0);
      shiftLeft(h, i.rd, SCRATCH, i.imm);
    },
  },
]);

import type { Instruction } from "../../isa/index.ts";
import { baseOp, type Op } from "../op.ts";

/** What `register` holds behind these instructions, if they alone say it: they load constants. */
export function valueAfter(ops: readonly Op[], register: number): bigint | undefined {
  let value: bigint | undefined;
  for (const each of ops) {
    const { instruction, rd, rs1, imm } = baseOp(each);
    if (rd !== register || !instruction?.field.has("rd")) continue;
    const from = rs1 === 0 ? 0n : rs1 === register ? value : undefined;
    if (instruction.name === "lui") value = BigInt(imm);
    else if (from === undefined) value = undefined;
    else if (instruction.name === "addi") value = BigInt.asIntN(64, from + BigInt(imm));
    else if (instruction.name === "addiw") value = BigInt.asIntN(32, from + BigInt(imm));
    else if (instruction.name === "slli") value = BigInt.asIntN(64, from << BigInt(imm));
    else value = undefined;
  }
  return value;
}

/** True if these instructions store eight bytes right at `register`, one of them zero, and nothing else afterwards. */
export function terminates(ops: readonly Op[], register: number, store: Instruction): boolean {
  let ends = false;
  for (const [k, each] of ops.entries()) {
    const { instruction, rd, rs1, rs2, imm } = baseOp(each);
    if (instruction === store && rs1 === register && imm === 0) {
      const word = valueAfter(ops.slice(0, k), rs2);
      ends = word !== undefined && hasZeroByte(word);
    } else if (instruction?.operands.includes("(") || (instruction?.field.has("rd") && rd === register)) ends = false;
  }
  return ends;
}

function hasZeroByte(word: bigint): boolean {
  let rest = BigInt.asUintN(64, word);
  for (let k = 0; k < 8; k++, rest >>= 8n) if ((rest & 0xffn) === 0n) return true;
  return false;
}

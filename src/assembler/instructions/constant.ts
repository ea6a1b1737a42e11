import { instructionsNamed } from "../../isa/index.ts";
import type { Assembly } from "../assembly.ts";
import { emitKnown } from "./emit.ts";

const [LUI, ADDI, ADDIW, SLLI] = ["lui", "addi", "addiw", "slli"].map((name) => instructionsNamed(name)[0]);

/** Appends what loads the constant `value` into register `rd`: the sequence that GNU as writes for `li`. */
export function loadConstant(assembly: Assembly, rd: number, value: bigint): void {
  const signed = BigInt.asIntN(64, value);
  if (BigInt.asIntN(12, signed) === signed) {
    emitKnown(assembly, ADDI, { rd, rs1: 0, imm: Number(signed) }, assembly.column);
  } else loadLarge(assembly, rd, signed);
}

function loadLarge(assembly: Assembly, rd: number, value: bigint): void {
  const low = BigInt.asIntN(12, value);
  const upper = BigInt.asIntN(64, value - low);
  if (BigInt.asIntN(32, value) === value) {
    const high = Number(BigInt.asIntN(32, upper));
    if (high !== 0) emitKnown(assembly, LUI, { rd, imm: high }, assembly.column);
    if (low !== 0n || high === 0) {
      emitKnown(assembly, ADDIW, { rd, rs1: high === 0 ? 0 : rd, imm: Number(low) }, assembly.column);
    }
    return;
  }
  let shift = 12n;
  while (((upper >> shift) & 1n) === 0n) shift++;
  const rest = upper >> shift;
  // The recursion is short: every step takes 12 bits away.
  loadLarge(assembly, rd, rest);
  emitKnown(assembly, SLLI, { rd, rs1: rd, imm: Number(shift) }, assembly.column);
  if (low !== 0n) emitKnown(assembly, ADDI, { rd, rs1: rd, imm: Number(low) }, assembly.column);
}

import { encodeUnchecked, instructionsNamed, type FieldValues, type Instruction } from "../../isa/index.ts";
import type { Branch, Compressed } from "../model.ts";
import { writeBytes } from "../section.ts";
import { findCompressed } from "./compress.ts";

const [JAL] = instructionsNamed("jal");

/** True for an unconditional jump: it has no longer form. */
export function isJump(instruction: Instruction): boolean {
  return instruction === JAL;
}

export function compressedBranch(instruction: Instruction, values: FieldValues): Compressed | undefined {
  return findCompressed(instruction, { ...values, imm: 0 });
}

/** The smallest size of a branch. */
export function leastSize(branch: Branch): number {
  return branch.compressed ? 2 : 4;
}

/**
 * Size in bytes of a branch over `distance` (undefined if the target is not in the same section), as GNU as chooses:
 * 2; 4; or the inverted branch over a jump, in 6 bytes if that branch can be a 16-bit one, or 8.
 */
export function branchSize({ instruction, compressed }: Branch, distance: number | undefined): number {
  if (distance !== undefined) {
    if (compressed && fits(compressed.instruction, distance)) return 2;
    if (isJump(instruction) || fits(instruction, distance)) return 4;
    if (compressed) return 6;
  }
  return isJump(instruction) ? 4 : 8;
}

function fits(instruction: Instruction, distance: number): boolean {
  const bits = instruction.field.get("imm")?.bits ?? 0;
  return distance >= -(2 ** (bits - 1)) && distance < 2 ** (bits - 1);
}

/** What has to be patched with the distance to the target, and where in the branch it stands. */
export interface BranchTail {
  readonly at: number;
  readonly instruction: Instruction;
  readonly values: FieldValues;
}

/** Writes the part of a branch of `size` bytes that goes before the instruction with the target, and tells that one. */
export function writeBranch(branch: Branch, size: number, bytes: Uint8Array, at: number): BranchTail {
  const { instruction, values, compressed } = branch;
  if (size === 2 && compressed) return { at: 0, ...compressed };
  if (size === 4) return { at: 0, instruction, values };
  if (size === 6 && compressed) {
    const opposite = invert(compressed.instruction);
    writeBytes(bytes, at, encodeUnchecked(opposite, { ...compressed.values, imm: 6 }), 2);
  } else {
    writeBytes(bytes, at, encodeUnchecked(invert(instruction), { ...values, imm: 8 }), 4);
  }
  return { at: size - 4, instruction: JAL, values: { rd: 0 } };
}

const OPPOSITES = new Map(
  ["beq bne", "blt bge", "bltu bgeu", "c.beqz c.bnez"].flatMap((pair) => {
    const [a, b] = pair.split(" ").map((name) => instructionsNamed(name)[0]);
    return [
      [a, b],
      [b, a],
    ] as const;
  }),
);

/** The branch that is taken exactly when `instruction` is not. */
function invert(instruction: Instruction): Instruction {
  return OPPOSITES.get(instruction) ?? instruction;
}

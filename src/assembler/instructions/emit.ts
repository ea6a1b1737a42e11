import type { FieldValues, Instruction } from "../../isa/index.ts";
import { encodingProblem } from "../../isa/index.ts";
import type { Assembly } from "../assembly.ts";
import type { Branch, Expression } from "../model.ts";
import { Problem } from "../error.ts";
import { branchSize, compressedBranch, isJump, leastSize, writeBranch } from "./branch.ts";
import { compress, type Compression, mayCompress } from "./compress.ts";
import type { Operand } from "./operands.ts";

/** Appends one instruction of the table; `immediate` gives its `imm`, read as `how` says. */
export function emit(
  assembly: Assembly,
  instruction: Instruction,
  values: FieldValues,
  immediate: Operand | undefined,
  how: "value" | "target" | "upper",
  compression: Compression,
): void {
  if (!assembly.options.extensions.has(instruction.extension)) {
    throw new Problem(`${instruction.name} needs the extension ${instruction.extension}`, assembly.column);
  }
  if (!immediate?.expression) return emitKnown(assembly, instruction, values, assembly.column, compression);
  const { expression, modifier, at } = immediate;
  if (how === "target" && !modifier) return emitBranch(assembly, instruction, values, expression, at, compression);
  const known = modifier ? undefined : assembly.constantOf(expression);
  if (known === undefined) return assembly.deferred(instruction, values, expression, modifier ?? how, at);
  const imm = how === "upper" ? upperValue(known, at) : smallNumber(known);
  return emitKnown(assembly, instruction, { ...values, imm }, at, compression);
}

/** Appends an instruction with known operands, compressed if that is on and there is a way. */
export function emitKnown(
  assembly: Assembly,
  instruction: Instruction,
  values: FieldValues,
  at: number,
  compression: Compression = "always",
): void {
  const half =
    assembly.options.compress && instruction.length === 4 && mayCompress(compression, values)
      ? compress(instruction, values)
      : undefined;
  if (half === undefined) return assembly.instruction(instruction, values, at);
  assembly.markLine();
  return assembly.append(half, 2);
}

/** A 64-bit value as a number; one that no field can hold stays out of every field's range. */
export function smallNumber(value: bigint): number {
  return Number(BigInt.asIntN(64, value));
}

/** The immediate of `lui` and `auipc` from its upper 20 bits. */
export function upperValue(value: bigint, at: number): number {
  if (value < 0n || value > 0xfffffn) throw new Problem("the upper immediate must be 0 to 0xfffff", at);
  return Number(value << 12n) | 0;
}

function emitBranch(
  assembly: Assembly,
  instruction: Instruction,
  values: FieldValues,
  target: Expression,
  at: number,
  compression: Compression,
): void {
  const explicit = instruction.length === 2;
  const compressed =
    assembly.options.compress && !explicit && compression !== "never"
      ? compressedBranch(instruction, values)
      : undefined;
  if (explicit || (isJump(instruction) && !compressed)) {
    return assembly.deferred(instruction, values, target, "target", at);
  }
  const problem = encodingProblem(instruction, values);
  if (problem) throw new Problem(`${instruction.name}: ${problem}`, at);
  const branch: Branch = { instruction, values, target, compressed };
  const distance = assembly.distanceTo(target);
  // What is not known here is decided when the section is laid out.
  if (distance === undefined) {
    assembly.markLine();
    assembly.claim(leastSize(branch));
    return assembly.section.close({ kind: "branch", ...branch }, assembly.source, at);
  }
  const size = branchSize(branch, distance);
  const { section } = assembly;
  if (section.flags.nobits) throw new Problem(`section ${section.name} holds no bytes, only zeros`, at);
  if (size > 4) assembly.reserve(size - 4);
  const tail = writeBranch(branch, size, section.bytes, section.size - (size > 4 ? size - 4 : 0));
  return assembly.deferred(tail.instruction, tail.values, target, "target", at);
}

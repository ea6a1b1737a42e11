import { DISCARD, type Decoded } from "../../isa/index.ts";
import { MACHINE_PARTS } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

/** Decodes another word, rightly, for the same VM. */
type DecodeRightly = (word: number) => Decoded | undefined;

/** A decoder that is wrong: gives what it takes a word for, of what the word is. */
export function decoding(
  wrong: (right: Decoded | undefined, word: number, decode: DecodeRightly) => Decoded | undefined,
): FaultOptions {
  return {
    parts: {
      decode: (word, isa, version) => {
        const decode: DecodeRightly = (other) => MACHINE_PARTS.decode(other >>> 0, isa, version);
        return wrong(decode(word), word, decode);
      },
    },
  };
}

/** A decoder that takes words which are no instruction for others, unless `other` gives undefined for them. */
export function accepting(other: (word: number, decode: DecodeRightly) => Decoded | undefined): FaultOptions {
  return decoding((right, word, decode) => right ?? other(word, decode));
}

/** A decoder that refuses instructions. */
export function refusing(refused: (decoded: Decoded, word: number) => boolean): FaultOptions {
  return decoding((right, word) => (right && refused(right, word) ? undefined : right));
}

/** A decoder that gives the instructions of some names another immediate. */
export function immediate(names: string, wrong: (imm: number) => number): FaultOptions {
  const named = names.split(" ");
  return decoding((right) =>
    right && named.includes(right.instruction.name) ? { ...right, imm: wrong(right.imm) } : right,
  );
}

/** An instruction whose result goes nowhere. */
export function discarding(decoded: Decoded | undefined): Decoded | undefined {
  return decoded && { ...decoded, rd: DISCARD };
}

// Fields of instruction words.

/** The major opcodes that faults of decoding are about. */
export const OPCODE = {
  miscMem: 0x0f,
  opImm: 0x13,
  opImm32: 0x1b,
  amo: 0x2f,
  op: 0x33,
  op32: 0x3b,
  branch: 0x63,
  system: 0x73,
} as const;

/** Bits 6:0. */
export function opcodeOf(word: number): number {
  return word & 0x7f;
}

/** Bits 14:12. */
export function funct3Of(word: number): number {
  return (word >>> 12) & 7;
}

/** Bits 31:25. */
export function funct7Of(word: number): number {
  return word >>> 25;
}

/** The word with another funct7. */
export function withFunct7(word: number, funct7: number): number {
  return ((word & 0x01ffffff) | (funct7 << 25)) >>> 0;
}

/** True for a shift of OP-IMM or OP-IMM-32, and for what shares its funct3. */
export function isShiftImmediate(word: number): boolean {
  const opcode = opcodeOf(word);
  return (opcode === OPCODE.opImm || opcode === OPCODE.opImm32) && (funct3Of(word) === 1 || funct3Of(word) === 5);
}

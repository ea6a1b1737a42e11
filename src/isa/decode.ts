import { isEnabled, type IsaSet } from "./isa-set.ts";
import { extractField, type Field } from "./pattern.ts";
import { DISCARD } from "./registers.ts";
import { INSTRUCTIONS, type Instruction } from "./table.ts";

/** A decoded word, independent of where it stands: operands are those of `instruction.base`. */
export interface Decoded {
  readonly instruction: Instruction;
  /** Destination slot; 32 where the word names x0 or has none. */
  readonly rd: number;
  readonly rs1: number;
  readonly rs2: number;
  readonly imm: number;
}

/**
 * Candidates by the bits that tell most instructions apart: of 32-bit words opcode, funct3 and three bits of funct7, of
 * 16-bit words quadrant, funct3 and bits 12 to 10.
 */
const buckets32: Instruction[][] = Array.from({ length: 2048 }, () => []);
const buckets16: Instruction[][] = Array.from({ length: 256 }, () => []);

for (const instruction of INSTRUCTIONS) {
  const { mask, match } = instruction;
  const isLong = instruction.length === 4;
  for (let bits = 0; bits < 64; bits++) {
    const [funct3, more] = [bits & 7, bits >>> 3];
    const probe = isLong
      ? match | (funct3 << 12) | ((more & 1) << 25) | ((more & 6) << 28)
      : match | (funct3 << 13) | (more << 10);
    if ((probe & mask) >>> 0 !== match) continue;
    if (isLong) addOnce(buckets32[bucket32(probe)], instruction);
    else addOnce(buckets16[bucket16(probe)], instruction);
  }
}

function bucket32(word: number): number {
  return ((word >>> 2) & 31) | ((word >>> 7) & 0xe0) | ((word >>> 17) & 0x100) | ((word >>> 20) & 0x600);
}

function bucket16(half: number): number {
  return (half & 3) | ((half >>> 11) & 0x1c) | ((half >>> 5) & 0xe0);
}

function addOnce(bucket: Instruction[], instruction: Instruction): void {
  if (!bucket.includes(instruction)) bucket.push(instruction);
}

/** Bytes of the instruction whose first halfword is `half`: 4 if its low two bits are 11, otherwise 2. */
export function instructionLength(half: number): 2 | 4 {
  return (half & 3) === 3 ? 4 : 2;
}

/**
 * Decodes one instruction word (a 16-bit unit zero-extended), without fusion.
 * @returns undefined if no enabled instruction has this encoding under `isa` and `version`.
 */
export function decode(word: number, isa: IsaSet, version: number): Decoded | undefined {
  const bucket = (word & 3) === 3 ? buckets32[bucket32(word)] : buckets16[bucket16(word)];
  for (let k = 0; k < bucket.length; k++) {
    const instruction = bucket[k];
    const { index } = instruction;
    if ((word & MASKS[index]) !== MATCHES[index] || !fieldsAllowed(instruction, word)) continue;
    if (!isEnabled(instruction.extension, isa) || (instruction.hint && version === 0)) return undefined;
    return BINDERS[index].bind(word);
  }
  return undefined;
}

/** The table row of a word, whatever is enabled: what the disassembler and the coverage report need. */
export function findInstruction(word: number): Instruction | undefined {
  const bucket = (word & 3) === 3 ? buckets32[bucket32(word)] : buckets16[bucket16(word)];
  return bucket.find(
    (instruction) => (word & instruction.mask) >>> 0 === instruction.match && fieldsAllowed(instruction, word),
  );
}

function fieldsAllowed({ constrained }: Instruction, word: number): boolean {
  if (constrained.length === 0) return true;
  for (let k = 0; k < constrained.length; k++) {
    if (constrained[k].forbidden.includes(extractField(constrained[k], word))) return false;
  }
  return true;
}

/** How the operands of one instruction come out of its words, flat, so that binding is a few shifts. */
class Binder {
  readonly instruction: Instruction;
  /** Of rd, rs1 and rs2: where the bits stand, their mask, and what is added: all of it where the operand is a constant. */
  readonly rdAt: number;
  readonly rdMask: number;
  readonly rdPlus: number;
  readonly rs1At: number;
  readonly rs1Mask: number;
  readonly rs1Plus: number;
  readonly rs2At: number;
  readonly rs2Mask: number;
  readonly rs2Plus: number;
  /** Triples: bit of the word, mask, bit of the value. */
  readonly imm: readonly number[];
  readonly immPlus: number;
  /** Bits above the value's sign. */
  readonly immUnused: number;

  constructor(instruction: Instruction) {
    const { rd, rs1, rs2, imm } = instruction.binding;
    this.instruction = instruction;
    [this.rdAt, this.rdMask, this.rdPlus] = registerPlace(rd);
    [this.rs1At, this.rs1Mask, this.rs1Plus] = registerPlace(rs1);
    [this.rs2At, this.rs2Mask, this.rs2Plus] = registerPlace(rs2);
    const isConstant = typeof imm === "number";
    this.imm = isConstant ? [] : imm.pieces.flatMap(({ at, mask, to }) => [at, mask, to]);
    this.immPlus = isConstant ? imm : 0;
    this.immUnused = isConstant || !imm.signed ? 0 : 32 - imm.bits;
  }

  bind(word: number): Decoded {
    const rd = ((word >>> this.rdAt) & this.rdMask) + this.rdPlus;
    const places = this.imm;
    let imm = this.immPlus;
    for (let k = 0; k < places.length; k += 3) imm |= ((word >>> places[k]) & places[k + 1]) << places[k + 2];
    return {
      instruction: this.instruction,
      rd: rd === 0 ? DISCARD : rd,
      rs1: ((word >>> this.rs1At) & this.rs1Mask) + this.rs1Plus,
      rs2: ((word >>> this.rs2At) & this.rs2Mask) + this.rs2Plus,
      imm: (imm << this.immUnused) >> this.immUnused,
    };
  }
}

function registerPlace(source: Field | number): [at: number, mask: number, plus: number] {
  if (typeof source === "number") return [0, 0, source];
  const [{ at, mask }] = source.pieces;
  return [at, mask, source.compressedRegister ? FIRST_COMPRESSED : 0];
}

/** What three bits of a compressed instruction number from. */
const FIRST_COMPRESSED = 8;

/** Masks and matches by index, as numbers with a sign: those of the table are too large for an engine's small integers. */
const MASKS = Int32Array.from(INSTRUCTIONS, ({ mask }) => mask);
const MATCHES = Int32Array.from(INSTRUCTIONS, ({ match }) => match);

const BINDERS = INSTRUCTIONS.map((instruction) => new Binder(instruction));

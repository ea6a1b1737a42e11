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

/** Candidates by opcode and funct3 (32-bit words) and by quadrant and funct3 (16-bit words). */
const buckets32: Instruction[][] = Array.from({ length: 256 }, () => []);
const buckets16: Instruction[][] = Array.from({ length: 32 }, () => []);

for (const instruction of INSTRUCTIONS) {
  const { mask, match } = instruction;
  const [buckets, bucketOf] =
    instruction.length === 4 ? ([buckets32, bucket32] as const) : ([buckets16, bucket16] as const);
  for (let funct3 = 0; funct3 < 8; funct3++) {
    const probe = instruction.length === 4 ? match | (funct3 << 12) : match | (funct3 << 13);
    if ((probe & mask) >>> 0 === match) addOnce(buckets[bucketOf(probe)], instruction);
  }
}

function bucket32(word: number): number {
  return ((word >>> 2) & 31) | ((word >>> 7) & 0xe0);
}

function bucket16(half: number): number {
  return (half & 3) | ((half >>> 11) & 0x1c);
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
    if ((word & instruction.mask) >>> 0 !== instruction.match || !fieldsAllowed(instruction, word)) continue;
    if (!isEnabled(instruction.extension, isa) || (instruction.hint && version === 0)) return undefined;
    return bind(instruction, word);
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
  for (let k = 0; k < constrained.length; k++) {
    if (constrained[k].forbidden.includes(extractField(constrained[k], word))) return false;
  }
  return true;
}

function bind(instruction: Instruction, word: number): Decoded {
  const { rd, rs1, rs2, imm } = instruction.binding;
  const destination = operand(rd, word);
  return {
    instruction,
    rd: destination === 0 ? DISCARD : destination,
    rs1: operand(rs1, word),
    rs2: operand(rs2, word),
    imm: operand(imm, word),
  };
}

function operand(source: Field | number, word: number): number {
  return typeof source === "number" ? source : extractField(source, word);
}

import { DISCARD, INSTRUCTIONS, type Field, type Instruction } from "../../isa/index.ts";
import { productFamily, type CellFamily } from "./family.ts";
import { registerSource } from "./rows.ts";

const PATTERNS = ["rd = x0", "rd = rs1", "rd = rs2", "rs1 = rs2", "all equal", "all different"];
const ZERO_RD = 0;
const RD_RS1 = 1;
const RD_RS2 = 2;
const RS1_RS2 = 3;
const ALL_EQUAL = 4;
const ALL_DIFFERENT = 5;

/** Bits of `registerBits`. */
const RD = 1;
const RS1 = 2;
const RS2 = 4;

/** Which of its registers an instruction names, other than x0 by its own definition. */
export function registerBits(instruction: Instruction): number {
  const has = (name: "rd" | "rs1" | "rs2", bit: number): number =>
    registerSource(instruction, name) === undefined ? 0 : bit;
  return has("rd", RD) | has("rs1", RS1) | has("rs2", RS2);
}

/**
 * Which of its registers are the same, as an index of the patterns; rd = x0 goes before the others.
 * @param bits as `registerBits` gives them; what is not among them is not looked at
 * @param rd a register number, or `DISCARD` for x0
 */
export function registerPattern(bits: number, rd: number, rs1: number, rs2: number): number {
  if (bits & RD && rd === DISCARD) return ZERO_RD;
  const first = (bits & (RD | RS1)) === (RD | RS1) && rd === rs1;
  const second = (bits & (RD | RS2)) === (RD | RS2) && rd === rs2;
  if (first) return second ? ALL_EQUAL : RD_RS1;
  if (second) return RD_RS2;
  return (bits & (RS1 | RS2)) === (RS1 | RS2) && rs1 === rs2 ? RS1_RS2 : ALL_DIFFERENT;
}

/** Numbers that show every pattern: x0, sp, two others, and two that three-bit fields can name. */
const SAMPLES = [0, 1, 2, 3, 8, 9, 10];

/** The patterns that encodings of an instruction can have, by trying numbers that a field may hold. */
function possiblePatterns(instruction: Instruction): ReadonlySet<number> {
  const bits = registerBits(instruction);
  const found = new Set<number>();
  if (bits === 0) return found;
  const [rdSource, rs1Source, rs2Source] = REGISTERS.map((name) => registerSource(instruction, name));
  // Registers that are read from the same field are the same.
  for (const rd of numbersOf(rdSource)) {
    for (const rs1 of rs1Source === rdSource ? [rd] : numbersOf(rs1Source)) {
      const same = rs2Source === rdSource ? [rd] : rs2Source === rs1Source ? [rs1] : undefined;
      for (const rs2 of same ?? numbersOf(rs2Source)) {
        found.add(registerPattern(bits, rd === 0 ? DISCARD : rd, rs1, rs2));
      }
    }
  }
  return found;
}

const REGISTERS = ["rd", "rs1", "rs2"] as const;

function numbersOf(source: Field | number | undefined): readonly number[] {
  if (typeof source === "number") return [source];
  if (source === undefined) return [0];
  return SAMPLES.filter((number) => (!source.compressedRegister || number >= 8) && !source.forbidden.includes(number));
}

/** By row; each is found out when it is first asked for. */
const known: (ReadonlySet<number> | undefined)[] = [];

/** Instruction x which of its registers are the same. */
export const REGISTER_PATTERNS: CellFamily = productFamily(
  "registers",
  "an instruction names registers of which some are the same",
  [INSTRUCTIONS.map(({ key }) => key), PATTERNS],
  ([row, pattern]) => (known[row] ??= possiblePatterns(INSTRUCTIONS[row])).has(pattern),
);

/** The cell of the first pattern of a row; -1 if it names no register, or is a fused sequence. */
export function registerPatternCells(row: number): number {
  return row < INSTRUCTIONS.length && registerBits(INSTRUCTIONS[row]) !== 0 ? row * PATTERNS.length : -1;
}

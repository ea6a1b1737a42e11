import { FUSION_RULES, INSTRUCTIONS, instructionsNamed, type Field, type Instruction } from "../../isa/index.ts";

/** What has a row of its own: instructions by `Instruction.index`, behind them fusion rules, as in `Operation.row`. */
export const ROW_COUNT = INSTRUCTIONS.length + FUSION_RULES.length;

/** The rows' names; where rules share one, their first instruction is added. */
export const ROW_NAMES: readonly string[] = [
  ...INSTRUCTIONS.map(({ key }) => key),
  ...FUSION_RULES.map(({ name, sequence }) => {
    const alone = FUSION_RULES.filter((rule) => rule.name === name).length === 1;
    return alone ? name : `${name} (${sequence[0].replaceAll(",", "")})`;
  }),
];

/** The instruction of a row; of a fusion rule, its first one. */
export const ROW_INSTRUCTIONS: readonly Instruction[] = [
  ...INSTRUCTIONS,
  ...FUSION_RULES.map(({ sequence }) => instructionsNamed(sequence[0].split(" ")[0])[0]),
];

/** Cycles of each row under CKB's cost table. */
export const ROW_COSTS: readonly number[] = [...INSTRUCTIONS, ...FUSION_RULES].map(({ cost }) => cost);

/** True for the rows of fusion rules. */
export function isFused(row: number): boolean {
  return row >= INSTRUCTIONS.length;
}

/** Where an instruction takes a register from; undefined if it names none, or x0 always. */
export function registerSource(instruction: Instruction, name: "rd" | "rs1" | "rs2"): Field | number | undefined {
  const source = instruction.binding[name];
  if (typeof source === "number") return source > 0 && source < DISCARDED ? source : undefined;
  return source;
}

const DISCARDED = 32;

import { FUSION_PATTERNS, type PartPattern } from "../../isa/fuse.ts";
import type { Instruction } from "../../isa/index.ts";
import type { Relation } from "../relations.ts";
import type { Rows } from "../rows.ts";

/** The rows of 32 bits that compute, by what their operands should be. */
export interface OperandRows {
  /** Those of two registers for which each relation is made; conditional branches among those for sums. */
  readonly related: Readonly<Record<Relation, readonly Instruction[]>>;
  /** Of these, those that see the lower halves only. */
  readonly words: Readonly<Record<Relation, readonly Instruction[]>>;
  /** Those of two registers, all. */
  readonly ofTwo: readonly Instruction[];
  /** Those of one register and an immediate that is no amount of a shift. */
  readonly withImmediate: readonly Instruction[];
  /** Shifts, rotations and single bits, by a register or an immediate; those of the base twice. */
  readonly shifts: readonly Instruction[];
  /** Those of one register alone. */
  readonly ofOne: readonly Instruction[];
}

const known = new WeakMap<Rows, OperandRows>();

/** The rows of a world, sorted by what their operands should be. */
export function operandRows(rows: Rows): OperandRows {
  let sorted = known.get(rows);
  if (!sorted) {
    sorted = sort(rows);
    known.set(rows, sorted);
  }
  return sorted;
}

function sort({ computing, branches, divisions, shifts }: Rows): OperandRows {
  const wide = computing.filter(({ length }) => length === 4);
  const ofTwo = wide.filter(({ field }) => field.has("rs2"));
  const single = wide.filter(({ field }) => !field.has("rs2"));
  const product = ofTwo.filter((row) => relationOf(row) === "product");
  const sums = ofTwo.filter((row) => relationOf(row) === "sum" && !shifts.includes(row));
  const wideShifts = shifts.filter(({ length }) => length === 4);
  // Those of the base twice: extensions have more of them, and programs fewer.
  const base = [...sums.filter(({ extension }) => extension === "I"), ...branches.filter(({ length }) => length === 4)];
  const sum = [...sums.filter(({ extension }) => extension !== "I"), ...base, ...base];
  const all = {
    quotient: divisions.length > 0 ? divisions : sum,
    product: product.length > 0 ? product : sum,
    sum,
  };
  return {
    related: only(all, (row) => !isOfWords(row)),
    words: only(all, isOfWords),
    ofTwo,
    withImmediate: single.filter((row) => row.field.has("imm") && !shifts.includes(row)),
    shifts: [...wideShifts, ...wideShifts.filter(({ extension }) => extension === "I")],
    ofOne: single.filter(({ field }) => !field.has("imm")),
  };
}

function only(
  { quotient, product, sum }: Readonly<Record<Relation, readonly Instruction[]>>,
  wanted: (row: Instruction) => boolean,
): OperandRows["related"] {
  return { quotient: quotient.filter(wanted), product: product.filter(wanted), sum: sum.filter(wanted) };
}

function isOfWords({ base }: Instruction): boolean {
  return base.name.endsWith("w");
}

const relations: (Relation | undefined)[] = [];

/** What two operands of an instruction should be related for. */
export function relationOf({ base }: Instruction): Relation {
  return (relations[base.index] ??= /^(div|rem)/.test(base.name)
    ? "quotient"
    : /^c?l?mul/.test(base.name)
      ? "product"
      : "sum");
}

const partners = new Map<Instruction, Instruction>();
for (const { parts } of FUSION_PATTERNS) {
  const [first, second] = parts;
  if (parts.length === 2 && readsSame(first, second)) partners.set(first.base, second.base);
}

/** The instruction that gives the other half of a result from the same sources, `rem` for `div`; undefined if none fuses. */
export function partnerOf({ base }: Instruction): Instruction | undefined {
  return partners.get(base);
}

function readsSame(first: PartPattern, second: PartPattern): boolean {
  const variable = ({ registers }: PartPattern, wanted: string): number | undefined =>
    registers.find(({ field }) => field === wanted)?.variable;
  const sources = [variable(first, "rs1"), variable(first, "rs2")];
  return sources[1] !== undefined && sources[0] === variable(second, "rs1") && sources[1] === variable(second, "rs2");
}

import type { Case } from "../../case/index.ts";
import { codeUnits, overwrite, type CodeUnit, type Random } from "../../generate/index.ts";
import {
  disassemble,
  encodeUnchecked,
  extractField,
  fieldProblem,
  fieldRange,
  type Field,
  type FieldValues,
} from "../../isa/index.ts";
import type { Explanation } from "../investigation.ts";
import { together, tryAll, type Judge, type Tried } from "./judge.ts";

/** Instructions that are looked at: the last ones that are executed before the sides part. */
const INSTRUCTIONS_MAX = 40;
/** Values tried of one field, beside the plain ones. */
const RANDOM_VALUES = 3;
const ADDI_NOP = 0x13;
const C_NOP = 1;

/**
 * How much each instruction has to do with the failure: without it, and with other values in each of its fields.
 * @param executed addresses of instructions in the order of their last execution; others are left aside
 */
export async function explainInstructions(
  whole: Case,
  executed: readonly bigint[],
  random: Random,
  judge: Judge,
): Promise<Explanation[]> {
  const units = new Map(codeUnits(whole.world.program).map((unit) => [unit.address, unit]));
  const explained: Explanation[] = [];
  for (const pc of executed.slice(-INSTRUCTIONS_MAX)) {
    const unit = units.get(pc);
    if (!unit || judge.bounds.isOver()) continue;
    const found = await explainUnit(whole, unit, random, judge);
    if (found) explained.push(found);
  }
  return explained.toSorted((a, b) => ((a.pc ?? 0n) < (b.pc ?? 0n) ? -1 : 1));
}

async function explainUnit(
  whole: Case,
  unit: CodeUnit,
  random: Random,
  judge: Judge,
): Promise<Explanation | undefined> {
  const nothing = unit.length === 4 ? ADDI_NOP : C_NOP;
  const gone = unit.word === nothing ? undefined : await tryAll(judge, [withWord(whole, unit, nothing)]);
  const fields: { readonly name: string; readonly counts: Tried }[] = [];
  for (const field of variableFields(unit)) {
    const words = valuesOf(field, unit.word, random).map((value) => wordWith(unit, field, value));
    const variations = words.map((word) => withWord(whole, unit, word));
    fields.push({ name: nameOf(field, unit), counts: await tryAll(judge, variations) });
  }
  const counts = together([...(gone ? [gone] : []), ...fields.map((each) => each.counts)]);
  if (counts.tried === 0) return undefined;
  const any = fields.filter((each) => each.counts.tried > 1 && each.counts.same === each.counts.tried);
  const isGone = gone !== undefined && gone.same === gone.tried && gone.tried > 0;
  const freedom = isGone && any.length === fields.length ? "free" : counts.same === 0 ? "needed" : "some";
  const values = any.length > 0 ? `any ${any.map(({ name }) => name).join(", any ")}` : "";
  const forms = together(fields.map((each) => each.counts));
  const text = isGone
    ? freedom !== "free" && forms.tried > 0
      ? `can be left out; of other forms of it, ${forms.same} of ${forms.tried} fail in the same way`
      : "can be left out"
    : values === ""
      ? counts.same === 0
        ? "needed as it is"
        : `needed; ${counts.same} of ${counts.tried} other forms fail in the same way`
      : `needed, with ${values}`;
  return {
    kind: "instruction",
    part: `0x${unit.address.toString(16)}: ${disassemble(unit.word)}`,
    freedom,
    text,
    pc: unit.address,
    ...counts,
  };
}

/** Fields whose values can be anything without leading the run elsewhere. */
function variableFields({ instruction }: CodeUnit): readonly Field[] {
  if (!instruction || instruction.base.name === "ecall" || instruction.base.name === "ebreak") return [];
  return instruction.fields.filter(({ name }) => {
    if (name === "imm") return !instruction.endsBlock && instruction.base.name !== "auipc";
    return name === "rs1" || name === "rs2" || name === "rd";
  });
}

/** Plain values and random ones, without the one that is there. */
function valuesOf(field: Field, word: number, random: Random): number[] {
  const { min, max } = fieldRange(field);
  const drawn = Array.from({ length: RANDOM_VALUES }, () => random.between(min, max));
  const values = [0, 1, min, max, ...drawn].map((value) => value & (-1 << field.lowestBit));
  const present = extractField(field, word);
  return [...new Set(values)].filter((value) => value !== present && fieldProblem(field, value) === undefined);
}

function wordWith({ instruction, word }: CodeUnit, changed: Field, value: number): number {
  if (!instruction) return word;
  const values: FieldValues = {};
  for (const field of instruction.fields) values[field.name] = extractField(field, word);
  return encodeUnchecked(instruction, { ...values, [changed.name]: value });
}

function nameOf({ name }: Field, { instruction }: CodeUnit): string {
  if (name !== "imm") return name;
  return instruction?.operands.includes("shamt") ? "shift amount" : "immediate";
}

function withWord(whole: Case, { address }: CodeUnit, word: number): Case {
  const program = whole.world.program.slice();
  const unit = codeUnits(program).find((each) => each.address === address);
  if (unit) overwrite(unit, word);
  // The text that it came from is no longer its own.
  const { assembly: _, ...rest } = whole;
  return { ...rest, world: { ...whole.world, program } };
}

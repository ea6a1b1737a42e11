import {
  encodingProblem,
  extractField,
  INSTRUCTIONS,
  insertField,
  type Field,
  type FieldName,
  type Instruction,
} from "../../isa/index.ts";
import type { Random } from "../random.ts";
import { pickImmediate } from "../values.ts";
import { codeUnits, overwrite, type CodeUnit } from "./code-units.ts";

/** Changes one instruction of `units` and keeps its length, so that all jumps still lead to where instructions begin. */
type CodeMutation = (random: Random, units: readonly CodeUnit[]) => boolean;

const ADDI_NOP = 0x0000_0013;
const C_NOP = 0x0001;
const TRIES = 20;

/** Another register, or another immediate. */
const otherField: CodeMutation = (random, units) => {
  const unit = random.pick(units);
  const { instruction, word } = unit;
  if (!instruction || instruction.fields.length === 0) return false;
  const field = random.pick(instruction.fields);
  return rewrite(unit, instruction, {
    ...fieldsOf(instruction, word),
    [field.name]: pickField(random, units, instruction, field),
  });
};

/** Another instruction with the same fields: `addw` for `add`, `bltu` for `blt`. */
const otherRow: CodeMutation = (random, units) => {
  const unit = random.pick(units);
  const { instruction, word } = unit;
  if (!instruction) return false;
  return rewrite(unit, random.pick(similarTo(instruction)), fieldsOf(instruction, word));
};

/** Nothing in the place of an instruction. */
const nothing: CodeMutation = (random, units) => put(random.pick(units), (length) => (length === 4 ? ADDI_NOP : C_NOP));

/** One instruction again in the place of another. */
const copied: CodeMutation = (random, units) => {
  const from = random.pick(units);
  return put(random.pick(units), (length) => (length === from.length ? from.word : undefined));
};

/** Two neighbours in the other order. */
const swapped: CodeMutation = (random, units) => {
  if (units.length < 2) return false;
  const k = random.below(units.length - 1);
  const [one, other] = [units[k], units[k + 1]];
  if (one.view !== other.view || one.length !== other.length || one.word === other.word) return false;
  overwrite(one, other.word);
  overwrite(other, one.word);
  return true;
};

const MUTATIONS: readonly CodeMutation[] = [otherField, otherField, otherRow, otherRow, nothing, copied, swapped];

/**
 * `program` with `count` instructions changed; the same length. Whether it ends then is for its budget to say.
 * @returns undefined if it has no instruction that could be changed
 * @throws AssemblyError if `program` is no ELF file that can be read
 */
export function mutateCode(random: Random, program: Uint8Array, count: number): Uint8Array | undefined {
  const changed = program.slice();
  let done = 0;
  for (let tries = 0; tries < TRIES * count && done < count; tries++) {
    const units = codeUnits(changed);
    if (units.length === 0) return undefined;
    if (random.pick(MUTATIONS)(random, units)) done++;
  }
  return done > 0 ? changed : undefined;
}

function put(unit: CodeUnit, wordFor: (length: 2 | 4) => number | undefined): boolean {
  const word = wordFor(unit.length);
  if (word === undefined || word === unit.word) return false;
  overwrite(unit, word);
  return true;
}

type Fields = Partial<Record<FieldName, number>>;

function fieldsOf({ fields }: Instruction, word: number): Fields {
  return Object.fromEntries(fields.map((field) => [field.name, extractField(field, word)]));
}

function rewrite(unit: CodeUnit, instruction: Instruction, values: Fields): boolean {
  if (encodingProblem(instruction, values)) return false;
  const word = instruction.fields.reduce(
    (bits, field) => bits | insertField(field, values[field.name] ?? 0),
    instruction.match,
  );
  return put(unit, () => word >>> 0);
}

/** A register that the program uses somewhere, or any; an immediate as generated programs have them; or any bits. */
function pickField(random: Random, units: readonly CodeUnit[], instruction: Instruction, field: Field): number {
  if (field.name === "imm") return pickImmediate(random, instruction);
  if (field.name === "rd" || field.name === "rs1" || field.name === "rs2") {
    const { instruction: other, word } = random.pick(units);
    const used = other?.field.get(field.name);
    if (used && random.chance(70)) return extractField(used, word);
    return field.compressedRegister ? random.between(8, 15) : random.below(32);
  }
  return random.below(2 ** field.bits);
}

const known = new Map<Instruction, readonly Instruction[]>();

/** The rows with the same length and the same names of fields; the row itself if it is the only one. */
function similarTo(instruction: Instruction): readonly Instruction[] {
  let similar = known.get(instruction);
  if (!similar) {
    const names = namesOf(instruction);
    similar = INSTRUCTIONS.filter((other) => other.length === instruction.length && namesOf(other) === names);
    known.set(instruction, similar);
  }
  return similar;
}

function namesOf({ fields }: Instruction): string {
  return fields
    .map(({ name }) => name)
    .sort()
    .join();
}

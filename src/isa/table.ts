import type { ExtensionBlock, Meaning } from "./instruction.ts";
import { parsePattern, type Field, type FieldName, type Pattern } from "./pattern.ts";
import { DISCARD, registerNumber } from "./registers.ts";
import { RV64A } from "./rv64a.ts";
import { RV64C } from "./rv64c.ts";
import { RV64I } from "./rv64i.ts";
import { RV64M } from "./rv64m.ts";
import { ZBA } from "./zba.ts";
import { ZBB } from "./zbb.ts";
import { ZBC } from "./zbc.ts";
import { ZBS } from "./zbs.ts";

/** A block of the table with what is derived from its pattern. */
export interface Instruction extends ExtensionBlock, Pattern {
  /** Unique: the name, with ` (hint)` for the HINT forms that share it. */
  readonly key: string;
  /** Position in `INSTRUCTIONS`: a small number for counters. */
  readonly index: number;
  readonly field: ReadonlyMap<FieldName, Field>;
  /** The instruction that gives the meaning: itself, or the base instruction a compressed one stands for. */
  readonly base: Instruction;
  /** How the base's operands follow from this one's fields. */
  readonly binding: Binding;
  readonly cost: number;
  readonly meaning: Meaning;
}

/** Where an operand of the base instruction comes from: a field of the word, or a constant. */
export interface Binding {
  readonly rd: Field | number;
  readonly rs1: Field | number;
  readonly rs2: Field | number;
  readonly imm: Field | number;
}

const BASES = [RV64I, RV64M, RV64A, ZBA, ZBB, ZBC, ZBS].flat();

function compileBase(block: ExtensionBlock, index: number): Instruction {
  const { cost, meaning } = block;
  if (cost === undefined || meaning === undefined) throw new Error(`${block.name} has no cost or no meaning`);
  const pattern = parsePattern(block.pattern);
  const field = fieldMap(pattern);
  const binding: Binding = {
    rd: field.get("rd") ?? DISCARD,
    rs1: field.get("rs1") ?? 0,
    rs2: field.get("rs2") ?? 0,
    imm: field.get("imm") ?? 0,
  };
  const instruction = { ...block, ...pattern, key: block.name, index, field, binding, cost, meaning };
  return Object.assign(instruction, { base: instruction as unknown as Instruction });
}

function compileCompressed(block: ExtensionBlock, index: number): Instruction {
  const pattern = parsePattern(block.pattern);
  const field = fieldMap(pattern);
  const [name, ...values] = (block.expandsTo ?? "").split(/[\s,()]+/).filter(Boolean);
  const base = baseInstructions.find((candidate) => candidate.name === name);
  if (!base) throw new Error(`${block.name} stands for an unknown instruction`);
  const names = base.operands
    .split(/[\s,()]+/)
    .filter(Boolean)
    .map(operandField);
  const bound = { rd: DISCARD, rs1: 0, rs2: 0, imm: 0 } as Record<string, Field | number>;
  names.forEach((operand, k) => {
    const value = values[k] ?? "";
    bound[operand] = field.get(value as FieldName) ?? registerNumber(value) ?? Number(value);
  });
  if (bound["rd"] === 0) bound["rd"] = DISCARD;
  const { cost, meaning, meaningVersion0, endsBlock } = base;
  return {
    ...block,
    ...pattern,
    index,
    field,
    base,
    cost,
    meaning,
    ...(meaningVersion0 && { meaningVersion0 }),
    ...(endsBlock && { endsBlock }),
    key: block.hint ? `${block.name} (hint)` : block.name,
    binding: bound as unknown as Binding,
  };
}

/** The field behind an operand token: `target`, `upper` and `shamt` are ways to write `imm`. */
export function operandField(token: string): FieldName {
  return token === "target" || token === "upper" || token === "shamt" ? "imm" : (token as FieldName);
}

function fieldMap(pattern: Pattern): ReadonlyMap<FieldName, Field> {
  return new Map(pattern.fields.map((field) => [field.name, field]));
}

const baseInstructions = BASES.map(compileBase);
const compressedInstructions = RV64C.map((block, k) => compileCompressed(block, baseInstructions.length + k));

/** Every instruction CKB-VM accepts, base instructions first. */
export const INSTRUCTIONS: readonly Instruction[] = [...baseInstructions, ...compressedInstructions];

const BY_NAME = Map.groupBy(INSTRUCTIONS, (instruction) => instruction.name);

/** The instructions called `name`: one, or a compressed instruction and its HINT form. Empty if there is none. */
export function instructionsNamed(name: string): readonly Instruction[] {
  return BY_NAME.get(name) ?? [];
}

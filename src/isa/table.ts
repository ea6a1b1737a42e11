import type { Extension, ExtensionBlock, Meaning } from "./instruction.ts";
import { parsePattern, type Field, type FieldName } from "./pattern.ts";
import { DISCARD, registerNumber } from "./registers.ts";
import { RV64A } from "./rv64a.ts";
import { RV64C } from "./rv64c.ts";
import { RV64I } from "./rv64i.ts";
import { RV64M } from "./rv64m.ts";
import { ZBA } from "./zba.ts";
import { ZBB } from "./zbb.ts";
import { ZBC } from "./zbc.ts";
import { ZBS } from "./zbs.ts";

/** A block of the table with what is derived from its pattern. One class, so that all rows have one shape in memory. */
export class Instruction {
  readonly name: string;
  /** Unique: the name, with ` (hint)` for the HINT forms that share it. */
  readonly key: string;
  /** Position in `INSTRUCTIONS`: a small number for counters. */
  readonly index: number;
  readonly extension: Extension;
  readonly pattern: string;
  readonly operands: string;
  /** Bytes: 2 or 4. */
  readonly length: 2 | 4;
  readonly mask: number;
  readonly match: number;
  readonly fields: readonly Field[];
  /** Fields with values that make the word another instruction, or none. */
  readonly constrained: readonly Field[];
  readonly field: ReadonlyMap<FieldName, Field>;
  /** Does nothing from VM version 1 on, is invalid in version 0. */
  readonly hint: boolean;
  /** The instruction that gives the meaning: itself, or the base instruction a compressed one stands for. */
  readonly base: Instruction;
  /** How the base's operands follow from this one's fields. */
  readonly binding: Binding;
  /** Cycles under CKB's cost table. */
  readonly cost: number;
  readonly meaning: Meaning;
  /** The meaning under VM version 0. */
  readonly meaningVersion0: Meaning;
  /** Execution may go on anywhere but at the next instruction, or leaves the VM. */
  readonly endsBlock: boolean;

  constructor(block: ExtensionBlock, index: number, bases: readonly Instruction[]) {
    const { mask, match, length, fields } = parsePattern(block.pattern);
    this.name = block.name;
    this.key = block.hint ? `${block.name} (hint)` : block.name;
    this.index = index;
    this.extension = block.extension;
    this.pattern = block.pattern;
    this.operands = block.operands;
    this.length = length;
    this.mask = mask;
    this.match = match;
    this.fields = fields;
    this.constrained = fields.filter(({ forbidden }) => forbidden.length > 0);
    this.field = new Map(fields.map((field) => [field.name, field]));
    this.hint = block.hint ?? false;
    this.base = block.expandsTo === undefined ? this : baseOf(block.expandsTo, bases);
    this.binding = block.expandsTo === undefined ? ownBinding(this.field) : expandedBinding(this, block.expandsTo);
    const source = block.expandsTo === undefined ? block : this.base;
    if (source.cost === undefined || source.meaning === undefined) throw new Error(`${block.name} has no meaning`);
    this.cost = source.cost;
    this.meaning = source.meaning;
    this.meaningVersion0 = source.meaningVersion0 ?? source.meaning;
    this.endsBlock = source.endsBlock ?? false;
  }
}

/** Where an operand of the base instruction comes from: a field of the word, or a constant. */
export interface Binding {
  readonly rd: Field | number;
  readonly rs1: Field | number;
  readonly rs2: Field | number;
  readonly imm: Field | number;
}

function ownBinding(field: ReadonlyMap<FieldName, Field>): Binding {
  return {
    rd: field.get("rd") ?? DISCARD,
    rs1: field.get("rs1") ?? 0,
    rs2: field.get("rs2") ?? 0,
    imm: field.get("imm") ?? 0,
  };
}

/** `addi rd, rd, imm` as words: the name, then the operands. */
function words(text: string): string[] {
  return text.split(/[\s,()]+/).filter(Boolean);
}

function baseOf(expansion: string, bases: readonly Instruction[]): Instruction {
  const base = bases.find(({ name }) => name === words(expansion)[0]);
  if (!base) throw new Error(`"${expansion}" stands for an unknown instruction`);
  return base;
}

function expandedBinding({ field, base }: Instruction, expansion: string): Binding {
  const values = words(expansion).slice(1);
  const source = (name: FieldName, absent: number): Field | number => {
    const value = values[words(base.operands).map(operandField).indexOf(name)];
    return value === undefined ? absent : (field.get(value as FieldName) ?? registerNumber(value) ?? Number(value));
  };
  const rd = source("rd", DISCARD);
  return { rd: rd === 0 ? DISCARD : rd, rs1: source("rs1", 0), rs2: source("rs2", 0), imm: source("imm", 0) };
}

/** The field behind an operand token: `target`, `upper` and `shamt` are ways to write `imm`. */
export function operandField(token: string): FieldName {
  return token === "target" || token === "upper" || token === "shamt" ? "imm" : (token as FieldName);
}

const BASES = [RV64I, RV64M, RV64A, ZBA, ZBB, ZBC, ZBS].flat().map((block, index) => new Instruction(block, index, []));
const COMPRESSED = RV64C.map((block, k) => new Instruction(block, BASES.length + k, BASES));

/** Every instruction CKB-VM accepts, base instructions first. */
export const INSTRUCTIONS: readonly Instruction[] = [...BASES, ...COMPRESSED];

const BY_NAME = Map.groupBy(INSTRUCTIONS, (instruction) => instruction.name);

/** The instructions called `name`: one, or a compressed instruction and its HINT form. Empty if there is none. */
export function instructionsNamed(name: string): readonly Instruction[] {
  return BY_NAME.get(name) ?? [];
}

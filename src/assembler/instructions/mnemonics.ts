import {
  type FieldName,
  INSTRUCTIONS,
  instructionsNamed,
  operandField,
  registerNumber,
  type Instruction,
} from "../../isa/index.ts";
import type { Assembly } from "../assembly.ts";
import { farJump, loadAddress, loadFrom, storeTo } from "./address.ts";
import { ALIASES, SHIFT_PAIRS, type Alias } from "./aliases.ts";
import { loadConstant } from "./constant.ts";
import { emit, emitKnown } from "./emit.ts";
import { bindOperands, type Bound, compileOperands, type OperandPatterns } from "./forms.ts";
import type { Operand } from "./operands.ts";
import type { Cursor } from "../cursor.ts";
import { Problem } from "../error.ts";

/** One way to write a mnemonic. */
interface Form {
  readonly patterns: OperandPatterns;
  readonly apply: (assembly: Assembly, bound: Bound, operands: readonly Operand[], cursor: Cursor) => void;
  /** Left out of the choice unless this extension is off. */
  readonly unless?: string;
}

const forms = new Map<string, Form[]>();

function define(name: string, operands: string, apply: Form["apply"], unless?: string): void {
  const form: Form = { patterns: compileOperands(operands), apply, ...(unless && { unless }) };
  const list = forms.get(name);
  if (list) list.push(form);
  else forms.set(name, [form]);
}

// GNU as writes a pair of shifts for these where the extension with the instruction is off: the first form that fits.
for (const { name, extension, left, right } of SHIFT_PAIRS) {
  const [slli, shift] = [instructionsNamed("slli")[0], instructionsNamed(right)[0]];
  const apply: Form["apply"] = (assembly, { values: { rd = 0, rs1 = 0 } }) => {
    emitKnown(assembly, slli, { rd, rs1, imm: left }, assembly.column);
    emitKnown(assembly, shift, { rd, rs1: rd, imm: left }, assembly.column);
  };
  define(name, "rd, rs1", apply, extension);
}

for (const instruction of INSTRUCTIONS) {
  // GNU as compresses jumps only where they are written as pseudo-instructions.
  const compression = instruction.name === "jal" || instruction.name === "jalr" ? "never" : "always";
  define(instruction.name, instruction.operands, (assembly, { values, immediate, how }) =>
    emit(assembly, instruction, values, immediate, how, compression),
  );
  if (instruction.length === 4) defineSymbolForms(instruction);
}

function defineSymbolForms(instruction: Instruction): void {
  if (instruction.operands === "rd, imm(rs1)" && instruction.name !== "jalr") {
    define(instruction.name, "rd, symbol", (assembly, { values, immediate }) => {
      if (!immediate?.expression) return;
      refuseConstant(assembly, immediate);
      loadFrom(assembly, instruction, values.rd ?? 0, immediate.expression, immediate.at);
    });
  } else if (instruction.operands === "rs2, imm(rs1)") {
    define(instruction.name, "rs2, symbol, rd", (assembly, { values, immediate }) => {
      const { rs2 = 0, rd = 0 } = values;
      if (!immediate?.expression) return;
      refuseConstant(assembly, immediate);
      storeTo(assembly, instruction, rs2, rd, immediate.expression, immediate.at);
    });
  }
}

/** `lw a0, 8` is more likely a slip than a load from address 8. */
function refuseConstant(assembly: Assembly, { expression, at }: Operand): void {
  if (expression && assembly.constantOf(expression) === undefined) return;
  throw new Problem("expected offset(register) or a symbol", at);
}

for (const alias of ALIASES) defineAlias(alias);

function defineAlias({ name, operands, expandsTo, compress }: Alias): void {
  const [mnemonic, ...tokens] = expandsTo.split(/[\s,()]+/).filter(Boolean);
  const [instruction] = instructionsNamed(mnemonic);
  // The base's operands in the table's order; `fence` has a third field that its operands do not show.
  const fields = `${instruction.operands}${mnemonic === "fence" ? ", fm" : ""}`.split(/[\s,()]+/).filter(Boolean);
  const fixed: Partial<Record<FieldName, number>> = {};
  const copied: [to: FieldName, from: FieldName][] = [];
  tokens.forEach((token, k) => {
    const to = operandField(fields[k]);
    const number = registerNumber(token) ?? Number(token);
    if (!Number.isNaN(number)) fixed[to] = number;
    else if (to !== "imm") copied.push([to, token as FieldName]);
  });
  define(name, operands, (assembly, { values, immediate, how }) => {
    const renamed: Partial<Record<FieldName, number>> = { ...fixed };
    for (const [to, from] of copied) renamed[to] = values[from] ?? 0;
    emit(assembly, instruction, renamed, immediate, how, compress);
  });
}

/** Words that no extension will ever give a meaning: what `unimp` stands for. */
const UNIMP = 0xc0001073 | 0;
const C_UNIMP = 0;
define("unimp", "", (assembly) =>
  assembly.options.compress ? assembly.append(C_UNIMP, 2) : assembly.append(UNIMP, 4),
);
define("c.unimp", "", (assembly) => assembly.append(C_UNIMP, 2));

define("li", "rd, imm", (assembly, { values, immediate }, _, cursor) => {
  if (!immediate?.expression) return;
  if (immediate.modifier) cursor.fail("li takes a constant", immediate.at);
  loadConstant(assembly, values.rd ?? 0, assembly.needConstant(immediate.expression, cursor, immediate.at));
});

for (const name of ["la", "lla", "lga"]) {
  define(name, "rd, symbol", (assembly, { values, immediate }) => {
    if (!immediate?.expression) return;
    const known = assembly.constantOf(immediate.expression);
    if (known !== undefined) loadConstant(assembly, values.rd ?? 0, known);
    else loadAddress(assembly, values.rd ?? 0, immediate.expression, immediate.at);
  });
}

function defineJump(name: string, operands: string, rd: number | "rd", scratch: number | "rd"): void {
  define(name, operands, (assembly, { values, immediate }) => {
    const pick = (register: number | "rd") => (register === "rd" ? (values.rd ?? 0) : register);
    if (immediate?.expression) farJump(assembly, pick(rd), pick(scratch), immediate.expression, immediate.at);
  });
}

const [RA, T1] = [1, 6];
defineJump("call", "symbol", RA, RA);
defineJump("call", "rd, symbol", "rd", T1);
defineJump("tail", "symbol", 0, T1);
defineJump("jump", "symbol, rd", 0, "rd");

const CSR_MNEMONIC = /^(csr|rdcycle|rdtime|rdinstret|fr|fs(?!l)|[ms]ret|wfi|sfence|hfence)/;

/** Appends the instruction `name` with these operands. */
export function assembleInstruction(
  assembly: Assembly,
  name: string,
  operands: readonly Operand[],
  cursor: Cursor,
): void {
  const list = forms.get(name) ?? forms.get(name.toLowerCase());
  if (!list) return assembleOrdered(assembly, name, operands, cursor);
  let problem: Problem | undefined;
  for (const form of list) {
    if (form.unless && assembly.options.extensions.has(form.unless)) continue;
    const bound = bindOperands(form.patterns, operands);
    if (!bound) continue;
    try {
      return form.apply(assembly, bound, operands, cursor);
    } catch (error) {
      // HINTs look like the instruction whose forbidden operands they use: the next form may take them.
      if (!(error instanceof Problem)) throw error;
      problem ??= error;
    }
  }
  if (problem) throw problem;
  const expected = instructionsNamed(name)[0]?.operands;
  return cursor.fail(
    `${name} does not take these operands${expected ? `: expected "${name} ${expected}"` : ""}`,
    assembly.column,
  );
}

/** An atomic instruction with `.aq`, `.rl` or `.aqrl` after its name. */
function assembleOrdered(assembly: Assembly, name: string, operands: readonly Operand[], cursor: Cursor): void {
  const [, plain = "", suffix = ""] = /^(.+)\.(aq|rl|aqrl)$/.exec(name) ?? [];
  const instruction = instructionsNamed(plain)[0];
  const bound = instruction?.field.has("aq")
    ? bindOperands(compileOperands(instruction.operands), operands)
    : undefined;
  if (bound) {
    const values = { ...bound.values, aq: suffix === "rl" ? 0 : 1, rl: suffix === "aq" ? 0 : 1 };
    return emit(assembly, instruction, values, undefined, "value", "never");
  }
  if (instruction?.field.has("aq")) cursor.fail(`${name} does not take these operands`, assembly.column);
  const reason = CSR_MNEMONIC.test(name) ? ": this machine has no control registers or privileged modes" : "";
  return cursor.fail(`unknown instruction "${name}"${reason}`, assembly.column);
}

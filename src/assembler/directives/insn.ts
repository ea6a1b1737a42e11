import { encodingProblem, instructionsNamed, type FieldValues, type Instruction } from "../../isa/index.ts";
import type { Context } from "../context.ts";
import type { Cursor } from "../cursor.ts";
import { smallNumber, upperValue } from "../instructions/emit.ts";
import { type Operand, parseOperands } from "../instructions/operands.ts";
import type { Directive, Directives } from "./directive.ts";

/** Names of major opcodes, bits 6:0 (unprivileged manual, "RV32/64G Instruction Set Listings"). */
const OPCODES = new Map(
  Object.entries({
    LOAD: 0x03, LOAD_FP: 0x07, CUSTOM_0: 0x0b, MISC_MEM: 0x0f, OP_IMM: 0x13, AUIPC: 0x17, OP_IMM_32: 0x1b,
    STORE: 0x23, STORE_FP: 0x27, CUSTOM_1: 0x2b, AMO: 0x2f, OP: 0x33, LUI: 0x37, OP_32: 0x3b,
    MADD: 0x43, MSUB: 0x47, NMSUB: 0x4b, NMADD: 0x4f, OP_FP: 0x53, OP_V: 0x57, CUSTOM_2: 0x5b,
    BRANCH: 0x63, JALR: 0x67, JAL: 0x6f, SYSTEM: 0x73, CUSTOM_3: 0x7b,
  }),
); // prettier-ignore

/** Formats, and an instruction of the table whose pattern has the same fields. */
const FORMATS = new Map(
  Object.entries({ r: "add", i: "addi", s: "sb", sb: "beq", b: "beq", u: "lui", uj: "jal", j: "jal" }).map(
    ([format, name]) => [format, instructionsNamed(name)[0]] as const,
  ),
);

/** `.insn format opcode, …` and `.insn [length,] value`. */
const insn: Directive = (context, cursor) => {
  const { assembly } = context;
  cursor.next();
  const start = cursor.at;
  const template = FORMATS.get(cursor.symbol());
  if (!template) {
    cursor.at = start;
    return raw(context, cursor);
  }
  const reader = new OperandReader(context, cursor, parseOperands(cursor, assembly));
  const opcode = reader.opcode();
  if (template.name === "add") return formatR(reader, template, opcode);
  const funct3 = template.name === "lui" || template.name === "jal" ? 0 : reader.number(7);
  const instruction = { ...template, name: ".insn", match: (opcode | (funct3 << 12)) >>> 0 };
  switch (template.name) {
    case "addi": {
      const rd = reader.register();
      const memory = reader.memory();
      if (memory) return reader.immediate(instruction, { rd, rs1: memory.base }, memory);
      const rs1 = reader.register();
      return reader.immediate(instruction, { rd, rs1 }, reader.take());
    }
    case "sb": {
      const rs2 = reader.register();
      const memory = reader.memory() ?? cursor.fail("expected offset(register)", start);
      return reader.immediate(instruction, { rs2, rs1: memory.base }, memory);
    }
    case "beq": {
      const rs1 = reader.register();
      return reader.target(instruction, { rs1, rs2: reader.register() });
    }
    case "lui": {
      const rd = reader.register();
      const operand = reader.take();
      if (operand.modifier) return reader.immediate(instruction, { rd }, operand);
      return reader.put(instruction, { rd, imm: upperValue(BigInt(reader.valueOf(operand)), operand.at) }, operand.at);
    }
    default:
      return reader.target(instruction, { rd: reader.register() });
  }
};

/** `r opcode, funct3, funct7, rd, rs1, rs2`, or with funct2 and a third source. */
function formatR(reader: OperandReader, template: Instruction, opcode: number): void {
  const funct3 = reader.number(7);
  const four = reader.left === 5;
  const funct = reader.number(four ? 3 : 127);
  const values = { rd: reader.register(), rs1: reader.register(), rs2: reader.register() };
  const funct7 = four ? (reader.register() << 2) | funct : funct;
  const match = (opcode | (funct3 << 12) | (funct7 << 25)) >>> 0;
  reader.put({ ...template, name: ".insn", match }, values, 0);
}

class OperandReader {
  readonly #context: Context;
  readonly #cursor: Cursor;
  readonly #operands: readonly Operand[];
  #at = 0;

  constructor(context: Context, cursor: Cursor, operands: readonly Operand[]) {
    this.#context = context;
    this.#cursor = cursor;
    this.#operands = operands;
  }

  get left(): number {
    return this.#operands.length - this.#at;
  }

  take(): Operand {
    const operand = this.#operands[this.#at++];
    return operand ?? this.#cursor.fail("too few operands");
  }

  opcode(): number {
    const operand = this.take();
    const value = OPCODES.get(operand.text) ?? this.valueOf(operand);
    if (value < 0 || value > 127 || (value & 3) !== 3)
      this.#cursor.fail("expected an opcode with low bits 11", operand.at);
    return value;
  }

  number(max: number): number {
    const operand = this.take();
    const value = this.valueOf(operand);
    if (value < 0 || value > max) this.#cursor.fail(`must be 0 to ${max}`, operand.at);
    return value;
  }

  valueOf({ expression, at }: Operand): number {
    if (!expression) return this.#cursor.fail("expected a number", at);
    return smallNumber(this.#context.assembly.needConstant(expression, this.#cursor, at));
  }

  register(): number {
    const { register, at } = this.take();
    return register < 0 ? this.#cursor.fail("expected a register", at) : register;
  }

  /** The next operand if it is `offset(register)`. */
  memory(): Operand | undefined {
    const operand = this.#operands[this.#at];
    if (!operand || operand.base < 0) return undefined;
    this.#at++;
    return operand;
  }

  immediate(instruction: Instruction, values: FieldValues, { expression, modifier, at }: Operand): void {
    const { assembly } = this.#context;
    const known = expression && !modifier ? assembly.constantOf(expression) : 0n;
    if (expression && (modifier || known === undefined)) {
      this.#end();
      return assembly.deferred(instruction, values, expression, modifier ?? "value", at);
    }
    return this.put(instruction, { ...values, imm: smallNumber(known ?? 0n) }, at);
  }

  target(instruction: Instruction, values: FieldValues): void {
    const { expression, at } = this.take();
    if (!expression) return this.#cursor.fail("expected a target", at);
    this.#end();
    return this.#context.assembly.deferred(instruction, values, expression, "target", at);
  }

  put(instruction: Instruction, values: FieldValues, at: number): void {
    this.#end();
    const problem = encodingProblem(instruction, values);
    if (problem) this.#cursor.fail(`.insn: ${problem}`, at);
    this.#context.assembly.instruction(instruction, values, at);
  }

  #end(): void {
    const extra = this.#operands[this.#at];
    if (extra) this.#cursor.fail("too many operands", extra.at);
  }
}

/** `.insn value` or `.insn length, value`: the low bits tell the length, and a given one has to agree. */
function raw({ assembly }: Context, cursor: Cursor): void {
  const { at: start } = cursor;
  const values = parseOperands(cursor, assembly).map((operand) => {
    if (!operand.expression || operand.modifier || operand.base >= 0)
      return cursor.fail("expected a number", operand.at);
    return assembly.needConstant(operand.expression, cursor, operand.at);
  });
  const value = values.at(-1);
  if (value === undefined || values.length > 2) return cursor.fail("expected a format or a value", start);
  const length = (value & 3n) === 3n ? 4 : 2;
  if (values.length === 2 && values[0] !== BigInt(length))
    cursor.fail(`the low bits of the value say ${length} bytes`, start);
  if (value < 0n || value >= 1n << BigInt(8 * length) || (value & 0x1fn) === 0x1fn) {
    cursor.fail("only instructions of 2 and 4 bytes are known", start);
  }
  return assembly.append(Number(value) | 0, length);
}

/** Instructions by their fields. */
export const INSN_DIRECTIVES: Directives = [[".insn", insn]];

import { registerNumber } from "../../isa/index.ts";
import type { Cursor } from "../cursor.ts";
import type { Expression } from "../model.ts";
import { parseExpression, type Names } from "../parse-expression.ts";

/** `%hi(…)` and its kin: which part of an address an operand asks for. */
export type Modifier = "hi" | "lo" | "pcrel_hi" | "pcrel_lo";

const MODIFIERS = new Set<string>(["hi", "lo", "pcrel_hi", "pcrel_lo"] satisfies Modifier[]);

/** One operand of an instruction as it is written: `a0`, `expression`, `%lo(expression)`, and `(base)` after either. */
export interface Operand {
  /** Offset in the line. */
  readonly at: number;
  readonly text: string;
  /** For a register alone, its number; otherwise -1. */
  readonly register: number;
  readonly expression: Expression | undefined;
  readonly modifier: Modifier | undefined;
  /** The register in parentheses; -1 where there is none. */
  readonly base: number;
}

/** Reads the operands up to the end of the statement. */
export function parseOperands(cursor: Cursor, names: Names): Operand[] {
  const operands: Operand[] = [];
  if (cursor.atEnd()) return operands;
  do operands.push(parseOperand(cursor, names));
  while (cursor.accept(","));
  cursor.expectEnd();
  return operands;
}

function parseOperand(cursor: Cursor, names: Names): Operand {
  cursor.next();
  const at = cursor.at;
  const word = cursor.symbol();
  const register = word === "" ? undefined : registerNumber(word);
  if (register !== undefined) return { at, text: word, register, expression: undefined, modifier: undefined, base: -1 };
  cursor.at = at;
  let base = acceptBase(cursor);
  let expression: Expression | undefined;
  let modifier: Modifier | undefined;
  if (base < 0) {
    modifier = acceptModifier(cursor);
    expression = parseExpression(cursor, names);
    // Without dynamic linking, a call by way of the PLT is a call.
    if (cursor.text.startsWith("@plt", cursor.at)) cursor.at = Math.min(cursor.at + 4, cursor.end);
    base = acceptBase(cursor);
  }
  return { at, text: cursor.text.slice(at, cursor.at).trim(), register: -1, expression, modifier, base };
}

/** Reads `(register)`; -1 and no step forward if something else is there. */
function acceptBase(cursor: Cursor): number {
  const start = cursor.at;
  if (cursor.accept("(")) {
    const register = registerNumber(cursor.symbol());
    if (register !== undefined && cursor.accept(")")) return register;
  }
  cursor.at = start;
  return -1;
}

function acceptModifier(cursor: Cursor): Modifier | undefined {
  const start = cursor.at;
  if (!cursor.accept("%")) return undefined;
  const name = cursor.symbol();
  if (MODIFIERS.has(name) && cursor.next() === 0x28) return name as Modifier;
  return cursor.fail(name ? `%${name} is not supported` : "expected %hi, %lo, %pcrel_hi or %pcrel_lo", start);
}

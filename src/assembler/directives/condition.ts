import type { Cursor } from "../cursor.ts";
import { parseExpression } from "../parse-expression.ts";
import { DEPTH_MAX } from "../conditions.ts";
import type { Context } from "../context.ts";
import { isDefined } from "../symbols.ts";
import type { Directive, Directives } from "./directive.ts";

function opening(test: (context: Context, cursor: Cursor) => boolean): Directive {
  return (context, cursor) => {
    const { conditions, assembly } = context;
    const column = assembly.column;
    // Inside a part that is left out, conditions need not make sense.
    let holds = false;
    try {
      holds = conditions.active && test(context, cursor);
    } finally {
      if (!conditions.open(holds, assembly.source, column)) context.input.stop();
    }
    if (conditions.depth >= DEPTH_MAX) cursor.fail("conditionals are nested too deeply", column);
  };
}

function value({ assembly }: Context, cursor: Cursor): bigint {
  cursor.next();
  const at = cursor.at;
  const result = assembly.needConstant(parseExpression(cursor, assembly), cursor, at);
  cursor.expectEnd();
  return result;
}

function defined({ assembly }: Context, cursor: Cursor): boolean {
  const symbol = assembly.symbols.get(cursor.name());
  cursor.expectEnd();
  return symbol !== undefined && (isDefined(symbol) || symbol.common !== undefined);
}

/** `.ifc a, b`: the texts are equal, without the blanks around them or quotes. */
function same(_: Context, cursor: Cursor): boolean {
  const comma = commaOf(cursor);
  if (comma < 0) cursor.fail("expected two texts with a comma between");
  const first = cursor.text.slice(cursor.at, comma);
  cursor.at = comma + 1;
  return unquoted(first) === unquoted(cursor.rest());
}

function commaOf(cursor: Cursor): number {
  let quote = "";
  for (let at = cursor.at; at < cursor.end; at++) {
    const character = cursor.text.charAt(at);
    if (quote ? character === quote : character === "'" || character === '"') quote = quote ? "" : character;
    else if (!quote && character === ",") return at;
  }
  return -1;
}

function unquoted(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed.charAt(0);
  return trimmed.length >= 2 && (quote === "'" || quote === '"') && trimmed.endsWith(quote)
    ? trimmed.slice(1, -1)
    : trimmed;
}

const otherwise: Directive = ({ conditions, assembly }, cursor) => {
  const condition = conditions.innermost;
  if (!condition || condition.otherwise) return cursor.fail(".else without .if", assembly.column);
  condition.active = !condition.done;
  condition.done = true;
  condition.otherwise = true;
  return cursor.expectEnd();
};

const elseIf: Directive = (context, cursor) => {
  const condition = context.conditions.innermost;
  if (!condition || condition.otherwise) return cursor.fail(".elseif without .if", context.assembly.column);
  condition.active = false;
  if (!condition.done) condition.active = condition.done = value(context, cursor) !== 0n;
  else cursor.rest();
};

const end: Directive = ({ conditions, assembly }, cursor) => {
  if (!conditions.close()) cursor.fail(".endif without .if", assembly.column);
  cursor.expectEnd();
};

const not = (test: (context: Context, cursor: Cursor) => boolean) =>
  opening((context, cursor) => !test(context, cursor));
const blank = (_: Context, cursor: Cursor) => cursor.rest() === "";

/** Conditional assembly. */
export const CONDITION_DIRECTIVES: Directives = [
  [".if .ifne", opening((context, cursor) => value(context, cursor) !== 0n)],
  [".ifeq", opening((context, cursor) => value(context, cursor) === 0n)],
  [".ifgt", opening((context, cursor) => value(context, cursor) > 0n)],
  [".ifge", opening((context, cursor) => value(context, cursor) >= 0n)],
  [".iflt", opening((context, cursor) => value(context, cursor) < 0n)],
  [".ifle", opening((context, cursor) => value(context, cursor) <= 0n)],
  [".ifdef", opening(defined)],
  [".ifndef .ifnotdef", not(defined)],
  [".ifb", opening(blank)],
  [".ifnb", not(blank)],
  [".ifc .ifeqs", opening(same)],
  [".ifnc .ifnes", not(same)],
  [".else", otherwise],
  [".elseif", elseIf],
  [".endif", end],
];

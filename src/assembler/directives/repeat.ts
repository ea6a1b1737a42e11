import { parseExpression } from "../parse-expression.ts";
import type { Context } from "../context.ts";
import { readArguments } from "./arguments.ts";
import { readBody, substitute } from "./body.ts";
import type { Directive, Directives } from "./directive.ts";

/** Repeats the body that follows with the values that `round` gives, until it gives undefined. */
function repeat(
  context: Context,
  name: string,
  at: number,
  round: () => ReadonlyMap<string, string> | undefined,
): void {
  const { assembly, input, conditions } = context;
  const { source } = assembly;
  const body = readBody(context, ".endr");
  const caller = { line: source, at, what: name };
  const again = () => {
    const values = round();
    return values && substitute(body, values, context.calls, caller);
  };
  input.push([], conditions.depth, at, { again });
}

/** `.rept count`. */
const rept: Directive = (context, cursor, name) => {
  const { assembly } = context;
  const at = assembly.column;
  cursor.next();
  const start = cursor.at;
  const count = assembly.needConstant(parseExpression(cursor, assembly), cursor, start);
  cursor.expectEnd();
  if (count < 0n) cursor.fail("the count is negative", start);
  let left = count;
  const none = new Map<string, string>();
  repeat(context, name, at, () => (left-- > 0n ? none : undefined));
};

/** `.irp name, values`: one round for each value, one with nothing if there are none. */
const irp: Directive = (context, cursor, name) => {
  const at = context.assembly.column;
  const parameter = cursor.name("a name");
  cursor.accept(",");
  const values = readArguments(cursor, Infinity).map((argument) => argument.value);
  repeatFor(context, name, at, parameter, values);
};

/** `.irpc name, characters`. */
const irpc: Directive = (context, cursor, name) => {
  const at = context.assembly.column;
  const parameter = cursor.name("a name");
  cursor.accept(",");
  const text = cursor.rest();
  const quoted = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  repeatFor(context, name, at, parameter, [...(quoted ? text.slice(1, -1) : text)]);
};

function repeatFor(context: Context, name: string, at: number, parameter: string, values: readonly string[]): void {
  const rounds = values.length > 0 ? values : [""];
  let next = 0;
  repeat(context, name, at, () => (next < rounds.length ? new Map([[parameter, rounds[next++]]]) : undefined));
}

/** Repetitions. */
export const REPEAT_DIRECTIVES: Directives = [
  [".rept .rep", rept],
  [".irp", irp],
  [".irpc", irpc],
];

import type { Cursor } from "../cursor.ts";
import type { Context } from "../context.ts";
import { readArguments } from "./arguments.ts";
import type { Macro, Parameter } from "../macros.ts";
import { readBody, substitute } from "./body.ts";
import type { Directive, Directives } from "./directive.ts";

/** `.macro name a, b=default, c:req, d:vararg`. */
const define: Directive = (context, cursor) => {
  const at = context.assembly.column;
  const name = cursor.name("the name of the macro");
  const parameters: Parameter[] = [];
  cursor.accept(",");
  while (!cursor.atEnd()) {
    parameters.push(readParameter(cursor));
    cursor.accept(",");
  }
  const body = readBody(context, ".endm");
  if (context.macros.has(name)) cursor.fail(`macro "${name}" is already defined`, at);
  context.macros.set(name, { name, parameters, body });
};

function readParameter(cursor: Cursor): Parameter {
  const name = cursor.name("the name of a parameter");
  let qualifier: Parameter["qualifier"] = "";
  if (cursor.accept(":")) {
    const word = cursor.symbol();
    if (word !== "req" && word !== "vararg") cursor.fail("expected :req or :vararg");
    qualifier = word;
  }
  const value = cursor.accept("=") ? (readArguments(cursor, 1)[0]?.value ?? "") : "";
  return { name, qualifier, value };
}

/** Reads the arguments of a call and goes on with the macro's lines. */
export function callMacro(context: Context, cursor: Cursor, macro: Macro): void {
  const { assembly, input, conditions } = context;
  const at = assembly.column;
  const values = bindArguments(cursor, macro);
  for (const { name, qualifier, value } of macro.parameters) {
    if (values.has(name) && values.get(name) !== "") continue;
    if (qualifier === "req") cursor.fail(`macro "${macro.name}" needs a value for "${name}"`, at);
    values.set(name, value);
  }
  const caller = { line: assembly.source, at, what: `macro "${macro.name}"` };
  input.push(substitute(macro.body, values, context.calls++, caller), conditions.depth, at, { macro: true });
}

function bindArguments(cursor: Cursor, { name, parameters }: Macro): Map<string, string> {
  const values = new Map<string, string>();
  const last = parameters.at(-1);
  const positions = last?.qualifier === "vararg" ? parameters.length - 1 : Infinity;
  const list = readArguments(cursor, positions);
  let position = 0;
  for (const argument of list) {
    const named = argument.name === "" ? undefined : parameters.find((parameter) => parameter.name === argument.name);
    if (named) {
      values.set(named.name, argument.value);
      continue;
    }
    const parameter = parameters[position++];
    if (!parameter) return cursor.fail(`macro "${name}" takes ${parameters.length} arguments`, argument.at);
    values.set(parameter.name, argument.name === "" ? argument.value : `${argument.name}=${argument.value}`);
  }
  const rest = cursor.rest();
  if (last?.qualifier === "vararg" && rest !== "" && !values.has(last.name)) values.set(last.name, rest);
  return values;
}

const exit: Directive = ({ input, conditions, assembly }, cursor) => {
  const depth = input.exitMacro();
  if (depth === undefined) return cursor.fail(".exitm outside of a macro", assembly.column);
  conditions.closeTo(depth);
};

const purge: Directive = ({ macros, assembly }, cursor) => {
  do {
    const name = cursor.name("the name of a macro");
    if (!macros.delete(name)) cursor.fail(`there is no macro "${name}"`, assembly.column);
  } while (cursor.accept(","));
};

const stray: Directive = ({ assembly }, cursor, name) => cursor.fail(`${name} without an opening`, assembly.column);

/** Macros of the assembler. */
export const MACRO_DIRECTIVES: Directives = [
  [".macro", define],
  [".exitm", exit],
  [".purgem", purge],
  [".endm .endmacro .endr", stray],
  [".end", ({ input }) => input.stop()],
];

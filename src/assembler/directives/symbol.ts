import type { Cursor } from "../cursor.ts";
import type { Expression } from "../model.ts";
import { parseExpression } from "../parse-expression.ts";
import type { Context } from "../context.ts";
import type { AssemblySymbol } from "../model.ts";
import { isDefined } from "../symbols.ts";
import { smallNumber } from "../instructions/emit.ts";
import type { Directive, Directives } from "./directive.ts";

/** `name = value` and `name == value`; the cursor is at the first `=`. */
export function defineSymbol(context: Context, cursor: Cursor, name: string, at: number): void {
  cursor.expect("=");
  const once = cursor.peek() === 0x3d;
  if (once) cursor.at++;
  return setSymbol(context, cursor, name, at, once);
}

function setSymbol({ assembly }: Context, cursor: Cursor, name: string, at: number, once: boolean): void {
  const expression = parseExpression(cursor, assembly);
  cursor.expectEnd();
  const symbol = assembly.symbols.use(name);
  if (symbol.fragment || (isDefined(symbol) && (once || !symbol.variable))) {
    cursor.fail(`symbol "${name}" is already defined`, at);
  }
  const known = assembly.constantOf(expression);
  symbol.value = known === undefined ? expression : { kind: "constant", value: known };
  symbol.variable = true;
  if (known === undefined && refersTo(expression, symbol)) cursor.fail(`symbol "${name}" is defined by itself`, at);
}

function refersTo(expression: Expression, symbol: AssemblySymbol): boolean {
  return expression.kind === "symbol" && expression.symbol === symbol;
}

function set(once: boolean): Directive {
  return (context, cursor) => {
    cursor.next();
    const at = cursor.at;
    const name = cursor.name();
    cursor.expect(",");
    setSymbol(context, cursor, name, at, once);
  };
}

function binding(kind: AssemblySymbol["binding"]): Directive {
  return ({ assembly }, cursor) => {
    do assembly.symbols.use(cursor.name()).binding = kind;
    while (cursor.accept(","));
    cursor.expectEnd();
  };
}

const type: Directive = ({ assembly }, cursor) => {
  const symbol = assembly.symbols.use(cursor.name());
  cursor.accept(",");
  const prefix = cursor.next();
  if (prefix === 0x40 || prefix === 0x25 || prefix === 0x23) cursor.at++;
  const name = cursor.name("@function or @object").toLowerCase().replace("stt_", "");
  symbol.type = name === "func" || name === "function" ? "function" : name === "object" ? "object" : "none";
  cursor.rest();
};

const size: Directive = ({ assembly }, cursor) => {
  const symbol = assembly.symbols.use(cursor.name());
  cursor.expect(",");
  symbol.size = parseExpression(cursor, assembly);
  cursor.expectEnd();
};

/** `.comm name, bytes, alignment`: zeroed memory, unless the symbol is defined elsewhere. */
function common(local: boolean): Directive {
  return ({ assembly }, cursor) => {
    const symbol = assembly.symbols.use(cursor.name());
    cursor.expect(",");
    cursor.next();
    const at = cursor.at;
    const number = () => smallNumber(assembly.needConstant(parseExpression(cursor, assembly), cursor, cursor.at));
    const bytes = number();
    const alignment = cursor.accept(",") ? number() : Math.min(16, 2 ** Math.ceil(Math.log2(Math.max(1, bytes))));
    cursor.expectEnd();
    if (bytes < 0) cursor.fail("the number of bytes is negative", at);
    if (alignment <= 0 || alignment > 65536 || !Number.isInteger(Math.log2(alignment))) {
      cursor.fail("the alignment must be a power of two, at most 65536", at);
    }
    symbol.common = { bytes, alignment };
    if (!local) symbol.binding = "global";
  };
}

/** Reserves memory for the `.comm` symbols that nothing defines. */
export function allocateCommons({ assembly }: Context): void {
  const flags = { allocated: true, writable: true, executable: false, nobits: true };
  for (const symbol of assembly.symbols.values()) {
    if (!symbol.common || isDefined(symbol)) continue;
    const section = assembly.openSection(".bss", flags);
    assembly.enter(section);
    section.align(symbol.common.alignment);
    if (section.fixed) assembly.reserve(-section.size & (symbol.common.alignment - 1));
    assembly.defineLabel(symbol, 0);
    assembly.reserve(symbol.common.bytes);
  }
}

/** Defining and describing symbols. */
export const SYMBOL_DIRECTIVES: Directives = [
  [".set .equ", set(false)],
  [".equiv", set(true)],
  [".globl .global", binding("global")],
  [".weak", binding("weak")],
  [".local", binding("local")],
  [".type", type],
  [".size", size],
  [".comm .common", common(false)],
  [".lcomm", common(true)],
];

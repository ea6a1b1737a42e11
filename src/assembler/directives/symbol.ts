import type { Cursor } from "../cursor.ts";
import type { Expression } from "../model.ts";
import { Problem } from "../error.ts";
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

/** `.comm name, bytes, alignment`: zeroed memory, unless the symbol is defined elsewhere; `.lcomm`: in any case. */
function common(local: boolean): Directive {
  return (context, cursor) => {
    const { assembly } = context;
    cursor.next();
    const start = cursor.at;
    const symbol = assembly.symbols.use(cursor.name());
    cursor.expect(",");
    cursor.next();
    const at = cursor.at;
    const number = () => smallNumber(assembly.needConstant(parseExpression(cursor, assembly), cursor, cursor.at));
    const bytes = number();
    const natural = Math.min(local ? 8 : 16, 2 ** Math[local ? "floor" : "ceil"](Math.log2(Math.max(1, bytes))));
    const alignment = cursor.accept(",") ? number() : natural;
    cursor.expectEnd();
    if (bytes < 0) cursor.fail("the number of bytes is negative", at);
    if (alignment <= 0 || alignment > 65536 || !Number.isInteger(Math.log2(alignment))) {
      cursor.fail("the alignment must be a power of two, at most 65536", at);
    }
    if (local) return allocate(assembly, symbol, { bytes, alignment }, start);
    symbol.common = { bytes, alignment };
    symbol.binding = "global";
  };
}

const BSS = { allocated: true, writable: true, executable: false, nobits: true };

function allocate(
  assembly: Context["assembly"],
  symbol: AssemblySymbol,
  { bytes, alignment }: { readonly bytes: number; readonly alignment: number },
  at: number,
): void {
  const { section, previous } = assembly;
  assembly.section = assembly.openSection(".bss", BSS);
  assembly.section.align(alignment);
  if (!assembly.section.fixed) throw new Problem("this needs a .bss without sizes that are not known yet", at);
  assembly.reserve(-assembly.section.size & (alignment - 1));
  assembly.defineLabel(symbol, at);
  assembly.reserve(bytes);
  assembly.section = section;
  assembly.previous = previous;
}

/** Reserves memory for the `.comm` symbols that nothing defines. */
export function allocateCommons({ assembly }: Context): void {
  for (const symbol of assembly.symbols.values()) {
    if (!symbol.common || isDefined(symbol)) continue;
    try {
      allocate(assembly, symbol, symbol.common, 0);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return assembly.report(error.message, assembly.source, error.at);
    }
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

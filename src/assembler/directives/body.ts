import { Cursor, continuesSymbol } from "../cursor.ts";
import type { Context } from "../context.ts";
import type { Caller, SourceLine } from "../source.ts";
import type { Body } from "../macros.ts";
import { Problem } from "../error.ts";

const OPENING: Record<string, readonly string[]> = {
  ".endm": [".macro"],
  ".endr": [".rept", ".irp", ".irpc", ".rep"],
};

/** Reads statements up to the `.endm` or `.endr` that closes the current one. */
export function readBody({ input, assembly }: Context, closing: ".endm" | ".endr"): Body {
  const lines: SourceLine[] = [];
  const cursor = new Cursor("");
  const { column, source: opener } = assembly;
  let depth = 1;
  while (input.next(cursor)) {
    const { source } = input;
    if (!source) break;
    const { at } = cursor;
    const word = afterLabels(cursor).toLowerCase();
    if (OPENING[closing].includes(word)) depth++;
    else if (word === closing || (closing === ".endm" && word === ".endmacro")) depth--;
    if (depth === 0) return { lines };
    lines.push({ ...source, text: cursor.text.slice(at, cursor.end), columns: [0, source.line, at + 1] });
  }
  assembly.source = opener;
  throw new Problem(`this has no ${closing}`, column);
}

/** The first word of a statement behind its labels. */
function afterLabels(cursor: Cursor): string {
  for (;;) {
    cursor.next();
    const start = cursor.at;
    while (cursor.at < cursor.end && continuesSymbol(cursor.text.charCodeAt(cursor.at))) cursor.at++;
    const word = cursor.text.slice(start, cursor.at);
    if (word === "" || !cursor.accept(":")) return word;
  }
}

/** Values for the names that follow a backslash. */
export type Replacements = ReadonlyMap<string, string>;

/**
 * The lines of a body with `\name` replaced, `\@` by the number of the call and `\()` by nothing. Other backslashes stay.
 */
export function substitute(body: Body, replacements: Replacements, call: number, caller: Caller): SourceLine[] {
  return body.lines.map((line) => {
    const text = line.text.includes("\\") ? substituteText(line.text, replacements, call) : line.text;
    return { ...line, text, caller: line.caller ? { ...caller, what: `${caller.what}, ${line.caller.what}` } : caller };
  });
}

function substituteText(text: string, replacements: Replacements, call: number): string {
  let result = "";
  let from = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", from)) {
    result += text.slice(from, at);
    let end = at + 1;
    while (end < text.length && continuesSymbol(text.charCodeAt(end))) end++;
    const name = text.slice(at + 1, end);
    const value = name === "" ? undefined : replacements.get(name);
    if (value !== undefined) {
      result += value;
      from = end;
    } else if (text.startsWith("\\()", at)) from = at + 3;
    else if (text.startsWith("\\@", at)) {
      result += String(call);
      from = at + 2;
    } else {
      // A name may go on with a dot, as in `\name.w`: try what comes before it.
      const dot = name.indexOf(".");
      const first = dot > 0 ? replacements.get(name.slice(0, dot)) : undefined;
      result += first ?? text.slice(at, at + 2);
      from = first === undefined ? at + 2 : at + 1 + dot;
    }
    if (result.length > TEXT_MAX) throw new Problem("a macro makes a line that is too long", 0);
  }
  return result + text.slice(from);
}

const TEXT_MAX = 1 << 20;

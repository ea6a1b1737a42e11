import { type Cursor, isBlank, continuesSymbol } from "../cursor.ts";
import { stringEnd } from "../input.ts";

/** One argument of a macro call, with its name if it is written `name=value`. */
export interface Argument {
  readonly name: string;
  readonly value: string;
  readonly at: number;
}

/**
 * Reads up to `count` arguments of a macro call. They are separated by commas, or by blanks that stand between two
 * words, not beside an operator; parentheses and quotes keep them together; the quotes around a whole argument go away.
 */
export function readArguments(cursor: Cursor, count: number): Argument[] {
  const found: Argument[] = [];
  while (found.length < count && !cursor.atEnd()) {
    const { at } = cursor;
    const name = acceptName(cursor);
    const value = readValue(cursor);
    found.push({ name, value, at });
    if (cursor.accept(",") && cursor.atEnd() && found.length < count)
      found.push({ name: "", value: "", at: cursor.at });
  }
  return found;
}

function acceptName(cursor: Cursor): string {
  const start = cursor.at;
  const name = cursor.symbol();
  if (name !== "" && cursor.accept("=") && cursor.peek() !== 0x3d) {
    cursor.next();
    return name;
  }
  cursor.at = start;
  return "";
}

function readValue(cursor: Cursor): string {
  const { text, end } = cursor;
  const start = cursor.at;
  if (cursor.peek() === 0x22) {
    const close = stringEnd(text, start);
    if (close < end && (close + 1 >= end || /[\s,]/.test(text.charAt(close + 1)))) {
      cursor.at = close + 1;
      return text.slice(start + 1, close).replaceAll('\\"', '"');
    }
  }
  let depth = 0;
  let at = start;
  for (; at < end; at++) {
    const character = text.charAt(at);
    if (character === '"') at = Math.min(stringEnd(text, at), end - 1);
    else if (character === "'") at += text.charAt(at + 1) === "\\" ? 2 : 1;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (depth <= 0 && (character === "," || (isBlank(character.charCodeAt(0)) && separates(text, at, end)))) break;
  }
  cursor.at = Math.min(at, end);
  return text.slice(start, cursor.at).trim();
}

/** Whether the blank at `at` ends an argument: it stands between words. */
function separates(text: string, at: number, end: number): boolean {
  let next = at;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  let before = at - 1;
  while (before > 0 && isBlank(text.charCodeAt(before))) before--;
  return next >= end || (isWord(text.charCodeAt(before)) && isWord(text.charCodeAt(next)));
}

/** Part of a word, or of what a backslash, quote or percent sign makes one. */
function isWord(code: number): boolean {
  return continuesSymbol(code) || code === 0x5c || code === 0x22 || code === 0x25;
}

import type { LogicalLine } from "./lines.ts";
import type { Locate, Token } from "./token.ts";

/** Index of the first character that is not blank. */
export function firstCharacter(text: string): number {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) === 0x20 || (text.charCodeAt(at) >= 9 && text.charCodeAt(at) <= 13)))
    at++;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code >= 0x80;
}

function isWord(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

/** What comes before the assembler's comment: nothing behind it can be meant as a macro. */
export function withoutComment(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ text }) => text === "#");
  return at < 0 ? tokens : tokens.slice(0, at);
}

export function locator({ line, columns }: LogicalLine): Locate {
  if (!columns) return (at) => ({ line, column: at + 1 });
  return (at) => {
    let found = 0;
    while (found + 3 < columns.length && columns[found + 3] <= at) found += 3;
    return { line: columns[found + 1], column: columns[found + 2] + at - columns[found] };
  };
}

/** Whether `text` has a word for which `isMacro` holds. Most lines have none and stay as they are. */
export function mentionsMacro(text: string, isMacro: (word: string) => boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    do at++;
    while (at < text.length && isWord(text.charCodeAt(at)));
    if (isMacro(text.slice(start, at))) return true;
  }
  return false;
}

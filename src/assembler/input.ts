import type { Cursor } from "./cursor.ts";
import { Problem } from "./error.ts";
import type { SourceLine } from "./source.ts";

/** Bounds that keep hostile sources from running forever; far above what programs need. */
const DEPTH_MAX = 100;
const LINES_MAX = 1_000_000;
const CHARACTERS_MAX = 1 << 26;

/** Lines being read: of the source, of a macro, or of one round of a repetition. */
interface Frame {
  lines: readonly SourceLine[];
  index: number;
  /** Offset in the current line where the next statement begins. */
  at: number;
  /** For a repetition: the lines of the next round, or undefined after the last. */
  readonly again: (() => readonly SourceLine[] | undefined) | undefined;
  /** True for a macro call: what `.exitm` leaves. */
  readonly macro: boolean;
  /** Open conditionals when the frame was entered. */
  readonly conditions: number;
}

/** Gives the statements of a source one by one, those that macros and repetitions make included. */
export class Input {
  readonly #frames: Frame[] = [];
  #lines = 0;
  #characters = 0;
  /** The line of the current statement. */
  source: SourceLine | undefined;

  /** Reads `lines` next, and then goes on where it is. */
  push(
    lines: readonly SourceLine[],
    conditions: number,
    at: number,
    { again, macro = false }: { again?: () => readonly SourceLine[] | undefined; macro?: boolean } = {},
  ): void {
    if (this.#frames.length >= DEPTH_MAX) throw new Problem(`macros are nested more than ${DEPTH_MAX} deep`, at);
    this.#frames.push({ lines, index: 0, at: 0, again, macro, conditions });
  }

  /** Drops what is left of the innermost macro call; the number of conditionals that were open before it, or undefined. */
  exitMacro(): number | undefined {
    const index = this.#frames.findLastIndex(({ macro }) => macro);
    if (index < 0) return undefined;
    const { conditions } = this.#frames[index];
    this.#frames.length = index;
    return conditions;
  }

  /** Drops everything that is left. */
  stop(): void {
    this.#frames.length = 0;
  }

  /** Points `cursor` at the next statement; false at the end of the source. */
  next(cursor: Cursor): boolean {
    for (;;) {
      const frame = this.#frames[this.#frames.length - 1];
      if (!frame) return false;
      const source = frame.lines[frame.index];
      if (!source) {
        if (!this.#again(frame)) this.#frames.pop();
        continue;
      }
      const { text } = source;
      if (frame.at === 0) this.#count(text.length);
      const start = frame.at;
      const end = statementEnd(text, start);
      if (end < text.length && text.charCodeAt(end) === 0x3b) frame.at = end + 1;
      else {
        frame.at = 0;
        frame.index++;
      }
      this.source = source;
      cursor.text = text;
      cursor.at = start;
      cursor.end = end;
      if (!cursor.atEnd()) return true;
    }
  }

  #again(frame: Frame): boolean {
    // Rounds without lines count too, or an empty repetition would be endless.
    this.#count(1);
    const lines = frame.again?.();
    if (!lines) return false;
    frame.lines = lines;
    frame.index = 0;
    frame.at = 0;
    return true;
  }

  #count(characters: number): void {
    this.#lines++;
    this.#characters += characters;
    if (this.#lines <= LINES_MAX && this.#characters <= CHARACTERS_MAX) return;
    this.stop();
    throw new Problem("macros and repetitions make too many lines", 0);
  }
}

/** Where the statement that begins at `start` ends: at a `;`, at the `#` of a comment, or at the end of the line. */
export function statementEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x3b: // ;
      case 0x23: // #
        return at;
      case 0x22: // "
        at = stringEnd(text, at);
        break;
      case 0x27: // ' and one character, which may be one of those above
        at += text.charCodeAt(at + 1) === 0x5c ? 2 : 1;
        break;
    }
  }
  return text.length;
}

/** Index of the quote that ends the string beginning at `at`, or the end of the text. */
export function stringEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) !== 0x22) end += text.charCodeAt(end) === 0x5c ? 2 : 1;
  return end;
}

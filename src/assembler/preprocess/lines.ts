import { CppProblem } from "./problem.ts";

/** A line after joining continued lines and taking comments out. */
export interface LogicalLine {
  readonly text: string;
  /** Number of its first line in the file. */
  readonly line: number;
  /** As `SourceLine.columns`; left out where the text is the file's own line. */
  readonly columns: readonly number[] | undefined;
}

/** Reads a file line by line, as C's translation phases 2 and 3 see it. */
export class LineReader {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(text: string) {
    this.#lines = text.split("\n");
    // The end of the last line is not the beginning of another one.
    if (this.#lines.at(-1) === "") (this.#lines as string[]).pop();
  }

  next(): LogicalLine | undefined {
    if (this.#next >= this.#lines.length) return undefined;
    const line = this.#next + 1;
    const text = this.#take();
    if (!continues(text) && (!text.includes("/") || !/\/[/*]/.test(text))) return { text, line, columns: undefined };
    return this.#join(text, line);
  }

  #take(): string {
    const text = this.#lines[this.#next++];
    return text.endsWith("\r") ? text.slice(0, -1) : text;
  }

  /** Slow path: a character at a time over as many lines as belong together. */
  #join(first: string, line: number): LogicalLine {
    const columns = [0, line, 1];
    let result = "";
    let text = first;
    let at = 0;
    let quote = "";
    /** Continues in the next line of the file; false at its end. */
    const advance = (): boolean => {
      if (this.#next >= this.#lines.length) return false;
      text = this.#take();
      at = 0;
      columns.push(result.length, this.#next, 1);
      return true;
    };
    for (;;) {
      if (at >= text.length || (text.charAt(at) === "\\" && continues(text) && at === lastCharacter(text))) {
        if (at >= text.length || !advance()) return { text: result, line, columns };
        continue;
      }
      const character = text.charAt(at);
      if (quote) {
        if (character === "\\") result += text.charAt(at++);
        else if (character === quote) quote = "";
        result += text.charAt(at++);
      } else if (character === "/" && text.charAt(at + 1) === "/") {
        while (continues(text) && advance());
        return { text: result, line, columns };
      } else if (character === "/" && text.charAt(at + 1) === "*") {
        const start = { line: this.#next, column: at + 1 };
        at += 2;
        for (let end = text.indexOf("*/", at); ; end = text.indexOf("*/")) {
          if (end >= 0) {
            at = end + 2;
            break;
          }
          if (!advance()) throw new CppProblem("this comment has no end", start);
        }
        result += " ";
        columns.push(result.length, this.#next, at + 1);
      } else {
        // A quote without its like is a character as any other.
        if ((character === '"' || character === "'") && closes(text, at)) quote = character;
        result += character;
        at++;
      }
    }
  }
}

function lastCharacter(text: string): number {
  return text.trimEnd().length - 1;
}

/** True if the next line belongs to this one. */
function continues(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  if (code === 0x5c) return true;
  return (code === 0x20 || code === 0x09) && text.trimEnd().endsWith("\\");
}

function closes(text: string, at: number): boolean {
  const quote = text.charAt(at);
  for (let k = at + 1; k < text.length; k++) {
    if (text.charAt(k) === "\\") k++;
    else if (text.charAt(k) === quote) return true;
  }
  // It may close in a line that this one continues in.
  return continues(text);
}

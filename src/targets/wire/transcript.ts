/** Lines kept, so many that an error with its stack is whole, and characters of each. */
const LINES_MAX = 20;
const LINE_LENGTH_MAX = 160;

/** The last lines that were said between rvrelay and a target's process. */
export class Transcript {
  readonly #lines: string[] = [];

  /** @param who `>` for what was sent, `<` for what came back, `!` for standard error */
  add(who: ">" | "<" | "!", line: string): void {
    const text =
      line.length > LINE_LENGTH_MAX ? `${line.slice(0, LINE_LENGTH_MAX)}… (${line.length} characters)` : line;
    this.#lines.push(`${who} ${printable(text)}`);
    if (this.#lines.length > LINES_MAX) this.#lines.shift();
  }

  lines(): readonly string[] {
    return this.#lines.slice();
  }
}

/** Control characters could repaint a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "\u{fffd}");
}

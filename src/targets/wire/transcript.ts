/** Lines kept, so many that an error with its stack is whole, and characters of each. */
const LINES_MAX = 20;
const LINE_LENGTH_MAX = 160;
/** Characters of a line that may be held in memory for its beginning. */
const KEPT_WHOLE_MAX = 2 ** 18;

/** The last lines that were said between rvrelay and a target's process. */
export class Transcript {
  readonly #lines: { readonly who: string; readonly beginning: string; readonly length: number }[] = [];

  /** @param who `>` for what was sent, `<` for what came back, `!` for standard error */
  add(who: ">" | "<" | "!", line: string): void {
    // What is cut out of a line keeps all of it in memory, which is nothing to a line of usual length. To make each one
    // printable here would take longer than to read many of them.
    const { length } = line;
    const beginning = length > LINE_LENGTH_MAX ? line.slice(0, LINE_LENGTH_MAX) : line;
    this.#lines.push({ who, beginning: length > KEPT_WHOLE_MAX ? printable(beginning) : beginning, length });
    if (this.#lines.length > LINES_MAX) this.#lines.shift();
  }

  lines(): readonly string[] {
    return this.#lines.map(({ who, beginning, length }) => {
      const rest = length > beginning.length ? `… (${length} characters)` : "";
      return `${who} ${printable(beginning)}${rest}`;
    });
  }
}

/** Control characters could repaint a terminal. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, "\u{fffd}");
}

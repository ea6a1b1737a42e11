const SHOW_AFTER_MS = 700;
const REDRAW_MS = 100;
const PLAIN_LINE_MS = 10_000;

/**
 * Says on standard error how far a long command is: one line redrawn on a terminal, a plain line every ten seconds
 * elsewhere. Short commands show nothing.
 */
export class Progress {
  readonly #terminal = process.stderr.isTTY && process.env["TERM"] !== "dumb" && !process.env["CI"];
  readonly #started = performance.now();
  #last = performance.now() + SHOW_AFTER_MS;
  #shown = false;

  update(text: string): void {
    const now = performance.now();
    const wait = this.#terminal ? REDRAW_MS : PLAIN_LINE_MS;
    if (now - this.#last < wait) return;
    this.#last = now;
    const line = `${((now - this.#started) / 1000).toFixed(0)} s  ${text}`;
    process.stderr.write(this.#terminal ? `\r\u001b[K${line}` : `${line}\n`);
    this.#shown = this.#terminal;
  }

  /** Removes the line. */
  end(): void {
    if (this.#shown) process.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}

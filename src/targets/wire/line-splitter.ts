/** Longest line that is read from a process, in bytes. */
export const LINE_BYTES_MAX = 64 * 1024 * 1024;

/** Cuts a stream of bytes into lines. */
export class LineSplitter {
  #parts: Buffer[] = [];
  #length = 0;

  /** Bytes of the line that has not ended yet. */
  get pending(): number {
    return this.#length;
  }

  /** The beginning of the line that has not ended yet, for reports. */
  get beginning(): string {
    return this.#parts[0]?.toString("utf8", 0, 200) ?? "";
  }

  /** Adds bytes; gives the lines that they end. @throws RangeError for a line longer than `LINE_BYTES_MAX` */
  push(chunk: Buffer): string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#keep(chunk.subarray(start, end));
      lines.push(
        this.#parts.length === 1 ? this.#parts[0].toString("utf8") : Buffer.concat(this.#parts).toString("utf8"),
      );
      this.#parts = [];
      this.#length = 0;
      start = end + 1;
    }
    if (start < chunk.length) this.#keep(chunk.subarray(start));
    return lines;
  }

  #keep(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > LINE_BYTES_MAX) throw new RangeError(`a line of more than ${LINE_BYTES_MAX} bytes`);
    this.#parts.push(part);
  }
}

const NEWLINE = 10;

import { Problem } from "./error.ts";

/** Character classes, by code: bit 0 may begin a symbol, bit 1 may continue one, bit 2 is a blank. */
const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_.$]/.test(character)) CLASS[code] = 3;
  else if (/[0-9]/.test(character)) CLASS[code] = 2;
  else if (/[ \t\r\f\v]/.test(character)) CLASS[code] = 4;
}

/** True if a symbol may begin with this character. Every character beyond ASCII may stand in a symbol, as in GNU as. */
export function beginsSymbol(code: number): boolean {
  return code < 128 ? (CLASS[code] & 1) !== 0 : code >= 128;
}

/** True if a symbol may go on with this character. */
export function continuesSymbol(code: number): boolean {
  return code < 128 ? (CLASS[code] & 2) !== 0 : code >= 128;
}

export function isBlank(code: number): boolean {
  return code < 128 && (CLASS[code] & 4) !== 0;
}

/** Reads one statement from left to right: the characters `at` to `end` of a line. */
export class Cursor {
  text: string;
  at: number;
  end: number;

  constructor(text: string, at = 0, end = text.length) {
    this.text = text;
    this.at = at;
    this.end = end;
  }

  /** The character code at the cursor; NaN at the end, which equals no character. */
  peek(): number {
    return this.at < this.end ? this.text.charCodeAt(this.at) : NaN;
  }

  /** Skips blanks, then peeks. */
  next(): number {
    while (this.at < this.end && isBlank(this.text.charCodeAt(this.at))) this.at++;
    return this.peek();
  }

  atEnd(): boolean {
    this.next();
    return this.at >= this.end;
  }

  /** Skips blanks and then `character`, if it is there. */
  accept(character: string): boolean {
    if (this.next() !== character.charCodeAt(0)) return false;
    this.at++;
    return true;
  }

  expect(character: string): void {
    if (!this.accept(character)) this.fail(`expected "${character}"`);
  }

  /** The symbol at the cursor, after blanks; empty if there is none. */
  symbol(): string {
    if (!beginsSymbol(this.next())) return "";
    const start = this.at;
    while (this.at < this.end && continuesSymbol(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  /** A symbol that has to be there, plain or in quotes. */
  name(what = "a symbol"): string {
    if (this.next() === 0x22) {
      const start = ++this.at;
      while (this.at < this.end && this.peek() !== 0x22) this.at++;
      const name = this.text.slice(start, this.at);
      this.expect('"');
      return name;
    }
    return this.symbol() || this.fail(`expected ${what}`);
  }

  /** The rest of the statement, without blanks around it. */
  rest(): string {
    const text = this.text.slice(this.at, this.end).trim();
    this.at = this.end;
    return text;
  }

  expectEnd(): void {
    if (!this.atEnd()) this.fail(`unexpected "${this.text.slice(this.at, Math.min(this.end, this.at + 20))}"`);
  }

  fail(message: string, at = this.at): never {
    throw new Problem(message, at);
  }
}

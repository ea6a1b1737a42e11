import { SnapshotDecodeError, type PathStep } from "./decode-error.ts";
import { isDigit, isJsonSpace, JSON_BYTE } from "./json-bytes.ts";

/**
 * Checks the JSON value at `start` and passes over it, however deep it is nested: brackets are kept in a list, not on
 * the call stack.
 * @returns where it ends
 * @throws SnapshotDecodeError if it is not JSON
 */
export function skipJsonValue(bytes: Uint8Array, start: number, path: readonly PathStep[]): number {
  return new JsonSkipper(bytes, start, path).skip();
}

class JsonSkipper {
  readonly #bytes: Uint8Array;
  readonly #path: readonly PathStep[];
  #at: number;

  constructor(bytes: Uint8Array, at: number, path: readonly PathStep[]) {
    this.#bytes = bytes;
    this.#at = at;
    this.#path = path;
  }

  skip(): number {
    const closing: number[] = [];
    do {
      if (this.#open(closing)) continue;
      // A value is behind us: what follows ends lists and objects, or leads to the next value.
      while (closing.length > 0 && this.#accept(closing[closing.length - 1])) closing.pop();
      if (closing.length === 0) break;
      if (!this.#accept(JSON_BYTE.comma))
        throw this.#error(`"," or "${String.fromCharCode(closing.at(-1) ?? 0)}" wanted`);
      if (closing.at(-1) === JSON_BYTE.closeBrace) this.#name();
    } while (closing.length > 0);
    return this.#at;
  }

  /** True if a list or object was opened that is not empty; false if a whole value was passed. */
  #open(closing: number[]): boolean {
    const isObject = this.#accept(JSON_BYTE.openBrace);
    if (!isObject && !this.#accept(JSON_BYTE.openBracket)) {
      this.#scalar();
      return false;
    }
    const close = isObject ? JSON_BYTE.closeBrace : JSON_BYTE.closeBracket;
    if (this.#accept(close)) return false;
    closing.push(close);
    if (isObject) this.#name();
    return true;
  }

  #name(): void {
    if (!this.#accept(JSON_BYTE.quote)) throw this.#error("a field name wanted");
    this.#string();
    if (!this.#accept(JSON_BYTE.colon)) throw this.#error('":" wanted');
  }

  #scalar(): void {
    if (this.#accept(JSON_BYTE.quote)) this.#string();
    else if (this.#accept(JSON_BYTE.t)) this.#word("rue");
    else if (this.#accept(JSON_BYTE.f)) this.#word("alse");
    else if (this.#accept(JSON_BYTE.n)) this.#word("ull");
    else this.#number();
  }

  #word(rest: string): void {
    for (const letter of rest) {
      if (this.#bytes[this.#at] !== letter.charCodeAt(0)) throw this.#error("a value wanted");
      this.#at++;
    }
  }

  /** From behind the opening quote to behind the closing one. */
  #string(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) throw this.#error("the text ends inside a string");
      if (byte < 0x20) throw this.#error("control character inside a string");
      this.#at++;
      if (byte === JSON_BYTE.quote) return;
      if (byte === JSON_BYTE.backslash) this.#escape();
    }
  }

  #escape(): void {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || !ESCAPES.includes(byte)) throw this.#error("unknown escape");
    this.#at++;
    if (byte !== JSON_BYTE.u) return;
    for (let k = 0; k < 4; k++, this.#at++) {
      if (!HEX_DIGITS.includes(this.#bytes[this.#at])) throw this.#error("four hexadecimal digits wanted");
    }
  }

  #number(): void {
    this.#acceptHere(JSON_BYTE.minus);
    if (!this.#acceptHere(JSON_BYTE.zero)) this.#digits("a value wanted");
    if (this.#acceptHere(JSON_BYTE.point)) this.#digits("a digit wanted");
    if (this.#acceptHere(JSON_BYTE.e) || this.#acceptHere(JSON_BYTE.E)) {
      if (!this.#acceptHere(JSON_BYTE.plus)) this.#acceptHere(JSON_BYTE.minus);
      this.#digits("a digit wanted");
    }
    if (isDigit(this.#bytes[this.#at])) throw this.#error("leading zero");
  }

  #digits(reason: string): void {
    if (!isDigit(this.#bytes[this.#at])) throw this.#error(reason);
    while (isDigit(this.#bytes[this.#at])) this.#at++;
  }

  /** Passes white space, and `byte` if it is next. */
  #accept(byte: number): boolean {
    while (isJsonSpace(this.#bytes[this.#at])) this.#at++;
    return this.#acceptHere(byte);
  }

  #acceptHere(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }

  #error(reason: string): SnapshotDecodeError {
    return new SnapshotDecodeError(this.#path, this.#at, reason);
  }
}

const ESCAPES = new TextEncoder().encode('"\\/bfnrtu');
const HEX_DIGITS = new TextEncoder().encode("0123456789abcdefABCDEF");

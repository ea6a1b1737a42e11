import { SnapshotDecodeError, type PathStep } from "./decode-error.ts";
import { skipJsonValue } from "./json-skip.ts";
import { isDigit, isJsonSpace, JSON_BYTE } from "./json-bytes.ts";

const SAFE_DIGITS = 15;
const U64_DIGITS = 20;
const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Reads JSON as serde_json does, integers exactly: no `1.0`, `1e3`, `-0` or leading zeros where a number is wanted. */
export class JsonReader {
  /** Where in the snapshot the reader is, for errors. */
  readonly path: PathStep[] = [];
  readonly #bytes: Uint8Array;
  #at = 0;
  #scratch = new Uint8Array(0);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next byte that is not white space, not consumed; -1 at the end. */
  peek(): number {
    while (isJsonSpace(this.#bytes[this.#at])) this.#at++;
    return this.#at < this.#bytes.length ? this.#bytes[this.#at] : -1;
  }

  /** True, and consumed, if `byte` is next. */
  accept(byte: number): boolean {
    if (this.peek() !== byte) return false;
    this.#at++;
    return true;
  }

  expect(byte: number): void {
    if (!this.accept(byte)) throw this.unexpected(`"${String.fromCharCode(byte)}"`);
  }

  /** An integer from 0 to `max`, which is below 2^53. */
  readNumber(max: number): number {
    const start = this.#digits();
    if (this.#at - start > SAFE_DIGITS) throw this.#tooLarge(start, max);
    let value = 0;
    for (let at = start; at < this.#at; at++) value = 10 * value + this.#bytes[at] - JSON_BYTE.zero;
    if (value > max) throw this.#tooLarge(start, max);
    return value;
  }

  /** An integer from 0 to `max`, which is below 10^20. */
  readBigInt(max: bigint): bigint {
    const start = this.#digits();
    if (this.#at - start <= SAFE_DIGITS) {
      let value = 0;
      for (let at = start; at < this.#at; at++) value = 10 * value + this.#bytes[at] - JSON_BYTE.zero;
      return BigInt(value);
    }
    if (this.#at - start > U64_DIGITS) throw this.#tooLarge(start, max);
    const value = BigInt(UTF8.decode(this.#bytes.subarray(start, this.#at)));
    if (value > max) throw this.#tooLarge(start, max);
    return value;
  }

  readString(): string {
    if (this.peek() !== JSON_BYTE.quote) throw this.unexpected("a string");
    const start = this.#at;
    this.#at = skipJsonValue(this.#bytes, start, this.path);
    const raw = this.#bytes.subarray(start + 1, this.#at - 1);
    let text: string;
    try {
      text = UTF8.decode(raw);
    } catch {
      throw this.error("not UTF-8", start);
    }
    if (!raw.includes(JSON_BYTE.backslash)) return text;
    text = String(JSON.parse(`"${text}"`));
    if (!text.isWellFormed()) throw this.error("half of a surrogate pair", start);
    return text;
  }

  /** An array of numbers from 0 to 255, as bytes of their own. */
  readBytes(): Uint8Array<ArrayBuffer> {
    let length = 0;
    this.#elements(() => {
      const byte = this.readNumber(0xff);
      if (length === this.#scratch.length) this.#growScratch();
      this.#scratch[length++] = byte;
    });
    return this.#scratch.slice(0, length);
  }

  /** An array of any length: calls `readElement` for each element, with its index as step of the path. */
  readList(readElement: (index: number) => void): void {
    this.#elements((index) => {
      this.path.push(index);
      readElement(index);
      this.path.pop();
    });
  }

  /** An array of `count` elements: calls `readElement` for each. */
  readTuple(count: number, readElement: (index: number) => void): void {
    const found = this.#elements((index) => {
      if (index === count) throw this.error(`more than ${count} elements`);
      readElement(index);
    });
    if (found < count) throw this.error(`${found} elements, not ${count}`);
  }

  /** An object, where an array is taken too (by the caller): calls `readField` for each field. */
  readObject(readField: (name: string) => void): void {
    if (this.peek() !== JSON_BYTE.openBrace) throw this.unexpected("an object or an array");
    this.#at++;
    if (this.accept(JSON_BYTE.closeBrace)) return;
    for (;;) {
      const name = this.readString();
      this.expect(JSON_BYTE.colon);
      readField(name);
      if (this.accept(JSON_BYTE.closeBrace)) return;
      if (!this.accept(JSON_BYTE.comma)) throw this.unexpected('"," or "}"');
    }
  }

  /** Passes over one value of any shape. */
  skipValue(): void {
    this.#at = skipJsonValue(this.#bytes, this.#at, this.path);
  }

  /** An error at this place, or at `offset`. */
  error(reason: string, offset = this.#at): SnapshotDecodeError {
    return new SnapshotDecodeError(this.path, offset, reason);
  }

  /** The error that something else than `wanted` is next. */
  unexpected(wanted: string): SnapshotDecodeError {
    const byte = this.peek();
    if (byte < 0) return this.error(`${wanted} wanted, but the text ends`);
    if (byte === JSON_BYTE.quote) return this.error(`${wanted} wanted, not a string`);
    const found = byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte 0x${byte.toString(16)}`;
    return this.error(`${wanted} wanted, not ${found}`);
  }

  /** Reads an array; returns the number of its elements. */
  #elements(readElement: (index: number) => void): number {
    if (this.peek() !== JSON_BYTE.openBracket) throw this.unexpected("an array");
    this.#at++;
    if (this.accept(JSON_BYTE.closeBracket)) return 0;
    for (let index = 0; ; index++) {
      readElement(index);
      if (this.accept(JSON_BYTE.closeBracket)) return index + 1;
      if (!this.accept(JSON_BYTE.comma)) throw this.unexpected('"," or "]"');
    }
  }

  /** Consumes the digits of an unsigned integer; returns where they start. */
  #digits(): number {
    if (!isDigit(this.peek())) throw this.unexpected("an unsigned integer");
    const start = this.#at;
    while (isDigit(this.#bytes[this.#at])) this.#at++;
    if (this.#bytes[start] === JSON_BYTE.zero && this.#at > start + 1) throw this.error("leading zero", start);
    const next = this.#bytes[this.#at];
    if (next === JSON_BYTE.point || next === JSON_BYTE.e || next === JSON_BYTE.E) {
      throw this.error("an unsigned integer wanted, not a fraction or power", start);
    }
    return start;
  }

  #tooLarge(start: number, max: number | bigint): SnapshotDecodeError {
    return this.error(`larger than ${max}`, start);
  }

  #growScratch(): void {
    const scratch = new Uint8Array(Math.max(64, 2 * this.#scratch.length));
    scratch.set(this.#scratch);
    this.#scratch = scratch;
  }
}

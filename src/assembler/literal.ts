import { continuesSymbol, type Cursor } from "./cursor.ts";

const ESCAPES: Record<string, number> = { b: 8, f: 12, n: 10, r: 13, t: 9, "\\": 92, '"': 34, "'": 39 };

/**
 * Reads the escape after a backslash: one of `\b \f \n \r \t \\ \"`, up to three octal digits, or `\x` and hex digits
 * (the last two count, as in GNU as). Any other character stands for itself.
 */
export function readEscape(cursor: Cursor): number {
  const character = cursor.text[cursor.at];
  if (cursor.at >= cursor.end || character === undefined) cursor.fail("text ends after a backslash");
  cursor.at++;
  const code = ESCAPES[character];
  if (code !== undefined) return code;
  if (character >= "0" && character <= "7") {
    let value = Number(character);
    for (let k = 0; k < 2 && cursor.peek() >= 0x30 && cursor.peek() <= 0x37; k++) {
      value = value * 8 + cursor.text.charCodeAt(cursor.at++) - 0x30;
    }
    return value & 0xff;
  }
  if (character === "x" || character === "X") {
    let value = 0;
    for (let digit = digitValue(cursor.peek()); digit < 16; digit = digitValue(cursor.peek())) {
      value = (value * 16 + digit) & 0xff;
      cursor.at++;
    }
    return value;
  }
  return character.charCodeAt(0);
}

/** Value of a digit in any base up to 36; NaN for anything else. */
function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a ? lower - 0x61 + 10 : NaN;
}

const encoder = new TextEncoder();

/** Reads a string in double quotes as bytes: UTF-8 but for escapes, which are one byte each. */
export function readString(cursor: Cursor): number[] {
  const start = cursor.at;
  cursor.expect('"');
  const bytes: number[] = [];
  for (;;) {
    if (cursor.at >= cursor.end) cursor.fail("this string has no end", start);
    const code = cursor.text.charCodeAt(cursor.at++);
    if (code === 0x22) return bytes;
    if (code === 0x5c) bytes.push(readEscape(cursor));
    else if (code < 128) bytes.push(code);
    else {
      const character = String.fromCodePoint(cursor.text.codePointAt(--cursor.at) ?? code);
      cursor.at += character.length;
      for (const byte of encoder.encode(character)) bytes.push(byte);
    }
  }
}

/** Reads a number: decimal, `0x` hexadecimal, `0b` binary, or octal with a leading 0. The cursor is at its first digit. */
export function readNumber(cursor: Cursor): bigint {
  const start = cursor.at;
  while (cursor.at < cursor.end && continuesSymbol(cursor.text.charCodeAt(cursor.at))) cursor.at++;
  const text = cursor.text.slice(start, cursor.at);
  if (text.length <= 15 && /^(0|[1-9][0-9]*)$/.test(text)) return BigInt(Number(text));
  // GNU as ignores the suffixes of C.
  const digits = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)(?:[uU]?[lL]{0,2})$/.exec(text)?.[1];
  if (digits === undefined) return cursor.fail(`"${text}" is not a number`, start);
  if (digits.length > 66) return cursor.fail("this number has too many digits", start);
  const octal = digits.length > 1 && /^0[0-7]/.test(digits);
  return BigInt.asUintN(64, BigInt(octal ? `0o${digits.slice(1)}` : digits));
}

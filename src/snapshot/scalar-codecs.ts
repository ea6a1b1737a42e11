import type { Codec } from "./codec.ts";

const U64_MAX = 2n ** 64n - 1n;

/** Rust's `u8`, as a number. */
export const u8: Codec<number> = {
  sizeMin: 1,
  writeBincode: (value, to) => to.writeU8(checked(value, 0xff)),
  readBincode: (from) => from.readU8(),
  toJson: (value) => String(checked(value, 0xff)),
  readJson: (from) => from.readNumber(0xff),
};

/** Rust's `u32`, as a number. */
export const u32: Codec<number> = {
  sizeMin: 4,
  writeBincode: (value, to) => to.writeU32(checked(value, 0xffff_ffff)),
  readBincode: (from) => from.readU32(),
  toJson: (value) => String(checked(value, 0xffff_ffff)),
  readJson: (from) => from.readNumber(0xffff_ffff),
};

/** Rust's `u64`, as a bigint. */
export const u64: Codec<bigint> = {
  sizeMin: 8,
  writeBincode: (value, to) => to.writeU64(checkedU64(value)),
  readBincode: (from) => from.readU64(),
  toJson: (value) => String(checkedU64(value)),
  readJson: (from) => from.readBigInt(U64_MAX),
};

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Rust's `String`. */
export const string: Codec<string> = {
  sizeMin: 8,
  writeBincode(value, to) {
    const bytes = new TextEncoder().encode(wellFormed(value));
    to.writeCount(bytes.length);
    to.writeRaw(bytes);
  },
  readBincode(from) {
    const count = from.readCount(1);
    const bytes = from.readRaw(count);
    try {
      return UTF8.decode(bytes);
    } catch {
      throw from.error("not UTF-8", count);
    }
  },
  toJson: (value) => JSON.stringify(wellFormed(value)),
  readJson: (from) => from.readString(),
};

/** One for all: hostile lists of nothing must not fill memory. */
const NO_BYTES = new Uint8Array(0);

/** Rust's `Vec<u8>`: in JSON an array of numbers. Decoded bytes are a copy. */
export const bytes: Codec<Uint8Array> = {
  sizeMin: 8,
  writeBincode(value, to) {
    to.writeCount(value.length);
    to.writeRaw(value);
  },
  readBincode(from) {
    const count = from.readCount(1);
    return count === 0 ? NO_BYTES : from.readRaw(count).slice();
  },
  toJson: (value) => `[${value.join()}]`,
  readJson(from) {
    const value = from.readBytes();
    return value.length === 0 ? NO_BYTES : value;
  },
};

function checked(value: number, max: number): number {
  if (!Number.isInteger(value) || value < 0 || value > max) throw new RangeError(`${value} is not from 0 to ${max}`);
  return value;
}

function checkedU64(value: bigint): bigint {
  if (value < 0n || value > U64_MAX) throw new RangeError(`${value} is not from 0 to ${U64_MAX}`);
  return value;
}

function wellFormed(value: string): string {
  if (!value.isWellFormed()) throw new RangeError(`${JSON.stringify(value)} has half of a surrogate pair`);
  return value;
}

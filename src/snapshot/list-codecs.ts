import type { Codec } from "./codec.ts";
import { u64 } from "./scalar-codecs.ts";

/** Rust's `Vec<T>`. */
export function list<T>(element: Codec<T>): Codec<readonly T[]> {
  return {
    sizeMin: 8,
    writeBincode(values, to) {
      to.writeCount(values.length);
      for (const value of values) element.writeBincode(value, to);
    },
    readBincode(from) {
      const count = from.readCount(Math.max(1, element.sizeMin));
      const values: T[] = [];
      for (let index = 0; index < count; index++) {
        from.path.push(index);
        values.push(element.readBincode(from));
        from.path.pop();
      }
      return values;
    },
    toJson: (values) => `[${values.map((value) => element.toJson(value)).join()}]`,
    readJson(from) {
      const values: T[] = [];
      from.readList(() => values.push(element.readJson(from)));
      return values;
    },
  };
}

/** Rust's `[u64; LENGTH]`: in bincode without a count. */
export function u64Array(length: number): Codec<BigUint64Array> {
  return {
    sizeMin: 8 * length,
    writeBincode(values, to) {
      for (const value of exactly(values, length)) to.writeU64(value);
    },
    readBincode(from) {
      const values = new BigUint64Array(length);
      for (let index = 0; index < length; index++) {
        from.path.push(index);
        values[index] = from.readU64();
        from.path.pop();
      }
      return values;
    },
    toJson: (values) => `[${exactly(values, length).join()}]`,
    readJson(from) {
      const values = new BigUint64Array(length);
      from.readTuple(length, (index) => {
        from.path.push(index);
        values[index] = u64.readJson(from);
        from.path.pop();
      });
      return values;
    },
  };
}

function exactly(values: BigUint64Array, length: number): BigUint64Array {
  if (values.length !== length) throw new RangeError(`${values.length} elements, not ${length}`);
  return values;
}

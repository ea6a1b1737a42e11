import type { BincodeReader } from "./bincode-reader.ts";
import type { BincodeWriter } from "./bincode-writer.ts";
import type { JsonReader } from "./json-reader.ts";

/** How the values of one type stand in bincode 1.x and in JSON: what Rust's serde would write for the same type. */
export interface Codec<T> {
  /** The fewest bytes a value takes in bincode: what keeps a hostile count small. */
  readonly sizeMin: number;
  /** @throws RangeError if the value does not fit the type */
  writeBincode(value: T, to: BincodeWriter): void;
  /** @throws SnapshotDecodeError */
  readBincode(from: BincodeReader): T;
  /** JSON text without white space. @throws RangeError if the value does not fit the type */
  toJson(value: T): string;
  /** @throws SnapshotDecodeError */
  readJson(from: JsonReader): T;
}

import { decodeBincode, encodeBincode } from "./bincode.ts";
import { u64Id } from "./ids.ts";
import { decodeJson, encodeJson } from "./json.ts";
import type { Snapshot2 } from "./snapshot2.ts";

/** A way to write a snapshot of a world, whose pieces are named by 64-bit numbers. */
export interface Encoding {
  readonly name: "bincode" | "JSON";
  /** @throws RangeError if a value does not fit its type */
  readonly encode: (snapshot: Snapshot2<bigint>) => Uint8Array;
  /** @throws SnapshotDecodeError */
  readonly decode: (bytes: Uint8Array) => Snapshot2<bigint>;
}

const TEXT = new TextEncoder();

/** Bincode 1.x, as the Rust original writes it. */
export const BINCODE: Encoding = {
  name: "bincode",
  encode: (snapshot) => encodeBincode(snapshot, u64Id),
  decode: (bytes) => decodeBincode(bytes, u64Id),
};

/** JSON as UTF-8, as serde_json writes it. */
export const JSON_TEXT: Encoding = {
  name: "JSON",
  encode: (snapshot) => TEXT.encode(encodeJson(snapshot, u64Id)),
  decode: (bytes) => decodeJson(bytes, u64Id),
};

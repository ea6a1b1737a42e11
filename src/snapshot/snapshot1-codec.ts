import { fromBincode, toBincode, type BincodeOptions } from "./bincode.ts";
import { struct } from "./field-codecs.ts";
import { fromJson } from "./json.ts";
import { list, u64Array } from "./list-codecs.ts";
import { bytes, u32, u64, u8 } from "./scalar-codecs.ts";
import type { Snapshot1 } from "./snapshot1.ts";

const codec = struct<Snapshot1>({
  version: u32,
  registers: u64Array(32),
  pc: u64,
  pageIndices: list(u64),
  pageFlags: list(u8),
  pages: list(bytes),
  loadReservationAddress: u64,
});

/** The bytes bincode 1.x writes for CKB-VM's `Snapshot`. @throws RangeError if a value does not fit its type */
export function encodeBincode1(snapshot: Snapshot1): Uint8Array<ArrayBuffer> {
  return toBincode(snapshot, codec);
}

/** Reads what bincode 1.x wrote; bounds and options as for the second version. @throws SnapshotDecodeError */
export function decodeBincode1(bytes: Uint8Array, options: BincodeOptions = {}): Snapshot1 {
  return fromBincode(bytes, codec, options);
}

/** The text serde_json writes for CKB-VM's `Snapshot`. @throws RangeError if a value does not fit its type */
export function encodeJson1(snapshot: Snapshot1): string {
  return codec.toJson(snapshot);
}

/** Reads what serde_json reads; bounds as for the second version. @throws SnapshotDecodeError */
export function decodeJson1(text: string | Uint8Array): Snapshot1 {
  return fromJson(text, codec);
}

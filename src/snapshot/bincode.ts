import { BincodeReader } from "./bincode-reader.ts";
import { BincodeWriter } from "./bincode-writer.ts";
import { isBytes, kindOf } from "./bytes.ts";
import type { Codec } from "./codec.ts";
import { snapshot2Codec } from "./snapshot2-codec.ts";
import type { Snapshot2 } from "./snapshot2.ts";

/** What to do with bytes behind a snapshot. */
export interface BincodeOptions {
  /**
   * `refuse` by default: a file that goes on behind its snapshot is damaged, or is not one snapshot. Rust's
   * `bincode::deserialize` accepts.
   */
  readonly trailing?: "accept" | "refuse";
}

/** The bytes bincode 1.x writes for the seed's `Snapshot2<I>`. @throws RangeError if a value does not fit its type */
export function encodeBincode<I>(snapshot: Snapshot2<I>, id: Codec<I>): Uint8Array<ArrayBuffer> {
  return toBincode(snapshot, snapshot2Codec(id));
}

/**
 * Reads what bincode 1.x wrote. Input is not trusted: memory stays below 100 bytes for each byte of it, and the result
 * shares nothing with it.
 * @throws SnapshotDecodeError
 * @throws TypeError if it is not bytes
 */
export function decodeBincode<I>(bytes: Uint8Array, id: Codec<I>, options: BincodeOptions = {}): Snapshot2<I> {
  return fromBincode(bytes, snapshot2Codec(id), options);
}

/** The bytes of any value. @throws RangeError if it does not fit its type */
export function toBincode<T>(value: T, codec: Codec<T>): Uint8Array<ArrayBuffer> {
  const writer = new BincodeWriter();
  codec.writeBincode(value, writer);
  return writer.finish();
}

/** Reads any value. @throws SnapshotDecodeError @throws TypeError if it is not bytes */
export function fromBincode<T>(bytes: Uint8Array, codec: Codec<T>, { trailing = "refuse" }: BincodeOptions): T {
  if (!isBytes(bytes)) throw new TypeError(`a snapshot in bincode is a Uint8Array, not ${kindOf(bytes)}`);
  const reader = new BincodeReader(bytes);
  const value = codec.readBincode(reader);
  if (trailing === "refuse" && reader.left > 0) throw reader.error(`${reader.left} bytes too many`);
  return value;
}

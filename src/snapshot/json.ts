import { isBytes, kindOf } from "./bytes.ts";
import type { Codec } from "./codec.ts";
import { JsonReader } from "./json-reader.ts";
import { snapshot2Codec } from "./snapshot2-codec.ts";
import type { Snapshot2 } from "./snapshot2.ts";

/** The text serde_json writes for the seed's `Snapshot2<I>`. @throws RangeError if a value does not fit its type */
export function encodeJson<I>(snapshot: Snapshot2<I>, id: Codec<I>): string {
  return snapshot2Codec(id).toJson(snapshot);
}

/**
 * Reads what serde_json reads: fields in any order, unknown ones ignored, numbers exact. Input is not trusted: memory
 * stays below 100 bytes for each byte of it.
 * @param text as text, or as UTF-8 without byte order mark
 * @throws SnapshotDecodeError
 * @throws TypeError if it is neither a string nor bytes
 */
export function decodeJson<I>(text: string | Uint8Array, id: Codec<I>): Snapshot2<I> {
  return fromJson(text, snapshot2Codec(id));
}

/**
 * Reads any value, to the end of the text.
 * @throws SnapshotDecodeError
 * @throws TypeError if it is neither a string nor bytes
 */
export function fromJson<T>(text: string | Uint8Array, codec: Codec<T>): T {
  if (typeof text !== "string" && !isBytes(text)) {
    throw new TypeError(`a snapshot in JSON is a string or a Uint8Array, not ${kindOf(text)}`);
  }
  const reader = new JsonReader(typeof text === "string" ? new TextEncoder().encode(text) : text);
  const value = codec.readJson(reader);
  if (reader.peek() >= 0) throw reader.unexpected("the end");
  return value;
}

import type { Codec } from "./codec.ts";
import { string, u32, u64 } from "./scalar-codecs.ts";
import type { SameId } from "./snapshot2.ts";

/** How ids of data pieces are encoded; of your own type: compose it of `tuple`, `struct`, `list` and scalars, or write it. */
export type IdCodec<I> = Codec<I>;

/** Ids that are `u32` in Rust. */
export const u32Id: IdCodec<number> = u32;

/** Ids that are `u64` in Rust. */
export const u64Id: IdCodec<bigint> = u64;

/** Ids that are `String` in Rust. */
export const stringId: IdCodec<string> = string;

/** Compares ids by their encoding: for ids that are objects. */
export function sameEncoded<I>(codec: IdCodec<I>): SameId<I> {
  return (a, b) => codec.toJson(a) === codec.toJson(b);
}

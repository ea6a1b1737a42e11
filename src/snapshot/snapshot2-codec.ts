import type { Codec } from "./codec.ts";
import { struct, tuple } from "./field-codecs.ts";
import { list, u64Array } from "./list-codecs.ts";
import { bytes, u32, u64, u8 } from "./scalar-codecs.ts";
import type { DirtyRun, Snapshot2, SourceRun } from "./snapshot2.ts";

/** The codec of a snapshot whose ids are those of `id`: fields, order and types of the seed's `Snapshot2<I>`. */
export function snapshot2Codec<I>(id: Codec<I>): Codec<Snapshot2<I>> {
  return struct<Snapshot2<I>>({
    pagesFromSource: list(tuple<SourceRun<I>>({ address: u64, flag: u8, id, offset: u64, length: u64 })),
    dirtyPages: list(tuple<DirtyRun>({ address: u64, flag: u8, content: bytes })),
    version: u32,
    registers: u64Array(32),
    pc: u64,
    cycles: u64,
    maxCycles: u64,
    loadReservationAddress: u64,
  });
}

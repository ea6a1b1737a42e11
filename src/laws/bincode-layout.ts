// Where each field of a snapshot stands in bincode 1.x: written down here a second time, from reference pages and not from
// the encoder, so that an encoder and a decoder that are wrong in the same way do not agree with each other only.
import type { WorldSnapshot } from "../targets/target.ts";

/** One number, count or content in the bytes of a snapshot. */
export interface BincodePart {
  /** As errors name it: `dirty_pages[3].content`. Counts have the name of what they count. */
  readonly field: string;
  /** Offset and size in bytes. */
  readonly at: number;
  readonly size: number;
  /** Of counts only: the bytes that what they count takes at least. */
  readonly least?: number;
}

/** Bytes of an entry of each list at least: 64-bit numbers, flags, and the count of its content. */
const SOURCE_BYTES = 8 + 1 + 8 + 8 + 8;
const DIRTY_BYTES = 8 + 1 + 8;

/** A snapshot in bincode, and its parts in their order. */
export interface BincodeLayout {
  readonly bytes: Uint8Array;
  readonly parts: readonly BincodePart[];
}

/** Writes a snapshot of a world: little-endian, numbers of fixed width, counts as u64, registers without a count. */
export function bincodeLayout(snapshot: WorldSnapshot): BincodeLayout {
  const { pagesFromSource, dirtyPages, registers } = snapshot;
  const content = dirtyPages.reduce((sum, run) => sum + run.content.length, 0);
  const lists = 8 + SOURCE_BYTES * pagesFromSource.length + 8 + DIRTY_BYTES * dirtyPages.length + content;
  const bytes = new Uint8Array(lists + 4 + 8 * registers.length + 4 * 8);
  const view = new DataView(bytes.buffer);
  const parts: BincodePart[] = [];
  let at = 0;
  const place = (field: string, size: number, least?: number): number => {
    parts.push({ field, at, size, ...(least !== undefined && { least }) });
    at += size;
    return at - size;
  };
  const u64 = (field: string, value: bigint): void => view.setBigUint64(place(field, 8), value, true);
  const count = (field: string, value: number, least: number): void =>
    view.setUint32(place(field, 8, least), value, true);
  count("pages_from_source", pagesFromSource.length, SOURCE_BYTES * pagesFromSource.length);
  for (const [k, { address, flag, id, offset, length }] of pagesFromSource.entries()) {
    const entry = `pages_from_source[${k}]`;
    u64(`${entry}.address`, address);
    bytes[place(`${entry}.flag`, 1)] = flag;
    u64(`${entry}.id`, id);
    u64(`${entry}.offset`, offset);
    u64(`${entry}.length`, length);
  }
  count("dirty_pages", dirtyPages.length, DIRTY_BYTES * dirtyPages.length);
  for (const [k, run] of dirtyPages.entries()) {
    const entry = `dirty_pages[${k}]`;
    u64(`${entry}.address`, run.address);
    bytes[place(`${entry}.flag`, 1)] = run.flag;
    count(`${entry}.content`, run.content.length, run.content.length);
    if (run.content.length > 0) bytes.set(run.content, place(`${entry}.content`, run.content.length));
  }
  view.setUint32(place("version", 4), snapshot.version, true);
  for (const [r, value] of registers.entries()) u64(`registers[${r}]`, value);
  u64("pc", snapshot.pc);
  u64("cycles", snapshot.cycles);
  u64("max_cycles", snapshot.maxCycles);
  u64("load_reservation_address", snapshot.loadReservationAddress);
  return { bytes, parts };
}

import type { DirtyRun, SourceRun } from "../snapshot/index.ts";
import type { WorldSnapshot } from "../targets/target.ts";

/** Entries of each list that are kept, and bytes of the content of each. */
const ENTRIES = 2;
const CONTENT_BYTES = 12;

const U64_MAX = 2n ** 64n - 1n;

/** Values at the borders of their types, which no machine hands over: the encodings have to carry them all the same. */
const SOURCE: SourceRun<bigint> = {
  address: U64_MAX,
  flag: 255,
  id: 2n ** 53n + 1n,
  offset: 10n ** 15n,
  length: 999_999_999_999_999n,
};
const DIRTY: readonly DirtyRun[] = [
  { address: 0n, flag: 0, content: new Uint8Array(0) },
  { address: 10n ** 19n, flag: 128, content: Uint8Array.of(0, 9, 10, 99, 100, 255) },
];

/**
 * A snapshot with the numbers of `snapshot` and the beginning of its lists, and with entries that stand at the borders of
 * their types: small enough to be written and read many times. It need not be one that can be resumed.
 * @param number decides where in the contents the bytes are taken from
 */
export function sampleOf(snapshot: WorldSnapshot, number: number): WorldSnapshot {
  const dirty = snapshot.dirtyPages.slice(0, ENTRIES).map(({ address, flag, content }) => {
    const from = number % Math.max(1, content.length - CONTENT_BYTES);
    return { address, flag, content: content.subarray(from, from + CONTENT_BYTES) };
  });
  return {
    ...snapshot,
    pagesFromSource: [...snapshot.pagesFromSource.slice(0, ENTRIES), SOURCE],
    dirtyPages: [...dirty, ...DIRTY],
  };
}

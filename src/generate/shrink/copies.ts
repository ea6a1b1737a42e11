import type { Item } from "../program.ts";
import { roundsOfItem } from "./items.ts";
import { changes, type Pass } from "./pass.ts";
import { rearrange, type Copy, type Entry } from "./rearrange.ts";
import { withItems } from "./with-program.ts";

/** What a loop or a call saves at the most, in items: more copies than this are no smaller program. */
const COPIES_MAX = 8;

/** Writes out the rounds of a loop one behind the other; that is smaller where they are short and few. */
export const unrollLoops: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, id } = items[k];
    if (kind !== "loop") return;
    const foot = items.findIndex((item) => item.kind === "end" && item.target === id);
    const rounds = roundsOfItem(items[k]);
    if (foot < k || rounds > COPIES_MAX || rounds * (foot - k - 1) > 2 * COPIES_MAX || hasRooms(items, k, foot)) return;
    const entries: Entry[] = rangeOf(0, k);
    const behind = k + rounds * (foot - k - 1);
    for (let round = 0; round < rounds; round++) pushCopy(entries, k + 1, foot, behind);
    entries.push(...rangeOf(foot + 1, items.length));
    yield* withItems(original, rearrange(items, entries));
  });
};

/** Puts the body of a function where it is called, everywhere. */
export const inlineCalls: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, id } = items[k];
    if (kind !== "function") return;
    const next = items.findIndex((item, n) => n > k && item.kind === "function");
    const end = next < 0 ? items.length : next;
    const calls = items.filter((item) => item.kind === "call" && item.target === id).length;
    if (calls > COPIES_MAX || calls * (end - k - 1) > 2 * COPIES_MAX || hasRooms(items, k, end)) return;
    const entries: Entry[] = [];
    for (const [n, item] of items.entries()) {
      if (n >= k && n < end) continue;
      if (item.kind === "call" && item.target === id) pushCopy(entries, k + 1, end, entries.length + end - k - 1);
      else entries.push({ from: n });
    }
    yield* withItems(original, rearrange(items, entries));
  });
};

function pushCopy(entries: Entry[], start: number, end: number, behind: number): void {
  const copy: Copy = { start, end, place: entries.length, behind };
  for (let k = start; k < end; k++) entries.push({ from: k, copy });
}

function rangeOf(start: number, end: number): Entry[] {
  return Array.from({ length: end - start }, (_, k) => ({ from: start + k }));
}

/** True if an item asks for a page of its own: many copies would not fit. */
function hasRooms(items: readonly Item[], start: number, end: number): boolean {
  return items.slice(start, end).some(({ endsAt }) => endsAt !== undefined);
}

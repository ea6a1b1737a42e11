import type { GeneratedCase } from "../case.ts";
import type { Item } from "../program.ts";
import { roundsOfItem } from "./items.ts";
import { changes, type Pass } from "./pass.ts";
import { rearrange, type Copy, type Entry } from "./rearrange.ts";
import { withItems } from "./with-program.ts";

/** What a loop or a call saves at the most, in items: more copies than this are no smaller program. */
const COPIES_MAX = 8;
/** Items in copies of which every choice is tried. */
const CHOSEN_MAX = 8;

/** Writes out the rounds of a loop one behind the other, all that is in them or a part of it. */
export const unrollLoops: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, id } = items[k];
    if (kind !== "loop") return;
    const foot = items.findIndex((item) => item.kind === "end" && item.target === id);
    const rounds = roundsOfItem(items[k]);
    const body = foot - k - 1;
    if (body < 1 || hasRooms(items, k, foot)) return;
    const written = (times: number): Entry[] => {
      const entries = rangeOf(0, k);
      for (let round = 0; round < times; round++) pushCopy(entries, k + 1, foot, k + times * body);
      entries.push(...rangeOf(foot + 1, items.length));
      return entries;
    };
    if (rounds <= COPIES_MAX && rounds * body <= 2 * COPIES_MAX) {
      yield* withItems(original, rearrange(items, written(rounds)));
    }
    const some = Math.min(rounds, Math.floor(CHOSEN_MAX / body));
    if (some > 1) yield* chosen(original, written(some), body + 1);
  });
};

/** Puts the body of a function where it is called: everywhere, in one place alone, or a part of it everywhere. */
export const inlineCalls: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, function* (k) {
    const { kind, id } = items[k];
    if (kind !== "function") return;
    const next = items.findIndex((item, n) => n > k && item.kind === "function");
    const end = next < 0 ? items.length : next;
    const body = end - k - 1;
    const isCall = (item: Item) => item.kind === "call" && item.target === id;
    const calls = [...items.keys()].filter((n) => isCall(items[n]));
    if (calls.length === 0 || hasRooms(items, k, end)) return;
    const inlined = (wanted: readonly number[]): Entry[] => {
      const entries: Entry[] = [];
      for (const [n, item] of items.entries()) {
        if (n >= k && n < end) continue;
        if (wanted.includes(n)) pushCopy(entries, k + 1, end, entries.length + body);
        else if (!isCall(item)) entries.push({ from: n });
      }
      return entries;
    };
    if (calls.length <= COPIES_MAX && calls.length * body <= 2 * COPIES_MAX) {
      yield* withItems(original, rearrange(items, inlined(calls)));
    }
    if (calls.length < 2) return;
    for (const call of calls.slice(0, COPIES_MAX)) yield* withItems(original, rearrange(items, inlined([call])));
    if (calls.length * body <= CHOSEN_MAX) yield* chosen(original, inlined(calls), body + calls.length);
  });
};

/** The case with at most `most` of the copied items, but not all of them, in every way that there is; fewer come first. */
function* chosen(original: GeneratedCase, entries: readonly Entry[], most: number): Generator<GeneratedCase> {
  const whole = rearrange(original.program.items, entries);
  // What goes nowhere is left out; then places are not known.
  if (whole.length !== entries.length) return;
  const places = [...entries.keys()].filter((n) => entries[n].copy);
  const masks = Array.from({ length: 2 ** places.length - 2 }, (_, mask) => mask + 1);
  const kept = (mask: number) => places.filter((_, n) => (mask & (1 << n)) !== 0).length;
  for (const mask of masks.filter((each) => kept(each) <= most).toSorted((a, b) => kept(a) - kept(b))) {
    const isLeft = (place: number) => !places.includes(place) || (mask & (1 << places.indexOf(place))) !== 0;
    yield* withItems(original, whole.filter((_, place) => isLeft(place))); // prettier-ignore
  }
}

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

import { functionId, type Item } from "../program.ts";

/** An item of a rearranged program. */
export interface Entry {
  /** Its index among the old items. */
  readonly from: number;
  /** Which copy of a block it belongs to; undefined for what was not copied. */
  readonly copy?: Copy;
}

/** One copy of a block of items, which stands in one piece. */
export interface Copy {
  /** The old items of the block: from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** Where it stands among the new ones, and where that goes on which follows the block. */
  readonly place: number;
  readonly behind: number;
}

/** Items in another order, with new ids; everything goes where it went. What went nowhere is left out. */
export function rearrange(items: readonly Item[], entries: readonly Entry[]): Item[] {
  const ids = newIds(items, entries);
  const places = new Map<number, number>();
  for (let place = entries.length - 1; place >= 0; place--) {
    if (!entries[place].copy) places.set(entries[place].from, place);
  }
  const placeOf = (old: number, entry: Entry): number | undefined => {
    const { copy } = entry;
    if (copy && old >= copy.start && old < copy.end) return copy.place + old - copy.start;
    if (copy && old === copy.end) return copy.place + copy.end - copy.start;
    if (copy && items[entry.from].kind === "branch") return copy.behind;
    return places.get(old);
  };
  const moved: Item[] = [];
  for (const [place, entry] of entries.entries()) {
    const item = items[entry.from];
    const old = oldTarget(items, entry.from);
    if (old === undefined) {
      if (item.target < 0 || item.kind === "loop") moved.push({ ...item, id: ids[place] });
      continue;
    }
    const to =
      item.kind === "branch" ? nextPlace(placeOf(old, entry), place, items, entries, old) : placeOf(old, entry);
    if (to === undefined) continue;
    moved.push({ ...item, id: ids[place], target: ids[to] ?? ids[place] + 1 });
  }
  return moved;
}

/** Where a branch goes: to a later place of its section, or behind the last one. */
function nextPlace(
  to: number | undefined,
  place: number,
  items: readonly Item[],
  entries: readonly Entry[],
  old: number,
): number {
  let end = place + 1;
  while (end < entries.length && items[entries[end].from].kind !== "function") {
    if (to === undefined && entries[end].from >= old) return end;
    end++;
  }
  return to === undefined ? end : Math.min(Math.max(to, place + 1), end);
}

/** The old index that an item goes to; that of its section's end is one behind the last. Undefined: nowhere. */
function oldTarget(items: readonly Item[], k: number): number | undefined {
  const { kind, target } = items[k];
  if (target < 0) return undefined;
  if (kind === "branch") {
    let next = k + 1;
    while (next < items.length && items[next].kind !== "function" && items[next].id < target) next++;
    return next;
  }
  const exact = items.findIndex(({ id }) => id === target);
  return kind === "loop" || exact < 0 ? undefined : exact;
}

/** Ids that ascend, with a number behind the last place of each section, to which branches may go. */
function newIds(items: readonly Item[], entries: readonly Entry[]): number[] {
  const ids: number[] = [];
  let next = 0;
  let functions = 0;
  for (const { from } of entries) {
    if (items[from].kind === "function") next = functionId(functions++);
    ids.push(next++);
  }
  return ids;
}

import { functionId, type Item } from "../program.ts";

/** Room between two ids for items that are put between them. */
const STEP = 16;
/** Ids of one section: of the main one, or of a function. */
const SECTION = functionId(0);

/**
 * The items of a program with `STEP` free ids before each: branches and loops lead where they led. What goes to the end
 * of its section goes to its end; functions keep their ids. @returns undefined if a section has more items than ids
 */
export function spread(items: readonly Item[]): Item[] | undefined {
  const result: Item[] = [];
  for (let first = 0; first < items.length;) {
    let behind = first + 1;
    while (behind < items.length && items[behind].kind !== "function") behind++;
    if ((behind - first + 2) * STEP >= SECTION) return undefined;
    spreadSection(items, first, behind, result);
    first = behind;
  }
  return result;
}

function spreadSection(items: readonly Item[], first: number, behind: number, result: Item[]): void {
  const isFunction = items[first].kind === "function";
  const base = isFunction ? items[first].id : 0;
  const start = isFunction ? first + 1 : first;
  if (isFunction) result.push(items[first]);
  /** The new id of item `k`, or the first one behind the section. */
  const idOf = (k: number): number => base + (k - start + 1) * STEP;
  const moved = (id: number): number => {
    let low = start;
    let high = behind;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items[middle].id < id) low = middle + 1;
      else high = middle;
    }
    return idOf(low);
  };
  for (let k = start; k < behind; k++) {
    const { kind, target } = items[k];
    result.push({ ...items[k], id: idOf(k), target: target < 0 || kind === "call" ? target : moved(target) });
  }
}

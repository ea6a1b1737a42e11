import { functionId, type Item } from "../program.ts";

/** Room between two ids for items that are put between them. */
const STEP = 16;

/**
 * The items of a main section with `STEP` free ids before each: branches and loops lead where they led. What goes to the
 * end of the section goes to its end. @returns undefined if there are more items than ids
 */
export function spread(items: readonly Item[]): Item[] | undefined {
  const ids = items.map(({ id }) => id);
  const moved = (id: number): number => {
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle] < id) low = middle + 1;
      else high = middle;
    }
    return (low + 1) * STEP;
  };
  if ((items.length + 2) * STEP >= functionId(0)) return undefined;
  return items.map((item, k) => ({
    ...item,
    id: (k + 1) * STEP,
    target: item.target < 0 ? -1 : moved(item.target),
  }));
}

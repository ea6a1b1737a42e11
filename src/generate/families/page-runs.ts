import type { Grower } from "../grower.ts";
import { op, row } from "../op.ts";
import { counterOf, growLoop } from "./flow.ts";

const [LUI, ADD, ANDI, SLLI] = ["lui", "add", "andi", "slli"].map(row);
const STORES = ["sb", "sh", "sw", "sd"].map(row);
const PAGE_BITS = 12;
/** Pages at and beside powers of two, at which a bound would be. */
const PAGES = [15, 16, 17, 31, 32, 33, 63, 64];
/** Instructions of a round, about. */
const PER_ROUND = 8;
/** Offsets that a store adds without leaving its page. */
const OFFSETS = 2040;

/**
 * Adds a loop that stores once to each of many pages, one behind the other, which nothing else touches: the longest run that
 * a snapshot has by content.
 * @returns false, and nothing is added, where there is no loop or no room
 */
export function growPageRun(grower: Grower): boolean {
  const { random, roles, multiplicity, room } = grower;
  const pages = random.pick(PAGES);
  if (counterOf(grower) === undefined || multiplicity > 1 || room < pages * PER_ROUND) return false;
  // What is taken away from the program may leave any number in the counter: its low bits still stay on these pages.
  const mask = 2 ** (32 - Math.clz32(pages - 1)) - 1;
  const from = grower.freshPages(mask + 1);
  if (from === undefined) return false;
  grower.note(`a run of ${pages} pages`);
  growLoop(grower, pages, (counter) => {
    const address = grower.destination();
    grower.add("access", [
      op(ANDI, address, counter, 0, mask),
      op(SLLI, address, address, 0, PAGE_BITS),
      op(LUI, roles.scratch, 0, 0, from),
      op(ADD, address, address, roles.scratch, 0),
      op(random.pick(STORES), 0, address, grower.source(), random.below(OFFSETS)),
    ]);
  });
  return true;
}

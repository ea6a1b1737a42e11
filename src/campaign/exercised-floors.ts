import type { Law } from "../laws/index.ts";
import type { Floor } from "./floors.ts";
import type { Tally } from "./tally.ts";

/**
 * What each law says that its checks must really meet (`Law.exercises`), as parts of the cases that it was asked of. What is
 * too rare for so few cases has no floor yet.
 * @param targets how many there are: one case in so many is made for the first, the others may be of worlds that have less
 */
export function exercisedFloors(tally: Tally, laws: readonly Law[], targets: number): Floor[] {
  return laws.flatMap(({ name, exercises }) => {
    const count = tally.laws.get(name);
    if (!count || !exercises) return [];
    return Object.entries(exercises).flatMap(([what, part]): Floor[] => {
      const atLeast = leastOf((count.asked * part) / Math.max(targets, 1));
      const reached = count.exercised.get(what)?.checks ?? 0;
      return atLeast === 0 ? [] : [{ what: `${what} in checks of law ${name}`, atLeast, reached, law: name }];
    });
  });
}

/**
 * Parts are a third or less of what is measured. So where the part makes four, twelve are expected, and one in 100,000 runs
 * meets none; where it makes five to ten, one in 25,000 runs meets less than three quarters of it; where it makes ten, thirty
 * are expected, and as seldom fewer than ten come.
 */
const ENOUGH_FOR_ONE = 4;
const ENOUGH_FOR_MOST = 5;
const ENOUGH_FOR_PART = 10;

function leastOf(part: number): number {
  if (part < ENOUGH_FOR_ONE) return 0;
  if (part < ENOUGH_FOR_MOST) return 1;
  return Math.floor(part < ENOUGH_FOR_PART ? (part * 3) / 4 : part);
}

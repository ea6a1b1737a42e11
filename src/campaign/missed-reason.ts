/** A cell with so many expected hits and none is no accident, though several hits often come from one program. */
export const MANY_EXPECTED = 20;

/** With fewer, a cell is missed often enough to think nothing of it. */
const SOME_EXPECTED = 5;

/** What is to be thought of cells that were never met, by the hits that were to be expected of each. */
export type Chance = "never" | "likely" | "rare";

/** @param expected hits of a cell in the cases that were run, as `expectedHits` gives them */
export function chanceOf(expected: number): Chance {
  return expected === 0 ? "never" : expected >= MANY_EXPECTED ? "likely" : "rare";
}

/** Hits that one program or one relay gives a cell that it meets, about; so many are one piece of luck. */
const HITS_AT_ONCE = 2;

/**
 * Cells of a group that would be missed by chance alone.
 * @param expected hits of each cell of the group, met or not
 */
export function missedByChance(expected: readonly number[]): number {
  return expected.reduce((sum, hits) => sum + Math.exp(-hits / HITS_AT_ONCE), 0);
}

/** True if so many missed cells are too many for chance. */
export function isTooMany(missed: number, byChance: number): boolean {
  return missed > 2 * byChance + 3;
}

/**
 * One sentence: why cells were never met.
 * @param expected hits of each, of which a group has the median
 * @param why they are met less often than their parts are
 * @param byChance cells of this group that would be missed by chance, where more are: then it is not chance
 */
export function missedReason(expected: number, why: string | undefined, byChance?: number): string {
  const chance = chanceOf(expected);
  const hits = `${about(expected)} hits of each expected`;
  if (chance === "likely") {
    return why === undefined ? `should have been met: ${hits}: ${LOOK}` : `${why}, and yet ${hits}: ${LOOK}`;
  }
  if (chance === "never")
    return why === undefined ? `nothing of the kind was met at all: ${LOOK}` : `${why}; none was met`;
  if (byChance !== undefined) return `should not all be missed: ${hits}, chance would miss ${about(byChance)}: ${LOOK}`;
  const open = expected < SOME_EXPECTED ? "too rare for so many cases" : "bad luck, or rarer than its parts suggest";
  return `${why ?? open}: ${hits}, ${about(10 * expected)} in ten times as many`;
}

const LOOK = "look at the generator";

/** Two digits are all that an estimate has. */
function about(amount: number): string {
  if (amount < 0.01) return "less than 0.01";
  return `about ${amount < 10 ? Number(amount.toPrecision(2)) : Math.round(amount)}`;
}

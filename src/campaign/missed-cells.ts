/** Cells that have something in common. */
export interface CellGroup {
  /** What they have in common: a part of their names; empty for cells that have nothing in common. */
  readonly what: string;
  /** Cells with that part that a program can meet, hit or not. */
  readonly possible: number;
  /** The cells' names. */
  readonly cells: readonly string[];
}

/** Cells of one family that were never hit, with how often they should have been. */
export interface MissedGroup extends CellGroup {
  /** Hits that were to be expected of each of them in the cases that were run; the median. */
  readonly expected: number;
  /** Why they were never hit, as a sentence. */
  readonly reason: string;
}

/** A cell as its parts, one for each axis of its family. */
export type Parts = readonly string[];

/** A part is worth naming if at least this share of its cells was missed, */
const SHARE = 0.5;
/** and if it does not take in the most of the family, which would say nothing. */
const SHARE_OF_FAMILY = 0.5;

/**
 * Puts missed cells into groups, the largest first: again and again the part that takes in most of those that are left,
 * and of whose cells at least half were missed. The rest is a group without a name.
 * @param possible all cells, missed or not
 * @param together true: they have something in common already, and stay one group
 */
export function groupMissed(missed: readonly Parts[], possible: readonly Parts[], together = false): CellGroup[] {
  const groups: CellGroup[] = [];
  const totals = countParts(possible);
  let left = missed;
  const counts = countParts(left);
  while (left.length > 0 && !together) {
    const best = mostMissed(counts, totals, possible.length);
    if (best === undefined) break;
    const { axis, value, total } = best;
    const taken = left.filter((parts) => parts[axis] === value);
    groups.push({ what: value, possible: total, cells: taken.map(nameOf) });
    for (const parts of taken) count(counts, parts, -1);
    left = left.filter((parts) => parts[axis] !== value);
  }
  if (left.length > 0) groups.push({ what: "", possible: possible.length, cells: left.map(nameOf) });
  return groups;
}

/** The name of a cell: its parts, one behind the other. */
export function nameOf(parts: Parts): string {
  return parts.join(", ");
}

/** How many cells have each value on each axis. */
type Counts = readonly Map<string, number>[];

function countParts(cells: readonly Parts[]): Counts {
  const counts: Counts = (cells[0] ?? []).map(() => new Map<string, number>());
  for (const parts of cells) count(counts, parts, 1);
  return counts;
}

/** Adds a cell, or with -1 takes one away. */
function count(counts: Counts, parts: Parts, times: 1 | -1): void {
  for (let axis = 0; axis < parts.length; axis++) {
    counts[axis].set(parts[axis], (counts[axis].get(parts[axis]) ?? 0) + times);
  }
}

function mostMissed(
  missed: Counts,
  totals: Counts,
  cells: number,
): { axis: number; value: string; total: number } | undefined {
  let best: { axis: number; value: string; total: number; count: number } | undefined;
  for (const [axis, values] of missed.entries()) {
    for (const [value, its] of values) {
      const total = totals[axis].get(value) ?? its;
      if (its < 2 || its < total * SHARE || total > cells * SHARE_OF_FAMILY) continue;
      if (best === undefined || its > best.count) best = { axis, value, total, count: its };
    }
  }
  return best;
}

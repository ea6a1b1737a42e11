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
  while (left.length > 0 && !together) {
    const best = mostMissed(countParts(left), totals, possible.length);
    if (best === undefined) break;
    const { axis, value, total } = best;
    const cells = left.filter((parts) => parts[axis] === value).map(nameOf);
    groups.push({ what: value, possible: total, cells });
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
type Counts = readonly ReadonlyMap<string, number>[];

function countParts(cells: readonly Parts[]): Counts {
  const counts: Map<string, number>[] = (cells[0] ?? []).map(() => new Map<string, number>());
  for (const parts of cells) {
    for (const [axis, value] of parts.entries()) counts[axis].set(value, (counts[axis].get(value) ?? 0) + 1);
  }
  return counts;
}

function mostMissed(
  missed: Counts,
  totals: Counts,
  cells: number,
): { axis: number; value: string; total: number } | undefined {
  let best: { axis: number; value: string; total: number; count: number } | undefined;
  for (const [axis, values] of missed.entries()) {
    for (const [value, count] of values) {
      const total = totals[axis].get(value) ?? count;
      if (count < 2 || count < total * SHARE || total > cells * SHARE_OF_FAMILY) continue;
      if (best === undefined || count > best.count) best = { axis, value, total, count };
    }
  }
  return best;
}

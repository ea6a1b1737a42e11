import { CELL_FAMILIES, firstCell, type CellFamily, type Coverage } from "../targets/index.ts";
import { reasonFor } from "./coverage-reasons.ts";
import { groupMissed, nameOf, type MissedGroup, type Parts } from "./missed-cells.ts";

/** A cell that can be hit, and how often it was. */
export interface CellCount {
  readonly name: string;
  readonly hits: number;
}

/** What of one family of cells was hit. */
export interface FamilyCoverage {
  readonly family: string;
  /** What a cell of it is, as a sentence. */
  readonly about: string;
  /** Cells that a program can hit. */
  readonly possible: number;
  readonly hit: number;
  /** Cells never hit: those without a reason first, the larger groups first. */
  readonly missed: readonly MissedGroup[];
  /** Every possible cell. */
  readonly cells: readonly CellCount[];
}

/** What a run has hit, family by family. */
export function coverageReport(coverage: Coverage): FamilyCoverage[] {
  return CELL_FAMILIES.map((family) => familyCoverage(family, coverage));
}

function familyCoverage(family: CellFamily, coverage: Coverage): FamilyCoverage {
  const first = firstCell(family);
  const possible: Parts[] = [];
  const missed: Parts[] = [];
  const cells: CellCount[] = [];
  for (let cell = 0; cell < family.cells; cell++) {
    if (!family.possible(cell)) continue;
    const parts = family.parts(cell);
    const hits = coverage.hits(first + cell);
    possible.push(parts);
    cells.push({ name: nameOf(parts), hits });
    if (hits === 0) missed.push(parts);
  }
  const { name, about } = family;
  const hit = possible.length - missed.length;
  return { family: name, about, possible: possible.length, hit, missed: groupsOf(name, missed, possible), cells };
}

function groupsOf(family: string, missed: readonly Parts[], possible: readonly Parts[]): MissedGroup[] {
  const reasons = Map.groupBy(possible, (parts) => reasonFor(family, parts));
  const byReason = Map.groupBy(missed, (parts) => reasonFor(family, parts));
  const open = groupMissed(byReason.get(undefined) ?? [], reasons.get(undefined) ?? []);
  const explained = [...byReason].flatMap(([reason, cells]): MissedGroup[] =>
    reason === undefined
      ? []
      : [{ what: "", possible: reasons.get(reason)?.length ?? cells.length, reason, cells: cells.map(nameOf) }],
  );
  return [...open, ...explained.toSorted((a, b) => b.cells.length - a.cells.length)];
}

import { CELL_FAMILIES, firstCell, type CellFamily, type Coverage } from "../targets/index.ts";
import { leftOutBecause } from "./coverage-left-out.ts";
import { reasonFor } from "./coverage-reasons.ts";
import { expectedHits } from "./expected-hits.ts";
import { groupMissed, nameOf, type MissedGroup, type Parts } from "./missed-cells.ts";
import { chanceOf, isTooMany, missedByChance, missedReason } from "./missed-reason.ts";

/** A cell that can be hit, and how often it was. */
export interface CellCount {
  readonly name: string;
  /** What it is made of: an entry for each axis of its family. */
  readonly parts: Parts;
  readonly hits: number;
}

/** Cells that no world of random cases can meet. */
export interface LeftOut {
  readonly reason: string;
  /** The cells' names. */
  readonly cells: readonly string[];
}

/** What of one family of cells was hit. */
export interface FamilyCoverage {
  readonly family: string;
  /** What a cell of it is, as a sentence. */
  readonly about: string;
  /** Cells that a program of a random world can hit. */
  readonly possible: number;
  readonly hit: number;
  /** Cells never hit: those that should have been first, then the rare ones; the larger groups first. */
  readonly missed: readonly MissedGroup[];
  /** Every possible cell. */
  readonly cells: readonly CellCount[];
  /** What is not among the possible ones, though another world could meet it. */
  readonly leftOut: readonly LeftOut[];
}

/** What a run has hit, family by family. */
export function coverageReport(coverage: Coverage): FamilyCoverage[] {
  return CELL_FAMILIES.map((family) => familyCoverage(family, coverage));
}

function familyCoverage(family: CellFamily, coverage: Coverage): FamilyCoverage {
  const { name, about } = family;
  const first = firstCell(family);
  const cells: CellCount[] = [];
  const leftOut = new Map<string, string[]>();
  for (let cell = 0; cell < family.cells; cell++) {
    if (!family.possible(cell)) continue;
    const parts = family.parts(cell);
    const hits = coverage.hits(first + cell);
    const reason = leftOutBecause(name, parts);
    // What was met can be met, whatever the reason says.
    if (reason === undefined || hits > 0) cells.push({ name: nameOf(parts), parts, hits });
    else leftOut.set(reason, [...(leftOut.get(reason) ?? []), nameOf(parts)]);
  }
  return {
    family: name,
    about,
    possible: cells.length,
    hit: cells.filter(({ hits }) => hits > 0).length,
    missed: missedGroups(name, cells),
    cells,
    leftOut: [...leftOut].map(([reason, names]) => ({ reason, cells: names })),
  };
}

/** The order in which groups are told. */
const CHANCES = ["likely", "never", "rare"] as const;

/** A possible cell with the hits that were to be expected of it. */
interface Judged extends CellCount {
  readonly expected: number;
}

function missedGroups(family: string, cells: readonly CellCount[]): MissedGroup[] {
  const fitted = expectedHits(
    cells.map(({ parts }) => parts),
    cells.map(({ hits }) => hits),
  );
  const judged = cells.map((cell, k): Judged => ({ ...cell, expected: fitted[k] }));
  const byReason = [...Map.groupBy(judged, ({ parts }) => reasonFor(family, parts))];
  const open = byReason.filter(([why]) => why === undefined);
  const explained = byReason.filter(([why]) => why !== undefined);
  return [...open, ...explained].flatMap(([why, all]) => groupsOf(why, all));
}

/** Groups of cells for which there is the same reason, or none. */
function groupsOf(why: string | undefined, all: readonly Judged[]): MissedGroup[] {
  // They share the hits that all of them have, in the proportions of their parts.
  const scale = sum(all.map(({ hits }) => hits)) / Math.max(sum(all.map(({ expected }) => expected)), Number.MIN_VALUE);
  const expected = new Map(all.map((cell) => [cell.name, cell.expected * scale]));
  const expectedOf = (name: string): number => expected.get(name) ?? 0;
  const missed = Map.groupBy(
    all.filter(({ hits }) => hits === 0),
    ({ name }) => chanceOf(expectedOf(name)),
  );
  const possible = all.map(({ parts }) => parts);
  return CHANCES.flatMap((chance) => {
    const alike = (missed.get(chance) ?? []).map(({ parts }) => parts);
    return groupMissed(alike, possible, why !== undefined).map((group): MissedGroup => {
      const usual = median(group.cells.map(expectedOf));
      const sharing = group.what === "" ? [] : all.filter(({ parts }) => parts.includes(group.what));
      const byChance = missedByChance(sharing.map(({ name }) => expectedOf(name)));
      const tooMany = sharing.length > 0 && isTooMany(group.cells.length, byChance);
      return { ...group, expected: usual, reason: missedReason(usual, why, tooMany ? byChance : undefined) };
    });
  });
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function median(amounts: readonly number[]): number {
  return amounts.toSorted((a, b) => a - b)[Math.floor(amounts.length / 2)] ?? 0;
}

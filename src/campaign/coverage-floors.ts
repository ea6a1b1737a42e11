import { HITS, MEASURED_CASES, ONCE, SHARES, SUMS, type Measured, type Once } from "./coverage-measured.ts";
import type { CellCount, FamilyCoverage } from "./coverage-report.ts";
import type { Floor } from "./floors.ts";

/**
 * So many standard deviations below the least that was measured, a generator is no longer the one that was measured. There
 * are dozens of floors, and none may be missed by chance in any of thousands of runs.
 */
const DEVIATIONS = 5;
/** Percentage points that a share may always fall, of a family and of a part of it: of six seeds, the deviation is not well known. */
const POINTS = 3;
const POINTS_OF_PART = 8;
/** The same for hits, as a part of the least that was measured: a half would be a change worth knowing, a tenth is not. */
const HITS_MARGIN = 0.4;

/** Families that are counted in every leg, so that every law adds to them. */
const BY_LEGS: readonly string[] = ["stops", "cuts before", "cuts after"];

/**
 * The floors of what `cases` random cases have met; none below the 10,000 that were measured, where chance decides too
 * much. A family or cells that are no longer there reach no floor.
 * @param allLaws false: some laws were left out, and with them legs; nothing is asked for that is counted in each leg
 */
export function coverageFloors(coverage: readonly FamilyCoverage[], cases: number, allLaws: boolean): Floor[] {
  if (cases < MEASURED_CASES) return [];
  const isAsked = ({ family }: { readonly family: string }): boolean => allLaws || !BY_LEGS.includes(family);
  const cellsOf = ({ family, parts = [] }: Pick<Measured, "family" | "parts">): readonly CellCount[] => {
    const cells = coverage.find((each) => each.family === family)?.cells ?? [];
    return cells.filter((cell) => parts.every((part) => cell.parts.includes(part)));
  };
  return [
    ...SHARES.filter(isAsked).map((measured) => shareFloor(measured, cellsOf(measured))),
    ...HITS.filter(isAsked).map((measured) => hitsFloor(measured, cellsOf(measured), cases)),
    ...SUMS.filter(isAsked).map((measured) => sumFloor(measured, cellsOf(measured), cases)),
    ...ONCE.filter(isAsked)
      .filter(({ from }) => cases >= from)
      .map((once) => onceFloor(once, cellsOf({ family: once.family, parts: [once.part] }))),
  ];
}

/** The share of cells that must have been hit; one may always be missed, as some have few hits. */
function shareFloor(measured: Measured, cells: readonly CellCount[]): Floor {
  const { least, deviation } = measured;
  const margin = measured.parts === undefined ? POINTS : POINTS_OF_PART;
  const share = (least - Math.max(DEVIATIONS * deviation, margin)) / 100;
  return {
    what: `cells of ${nameOf(measured)} met`,
    atLeast: Math.max(1, Math.min(Math.ceil(cells.length * share), cells.length - 1)),
    reached: cells.filter(({ hits }) => hits > 0).length,
    // Of every family a report tells the share; those of parts of it are told if they are missed.
    ...(measured.parts === undefined && { of: cells.length }),
  };
}

/** Every cell has its hits. */
function hitsFloor(measured: Measured, cells: readonly CellCount[], cases: number): Floor {
  const wanted = hitsWanted(measured, cases);
  return {
    what: `cells of ${nameOf(measured)} hit by ${wanted} or more`,
    atLeast: Math.max(1, cells.length),
    reached: cells.filter(({ hits }) => hits >= wanted).length,
  };
}

/** All cells together have theirs. */
function sumFloor(measured: Measured, cells: readonly CellCount[], cases: number): Floor {
  return {
    what: `hits of ${nameOf(measured)}`,
    atLeast: hitsWanted(measured, cases),
    reached: cells.reduce((sum, { hits }) => sum + hits, 0),
  };
}

/** Every cell was hit. */
function onceFloor({ family, part }: Once, cells: readonly CellCount[]): Floor {
  return {
    what: `cells of ${family}, ${part} hit`,
    atLeast: Math.max(1, cells.length),
    reached: cells.filter(({ hits }) => hits > 0).length,
  };
}

function hitsWanted({ least, deviation }: Measured, cases: number): number {
  const per1000 = least - Math.max(DEVIATIONS * deviation, HITS_MARGIN * least);
  return Math.max(1, Math.floor((per1000 * cases) / 1000));
}

function nameOf({ family, parts = [] }: Measured): string {
  return [family, ...parts].join(", ");
}

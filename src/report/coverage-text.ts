import type { FamilyCoverage, MissedGroup } from "../campaign/index.ts";
import { group, share, table } from "./table.ts";

/** From this many cases on, a run is long enough to list the cells of the coverage space that it never met. */
export const CASES_FOR_CELLS = 10_000;
/** Groups of missed cells that are shown of a family, and cells that are named of a group. */
const GROUPS_SHOWN = 6;
const CELLS_NAMED = 3;

const LEFT_OUT = "left out: no world of random cases can meet these";

/** How many cells of each family were hit; with `missed`, also which were not, and which are not asked for. */
export function coverageLines(coverage: readonly FamilyCoverage[], missed: boolean): string[] {
  if (coverage.length === 0) return [];
  const rows = coverage.map(({ family, possible, hit }) => [family, possible, hit, share(hit, possible)]);
  const groups = missed ? coverage.flatMap(missedLines) : [];
  const leftOut = missed ? coverage.flatMap(leftOutLines) : [];
  return [
    ...table(["coverage", "cells possible", "hit", "share"], rows),
    ...(groups.length > 0 ? ["", "cells never hit (all of them: --coverage FILE)", ...groups] : []),
    ...(leftOut.length > 0 ? ["", LEFT_OUT, ...leftOut] : []),
  ];
}

/**
 * Every possible cell of every family: how often it was hit, a tab, family and name; one a line. Behind them, under
 * comments that begin with `#` and say why, those that are left out.
 */
export function coverageFile(coverage: readonly FamilyCoverage[]): string {
  const lines = coverage.flatMap(({ family, cells }) => cells.map(({ name, hits }) => `${hits}\t${family}: ${name}`));
  const leftOut = coverage.flatMap(({ family, leftOut: groups }) =>
    groups.flatMap(({ reason, cells }) => [`# ${reason}`, ...cells.map((name) => `0\t${family}: ${name}`)]),
  );
  const all = leftOut.length > 0 ? [...lines, `# ${LEFT_OUT}`, ...leftOut] : lines;
  return all.map((line) => `${line}\n`).join("");
}

function missedLines({ family, possible, hit, missed }: FamilyCoverage): string[] {
  if (missed.length === 0) return [];
  const hidden = missed.slice(GROUPS_SHOWN).reduce((sum, { cells }) => sum + cells.length, 0);
  return [
    `  ${family}: ${group(possible - hit)}`,
    ...missed.slice(0, GROUPS_SHOWN).map((each) => `    ${groupLine(each)}`),
    ...(hidden > 0 ? [`    and ${group(hidden)} more`] : []),
  ];
}

function groupLine({ what, possible, reason, cells }: MissedGroup): string {
  const count = cells.length === possible ? `all ${group(possible)}` : `${group(cells.length)} of ${group(possible)}`;
  return `${what === "" ? "" : `${what}, `}${count} (${examples(cells)}): ${reason}`;
}

function leftOutLines({ family, leftOut }: FamilyCoverage): string[] {
  return leftOut.map(({ reason, cells }) => `  ${family}: ${group(cells.length)} (${examples(cells)}): ${reason}`);
}

function examples(cells: readonly string[]): string {
  return cells.slice(0, CELLS_NAMED).join("; ") + (cells.length > CELLS_NAMED ? "; …" : "");
}

import type { FamilyCoverage, MissedGroup } from "../campaign/index.ts";
import { group, share, table } from "./table.ts";

/** Groups of missed cells that are shown of a family, and cells that are named of a group. */
const GROUPS_SHOWN = 6;
const CELLS_NAMED = 3;

/** How many cells of each family were hit; with `missed`, also which were not. */
export function coverageLines(coverage: readonly FamilyCoverage[], missed: boolean): string[] {
  if (coverage.length === 0) return [];
  const rows = coverage.map(({ family, possible, hit }) => [family, possible, hit, share(hit, possible)]);
  const groups = missed ? coverage.flatMap(missedLines) : [];
  return [
    ...table(["coverage", "cells possible", "hit", "share"], rows),
    ...(groups.length > 0 ? ["", "cells never hit (all of them: --coverage FILE)", ...groups] : []),
  ];
}

/** Every possible cell of every family: how often it was hit, a tab, family and name; one a line. */
export function coverageFile(coverage: readonly FamilyCoverage[]): string {
  const lines = coverage.flatMap(({ family, cells }) => cells.map(({ name, hits }) => `${hits}\t${family}: ${name}`));
  return lines.map((line) => `${line}\n`).join("");
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
  const examples = cells.slice(0, CELLS_NAMED).join("; ");
  const more = cells.length > CELLS_NAMED ? "; …" : "";
  return `${reason ?? "not met yet"}: ${what === "" ? "" : `${what}, `}${count} (${examples}${more})`;
}

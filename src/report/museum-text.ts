import type { ExhibitScore, Scoreboard, Totals } from "../museum/index.ts";
import { group, share, table } from "./table.ts";

/** A scoreboard for a person: a line for each fault, then figures by category and by method. */
export function museumText(board: Scoreboard): string {
  const { scores, totals, absent, baselines, lost } = board;
  return [
    ...table(
      ["fault", "found", "by", "cases", "seconds", "instructions", "cuts", "place"],
      scores.map((score) => scoreCells(score)),
    ),
    "",
    ...table(
      ["category", "faults", "found", "seconds", "slowest", "place right"],
      board.categories.map(({ category, totals: some }) => [category, ...totalCells(some)]),
    ),
    "",
    ...(baselines.length > 0
      ? [
          ...table(["method", "found", "seconds"], methodRows(board)),
          `the simpler methods had one seed and ${board.baselineTimeMs / 1000} s, the full harness ${board.seeds.length} and ${board.timeMs / 1000} s`,
          "",
        ]
      : []),
    `found ${totals.found} of ${totals.exhibits} faults (${share(totals.found, totals.exhibits)}) with each of ${board.seeds.length} seeds`,
    `median ${secondsText(totals.seconds)} s, of the slowest fault ${secondsText(totals.slowestSeconds)} s; longest hunt ${secondsText(totals.longestSeconds)} s`,
    ...(totals.instructions === undefined
      ? []
      : [
          `shrunk to a median of ${totals.instructions} instructions and ${totals.cuts ?? 0} cuts; nine in ten to ${totals.instructionsOfMost} instructions, the largest to ${totals.instructionsMax}`,
        ]),
    ...(totals.placed === 0
      ? []
      : [`place named rightly in ${totals.right} of ${totals.placed} (${share(totals.right, totals.placed)})`]),
    ...(totals.undiagnosed === 0
      ? []
      : [`${totals.undiagnosed} findings could not be diagnosed: their place is not named`]),
    ...(totals.unplaced === 0 ? [] : [`${totals.unplaced} of the faults have no single place`]),
    ...(absent.length > 0 ? [`left out: ${absentText(board)}`] : []),
    ...scores.filter(({ found }) => !found).map(({ exhibit }) => `not found: ${exhibit.id}: ${exhibit.does}`),
    ...lost.map((id) => `found before, not now: ${id}`),
  ].join("\n");
}

/** The rows of the table of methods, the full harness last. */
export function methodRows({ baselines, totals }: Scoreboard): string[][] {
  return [
    ...baselines.map(({ name, found, seconds }) => [name, `${found} of ${totals.exhibits}`, secondsText(seconds)]),
    ["full harness", `${totals.found} of ${totals.exhibits}`, secondsText(totals.seconds)],
  ];
}

/** What one fault came to: found, by what, cases, seconds, instructions, cuts, place. */
export function scoreCells(score: ExhibitScore): string[] {
  const { exhibit, attempts, diagnoses, found, cases, seconds } = score;
  const hits = attempts.filter((attempt) => attempt.found);
  const by = [...new Set(hits.map((attempt) => attempt.by ?? ""))];
  const places = [...new Set(diagnoses.map(({ place }) => place ?? "none"))];
  const wrong = diagnoses.filter(({ right }) => right === false).length;
  const told = places.slice(0, 2).join(", ") + (wrong > 0 ? ` (${wrong} wrong)` : "");
  return [
    exhibit.id,
    found ? "yes" : hits.length > 0 ? `${hits.length} of ${attempts.length}` : "NO",
    by.length > 2 ? `${by.slice(0, 2).join(", ")}, …` : by.join(", "),
    cases === undefined ? "" : group(cases),
    seconds === undefined ? "" : secondsText(seconds),
    range(diagnoses.map(({ instructions }) => instructions.length)),
    range(diagnoses.map(({ cuts }) => cuts)),
    exhibit.whyNoPlace === undefined ? told : `${told} (no single place)`.trimStart(),
  ];
}

/** What faults came to: how many, found, seconds, slowest, places that were right. */
export function totalCells({ exhibits, found, seconds, slowestSeconds, placed, right }: Totals): string[] {
  return [
    group(exhibits),
    group(found),
    secondsText(seconds),
    secondsText(slowestSeconds),
    placed === 0 ? "" : `${right} of ${placed}`,
  ];
}

/** How many rows are left out, by kind. */
export function absentText({ absent }: Scoreboard): string {
  return [...Map.groupBy(absent, ({ kind }) => kind)].map(([kind, rows]) => `${rows.length} ${kind}`).join(", ");
}

/** Seconds with as many digits as say something. */
export function secondsText(seconds: number | undefined): string {
  return seconds === undefined ? "" : seconds.toFixed(seconds < 10 ? 2 : 1);
}

function range(values: readonly number[]): string {
  if (values.length === 0) return "";
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? String(least) : `${least}-${most}`;
}

import type { Explanation, Investigation } from "../campaign/index.ts";
import { frameLines } from "./frame-text.ts";
import type { Located } from "./locate-json.ts";
import { PLAIN, visible, type Paint } from "./paint.ts";
import { stateLines } from "./state-text.ts";
import { counted } from "./table.ts";
import { COLUMNS, wrap } from "./wrap.ts";

/** A finding that was looked into, for a person; the command that repeats it comes last. */
export function locatedText({ law, sentence, repeat, debug, investigation }: Located, paint: Paint = PLAIN): string {
  return [
    paint.alarm(`BROKEN  law ${law}: ${visible(sentence)}`),
    locateText(investigation, paint),
    ...debugLines(debug, paint),
    `  repeat with: ${paint.bold(visible(repeat))}`,
  ].join("\n");
}

/** The command that stands in front of the place where the sides part. */
export function debugLines(debug: string | undefined, paint: Paint): string[] {
  return debug === undefined ? [] : [`  go there with: ${paint.bold(visible(debug))}`];
}

/** What is found out about a finding, for a person: the place, what it reads and writes, and what differs. */
export function locateText(investigation: Investigation, paint: Paint = PLAIN): string {
  const { where, flaky, reached, legs, seconds, explained } = investigation;
  return [
    ...(flaky ? flakyLines(flaky) : []),
    `  first differing instruction: ${visible(where) || "not known"}`,
    ...(investigation.frame.length > 0 ? ["", ...frameLines(investigation, paint), ""] : []),
    ...(investigation.peers
      ? [`  A: ${visible(investigation.sides.expected)}`, `  B: ${visible(investigation.sides.actual)}`]
      : []),
    ...stateLines(investigation, paint),
    ...timeLines(investigation),
    ...explainedLines(explained),
    `  ${counted(legs, "leg")} in ${seconds.toFixed(1)} s${reached === undefined ? "" : `, ended by the time: reached ${reached}`}`,
  ].join("\n");
}

/** Two lines or more for a target that does not always do the same. */
export function flakyLines(flaky: NonNullable<Investigation["flaky"]>): string[] {
  const { outcomes, times, runs, broken, unrepeatable } = flaky;
  if (unrepeatable !== undefined) {
    const told = `FLAKY: law repeatable is broken with the same case, although this law was broken in the same way ${broken} of ${runs} times: ${unrepeatable}`;
    return wrap(visible(told), "    ").map((line, k) => (k === 0 ? line.slice(2) : line));
  }
  const labels = times ? times.map((count) => `${counted(count, "time")}:`) : ["once:", "also:"];
  const width = Math.max(...labels.map(({ length }) => length));
  const others = times ? runs - times[0] - times[1] : 0;
  return [
    `  FLAKY: the same case did not always come to the same; it broke the law ${broken} of ${runs} times`,
    ...outcomes.map((outcome, k) => `    ${labels[k].padEnd(width)}  ${visible(outcome)}`),
    ...(others > 0 ? [`    ${counted(others, "time")} in yet another way`] : []),
  ];
}

/** Cuts that are named at the most. */
const CUTS_MAX = 12;

function timeLines({ peers, timeline: { end, cuts, differs, expectedStop, actualStop } }: Investigation): string[] {
  const shown = cuts.slice(0, CUTS_MAX).join(" ") + (cuts.length > CUTS_MAX ? " …" : "");
  return [
    `  cycles: ${end} in all${cuts.length > 0 ? `, cut at ${shown}` : ""}${differs === undefined ? "" : `, they part at ${differs}`}`,
    `  ends: ${expectedStop}${expectedStop === actualStop ? " on both sides" : peers ? ` in A, ${actualStop} in B` : ` expected, ${actualStop} there`}`,
  ];
}

const FREEDOMS = { needed: "needed", some: "in part", free: "free" } as const;

/** What matters in a case and what does not, needed parts first. */
export function explainedLines(explained: readonly Explanation[]): string[] {
  if (explained.length === 0) return [];
  const order = ["needed", "some", "free"];
  const sorted = explained.toSorted((a, b) => order.indexOf(a.freedom) - order.indexOf(b.freedom));
  const width = Math.max(...sorted.map(({ part }) => part.length));
  return [
    "  what matters:",
    ...sorted.flatMap(({ freedom, part, text }) => {
      const before = `    ${FREEDOMS[freedom].padEnd(7)}  ${visible(part)}`;
      const line = `${before.padEnd(width + PART_AT)}  ${visible(text)}`;
      return line.length <= COLUMNS ? [line] : [before, ...wrap(visible(text), " ".repeat(PART_AT + 2))];
    }),
  ];
}

/** The column in which parts begin. */
const PART_AT = 13;

import type { RunReport } from "../run-report.ts";
import { escaped, htmlTable } from "../html.ts";
import { missedFloors } from "../missed-floors.ts";
import { group, share } from "../table.ts";

type Result = RunReport["result"];

/** Every law with what was asked of it and what came of it. */
export function lawsHtml({ tally, canary }: Result): string[] {
  const caught = new Map(canary.map((each) => [each.law, each]));
  const rows = [...new Set([...tally.laws.keys(), ...caught.keys()])].map((law) => {
    const { asked = 0, held = 0, broken = 0, unsupported = 0, withCuts = 0, seconds = 0 } = tally.laws.get(law) ?? {};
    const own = caught.get(law);
    const told =
      own === undefined
        ? ""
        : own.caught
          ? `in ${group(own.cases)}`
          : `<strong class="bad">not in ${group(own.cases)}</strong>`;
    return [
      escaped(law),
      group(asked),
      group(held),
      broken > 0 ? `<strong class="bad">${group(broken)}</strong>` : "0",
      group(unsupported),
      group(withCuts),
      told,
      seconds.toFixed(1),
    ];
  });
  return [
    `<p class="quiet">Unsupported never counts as held. The canary is a target that is wrong on purpose: a law that does not catch it says nothing.</p>`,
    htmlTable(
      ["law", "asked", "held", "broken", "unsupported", "really cut", "canary caught, cases", "seconds"],
      rows,
      "numbers",
    ),
  ];
}

/** Every floor, those that were missed first. */
export function floorsHtml({ floors, endedEarlyOf }: Result): string[] {
  const missed = missedFloors(floors);
  const row = ({ what, atLeast, reached, of }: Result["floors"][number]): string[] => {
    const isMissed = reached < atLeast;
    const part = of === undefined ? "" : ` (${share(reached, of)})`;
    const told = isMissed ? `<strong class="bad">missed</strong>` : `<span class="good">reached</span>`;
    return [`<span class="text">${escaped(what)}</span>`, `${group(reached)}${part}`, group(atLeast), told];
  };
  const early =
    endedEarlyOf === undefined
      ? ""
      : " Random checking ended early, by findings enough: floors then ask for no more cases than there were.";
  const all = htmlTable(
    ["what", "counted", "at least", ""],
    [...missed, ...floors.filter((each) => !missed.includes(each))].map(row),
    "numbers",
  );
  return [
    `<p>${missed.length === 0 ? `All ${group(floors.length)} floors were reached.` : `<strong class="bad">${group(missed.length)} of ${group(floors.length)} floors were missed.</strong>`} A floor is a count that a run must have before its green means anything.${early}</p>`,
    missed.length > 0 ? all : `<details><summary>${group(floors.length)} floors</summary>${all}</details>`,
  ];
}

/** What really ran, by kind. */
export function countsHtml({ tally, targets }: Result): string[] {
  const families = tally
    .byExtension()
    .map(({ extension, executed, rows, rowsReached }) => [
      escaped(extension),
      group(executed),
      `${group(rowsReached)} of ${group(rows)}`,
    ]);
  const never = tally.rowsNeverReached();
  return [
    `<div class="columns">`,
    ...counts("How solo runs ended", "stop", mostFirst(tally.stops)),
    ...counts("VM versions", "version", new Map([...tally.versions].toSorted(([a], [b]) => a - b))),
    ...counts("Legs", "target", tally.legsByTarget),
    ...(new Set(targets).size > 1 ? counts("Snapshots handed over", "from → to", tally.hops) : []),
    ...counts("Fused sequences", "rule", tally.byFusion()),
    ...counts("Tolerated by policy", "entry", tally.tolerated),
    `<section><h3>Instructions</h3>`,
    htmlTable(["extension", "executed", "rows reached"], families, "numbers"),
    never.length > 0 ? `<p class="quiet">Never executed: ${escaped(never.join(", "))}</p>` : "",
    `</section></div>`,
  ];
}

function mostFirst<K>(all: ReadonlyMap<K, number>): Map<K, number> {
  return new Map([...all].toSorted(([, a], [, b]) => b - a));
}

function counts(title: string, what: string, all: ReadonlyMap<string | number, number>): string[] {
  if (all.size === 0) return [];
  const rows = [...all].map(([name, count]) => [escaped(String(name)), group(count)]);
  return [`<section><h3>${title}</h3>`, htmlTable([what, "times"], rows, "numbers"), `</section>`];
}

import type { GateResult } from "../campaign/index.ts";
import { CASES_FOR_CELLS, coverageLines } from "./coverage-text.ts";
import { floorText } from "./floor-text.ts";
import { canaryLines, lawTable, metLines } from "./law-text.ts";
import { partLines } from "./part-text.ts";
import { PLAIN, type Paint } from "./paint.ts";
import { verdictText } from "./verdict-text.ts";
import { seedText } from "./seed-text.ts";
import { sizeLines } from "./snapshot-sizes.ts";
import { counted, group, share, table } from "./table.ts";

/** Below this many cases, rows that were not reached are no news. */
const CASES_FOR_ALL = 1000;

/** A gate's result for a person: what ran, what was counted, what was missed. */
export function gateText(result: GateResult, paint: Paint = PLAIN): string {
  return [
    ...canaryLines(result.canary),
    ...conformanceLines(result),
    "",
    ...lawTable(result.tally),
    ...metSection(result),
    ...countLines(result),
    ...targetLines(result),
    ...coverageSection(result),
    ...floorLines(result, paint),
    "",
    closingLine(result, paint),
  ].join("\n");
}

/** Directed programs named at the most; `rvrelay conform` names them all. */
const PROGRAMS_NAMED = 20;

function conformanceLines({ conformance, regressions }: GateResult): string[] {
  const passed = conformance.filter(({ verdict }) => verdict === "passed").length;
  const others = conformance.filter(({ verdict }) => verdict !== "passed" && verdict !== "unsupported");
  const unsupported = Map.groupBy(
    conformance.filter(({ verdict }) => verdict === "unsupported"),
    ({ target }) => target,
  );
  const unnamed = others.length - PROGRAMS_NAMED;
  return [
    `regressions  ${counted(regressions, "case")} replayed`,
    `conformance  ${passed} of ${conformance.length} directed programs pass, solo and as relays`,
    ...others
      .slice(0, PROGRAMS_NAMED)
      .map(({ name, target, verdict, reason }) => `  ${verdict}: ${name} on ${target}: ${reason ?? ""}`),
    ...[...unsupported].map(
      ([target, results]) => `  not asked of ${target}: ${results.length}, whose worlds it does not run`,
    ),
    ...(unnamed > 0 ? [`  and ${unnamed} more; see: rvrelay conform`] : []),
  ];
}

function countLines({ tally }: GateResult): string[] {
  const families = tally
    .byExtension()
    .map(({ extension, executed, rows, rowsReached }) => [extension, executed, `${rowsReached} of ${rows}`]);
  const never = tally.rowsNeverReached();
  const fused = [...tally.byFusion()].map(([name, executed]) => `${name} ${group(executed)}`);
  return [
    "",
    ...table(["family", "instructions executed", "rows reached"], families),
    ...(fused.length > 0 ? [`fused: ${fused.join(", ")}`] : []),
    ...(never.length > 0 && tally.cases >= CASES_FOR_ALL ? [`never executed: ${never.join(", ")}`] : []),
    "",
    ...table(
      ["VM version", "cases"],
      [...tally.versions].sort(([a], [b]) => a - b).map(([version, cases]) => [String(version), cases]),
    ),
    "",
    ...table(
      ["solo run ended by", "cases"],
      [...tally.stops].sort(([, a], [, b]) => b - a),
    ),
    "",
    [
      counted(tally.cases, "case"),
      counted(tally.checks, "check"),
      counted(tally.legs, "leg"),
      counted(tally.cuts, "cut"),
      counted(tally.instructions, "instruction"),
    ].join(", "),
    ...[...tally.unsupported]
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `unsupported ${count === 1 ? "once" : `${group(count)} times`}: ${reason}`),
  ];
}

/** Where there are several targets: what each did, and the ways that snapshots went. */
function targetLines({ tally, targets }: GateResult): string[] {
  if (targets.length < 2) return [];
  const hops = targets.map((from) => [from, ...targets.map((to) => tally.hops.get(`${from} → ${to}`) ?? 0)]);
  return [
    "",
    ...table(
      ["target", "legs"],
      targets.map((name) => [name, tally.legsByTarget.get(name) ?? 0]),
    ),
    "",
    ...table(["snapshots from ↓ to →", ...targets], hops),
    ...leading(partLines(tally, targets)),
    ...(tally.tolerated.size > 0
      ? [
          "",
          ...table(
            ["tolerated under policy", "times"],
            [...tally.tolerated].sort(([, a], [, b]) => b - a),
          ),
        ]
      : []),
  ];
}

/** The lines behind an empty one, if there are any. */
function leading(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", ...lines];
}

function coverageSection({ coverage, tally }: GateResult): string[] {
  return coverage.length === 0 ? [] : ["", ...coverageLines(coverage, tally.cases >= CASES_FOR_CELLS)];
}

function metSection({ floors, tally }: GateResult): string[] {
  return leading([...metLines(floors), ...sizeLines(tally)]);
}

function floorLines({ floors, endedEarlyOf, tally }: GateResult, paint: Paint): string[] {
  const { cases } = tally;
  const after =
    endedEarlyOf === Infinity ? counted(cases, "case") : `${group(cases)} of ${group(endedEarlyOf ?? 0)} cases`;
  const early = endedEarlyOf === undefined ? [] : [`ended early by findings, after ${after}`];
  const lines = floors
    .filter(({ atLeast, reached }) => reached < atLeast)
    .map((floor) => paint.wrong(floorText(floor)));
  const shares = floors.flatMap(({ what, atLeast, reached, of }) =>
    of === undefined ? [] : [`${what}: ${share(reached, of)}, at least ${share(atLeast, of)} wanted`],
  );
  return ["", ...early, ...shares, ...(lines.length > 0 ? lines : [`all ${floors.length} floors reached`])];
}

function closingLine({ verdict, seconds, seed, targets, interrupted }: GateResult, paint: Paint): string {
  const how = `${verdictText(verdict, paint)}${interrupted ? " (interrupted)" : ""}`;
  return `${how} in ${seconds.toFixed(1)} s on ${targets.join(", ")}, seed ${seedText(seed)}`;
}

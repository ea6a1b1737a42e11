/**
 * Measures again and says, row by row, what is faster and what is slower than the committed figures, or than another
 * revision that is measured in turn with this one.
 * `node bench/compare.ts [--base REV | --against FILE] [--only NAME]… [--rounds N] [--sample-ms N] [--json FILE]`
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orExplain, readArguments } from "./arguments.ts";
import { compareInTurn, type ComparedRow } from "./compare-in-turn.ts";
import { helpIfAsked } from "./help.ts";
import { machineText } from "./machine.ts";
import { measured } from "./measured.ts";
import { exitCodeFor, readResults, type Results } from "./results.ts";
import { columns, comparisonCells, comparisonHead } from "./table.ts";
import { compareFigures } from "./verdict.ts";

helpIfAsked(process.argv.slice(2), "compare");
const { base, against, json, ...plan } = orExplain(() => readArguments(process.argv.slice(2), ["base", "against"]));
if (base === undefined) await compareWithFile(against ?? join(import.meta.dirname, "results.json"));
else await compareWithRevision(base);

async function compareWithFile(file: string): Promise<void> {
  const before = orExplain(() => read(file));
  const now = await measured(plan);
  console.log(`committed: ${machineText(before.machine)}, commit ${before.commit}, ${before.date}`);
  console.log(`now:       ${machineText(now.machine)}, commit ${now.commit}, ${now.date}`);
  if (machineText(before.machine) !== machineText(now.machine)) {
    console.log("The machines or their Node differ: what follows compares those too, and nothing was scaled.");
  }
  const compared = now.rows.flatMap((row): ComparedRow[] => {
    const figure = before.rows.find(({ name }) => name === row.name)?.figure;
    return figure ? [{ row, before: figure.median, comparison: compareFigures(figure, row.figure, row.less) }] : [];
  });
  show("committed", compared, now);
}

/** @throws Error that says how to come by results where there are none */
function read(file: string): Results {
  if (!existsSync(file)) {
    throw new Error(`${file}: there are no results; make them with: npm run -s bench -- --json bench/results.json`);
  }
  return readResults(readFileSync(file, "utf8"));
}

async function compareWithRevision(revision: string): Promise<void> {
  const { results, compared } = await compareInTurn(revision, plan);
  console.log(`${machineText(results.machine)}; ${revision} and ${results.commit} in turn, ${results.rounds} rounds`);
  show(revision, compared, results);
}

function show(before: string, compared: readonly ComparedRow[], results: Results): void {
  const { rows, missing } = results;
  for (const line of columns([comparisonHead(before), ...compared.map(comparisonCells)])) console.log(line);
  const alone = rows.map(({ name }) => name).filter((name) => !compared.some(({ row }) => row.name === name));
  if (alone.length > 0) console.log(`without a figure of ${before}: ${alone.join(", ")}`);
  for (const [name, reason] of Object.entries(missing)) console.log(`${name}: not measured: ${reason}`);
  process.exitCode = exitCodeFor(results);
  if (json === undefined) return;
  const written = compared.map(({ row, before: median, comparison }) => ({
    name: row.name,
    before: median,
    now: row.figure.median,
    ...comparison,
  }));
  writeFileSync(json, `${JSON.stringify({ schemaVersion: 1, comparedWith: before, rows: written }, undefined, 2)}\n`);
}

/**
 * Measures, and prints each figure beside its goal.
 * `node bench/index.ts [--only NAME]… [--rounds N] [--sample-ms N] [--json FILE]`
 */
import { writeFileSync } from "node:fs";
import { orExplain, readArguments } from "./arguments.ts";
import { helpIfAsked } from "./help.ts";
import { machineText } from "./machine.ts";
import { measured } from "./measured.ts";
import { exitCodeFor } from "./results.ts";
import { columns, digits, FIGURE_HEAD, figureCells } from "./table.ts";

helpIfAsked(process.argv.slice(2), "bench");
const { json, ...plan } = orExplain(() => readArguments(process.argv.slice(2)));
const results = await measured(plan);
if (json !== undefined) writeFileSync(json, `${JSON.stringify(results, undefined, 2)}\n`);

const { machine, commit, rounds, rows, missing } = results;
console.log(`${machineText(machine)}, commit ${commit}, ${rounds} rounds`);
const nativeHere = rows.some(({ native }) => native);
for (const line of columns([FIGURE_HEAD, ...rows.map((row) => figureCells(row, nativeHere))])) console.log(line);
for (const { name, beside } of rows) {
  if (!beside) continue;
  const texts = Object.entries(beside).map(([engine, value]) => `${engine} ${digits(value)}`);
  console.log(`beside ${name}: ${texts.join(", ")}`);
}
for (const { name, what } of rows) console.log(`${name}: ${what}`);
for (const [name, reason] of Object.entries(missing)) console.log(`${name}: not measured: ${reason}`);
process.exitCode = exitCodeFor(results);

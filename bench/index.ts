// Prints measured figures against what DESIGN.md section 5 asks for.
import { cpus } from "node:os";
import { bootRows } from "./boot.ts";
import { coverageRows } from "./coverage.ts";
import { exhaustiveRows } from "./exhaustive.ts";
import { generationRows } from "./generation.ts";
import { interpreterRows } from "./interpreter.ts";
import { relayRows } from "./relays.ts";
import type { Row } from "./row.ts";
import { snapshotRows } from "./snapshots.ts";
import { wireRows } from "./wire.ts";

const head = ["what", "measured", "unit", "noise", "first", "goal", "of goal"];
process.stdout.write(`${cpus()[0]?.model ?? "unknown CPU"}, ${cpus().length} cores, Node ${process.version}\n`);
process.stdout.write(`${head.join(" | ")}\n`);
for (const rows of [
  relayRows,
  exhaustiveRows,
  coverageRows,
  generationRows,
  interpreterRows,
  bootRows,
  snapshotRows,
  wireRows,
]) {
  for (const row of await rows()) process.stdout.write(`${line(row)}\n`);
}

function line({ what, unit, measured, first, goal, less, noise }: Row): string {
  const share = less ? goal / measured : measured / goal;
  const reached = less ? measured <= first : measured >= first;
  const cells = [
    what,
    digits(measured),
    unit,
    `±${(noise * 100).toFixed(0)} %`,
    `${digits(first)} ${reached ? "reached" : "MISSED"}`,
  ];
  return [...cells, digits(goal), `${(share * 100).toFixed(0)} %`].join(" | ");
}

function digits(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(3);
}

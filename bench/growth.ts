/**
 * Measures how costs grow, and says whether they do so linearly or better.
 * `node bench/growth.ts [--only NAME]… [--minutes N] [--json FILE] [--html FILE]`
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { growthHtml, type Growth } from "../src/report/growth-html.ts";
import { orExplain } from "./arguments.ts";
import { CAMPAIGN, SERIES } from "./growth/index.ts";
import { campaignSeries, measuredSeries } from "./growth/measured-series.ts";
import { CAMPAIGN_MINUTES, helpIfAsked } from "./help.ts";
import { commitText, machineInfo, machineText, ROOT } from "./machine.ts";
import { showProgress } from "./measured.ts";
import { columns } from "./table.ts";

helpIfAsked(process.argv.slice(2), "growth");
const { json, html, minutes, wanted } = orExplain(() => {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: { only: { type: "string", multiple: true }, minutes: text, json: text, html: text },
  });
  const length = Number(values.minutes ?? CAMPAIGN_MINUTES);
  if (!(length > 0 && length <= 1440)) throw new Error("--minutes takes a number above 0, at most 1440");
  const names = [...SERIES.map(({ name }) => name), CAMPAIGN];
  const unknown = values.only?.find((start) => !names.some((name) => name.startsWith(start)));
  if (unknown !== undefined) throw new Error(`no series is called ${unknown}; there are: ${names.join(", ")}`);
  const chosen = names.filter((name) => values.only?.some((start) => name.startsWith(start)) ?? true);
  return { json: values.json, html: values.html, minutes: length, wanted: chosen };
});

const measured = [];
for (const name of wanted) {
  showProgress(name);
  const series = SERIES.find((each) => each.name === name);
  measured.push(await (series ? measuredSeries(series) : campaignSeries(minutes)));
}
showProgress("");
const growth: Growth = {
  schemaVersion: 1,
  machine: machineText(machineInfo()),
  commit: commitText(),
  date: new Date().toISOString(),
  series: measured,
};

console.log(`${growth.machine}, commit ${growth.commit}`);
const cells = growth.series.map(({ name, points, y, exponent, verdict, limit }) => {
  const [first, last] = [points[0], points[points.length - 1]];
  const range =
    first && last ? `${short(first.x)} to ${short(last.x)}: ${short(first.y)} to ${short(last.y)} ${y}` : "";
  return [name, exponent?.toFixed(2) ?? "", range, verdict, limit ?? ""];
});
for (const line of columns([["series", "exponent", "from and to", "verdict", "limit"], ...cells])) console.log(line);

write(json ?? join(ROOT, "reports", "growth.json"), `${JSON.stringify(growth, undefined, 2)}\n`);
const library = join(ROOT, "node_modules", "uplot", "dist");
const [script, style] = ["uPlot.iife.min.js", "uPlot.min.css"].map((file) => readFileSync(join(library, file), "utf8"));
write(html ?? join(ROOT, "reports", "growth.html"), growthHtml(growth, { script, style }));
if (growth.series.some(({ good }) => good === false)) process.exitCode = 1;
else if (growth.series.some(({ good }) => good === null)) process.exitCode = 3;

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`written: ${file}`);
}

function short(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : String(Number(value.toPrecision(3)));
}

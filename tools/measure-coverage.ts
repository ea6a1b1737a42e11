// Measures anew what the floors of coverage are taken from, and writes it to src/campaign/coverage-measured.ts:
// `node tools/measure-coverage.ts`. It takes some minutes; look at the differences before they are committed.
import { readFileSync, writeFileSync } from "node:fs";
import { gateCaseAt, runGate, type FamilyCoverage } from "../src/campaign/index.ts";
import { HITS, MEASURED_CASES, SHARES, SUMS, type Measured } from "../src/campaign/coverage-measured.ts";
import { LAWS } from "../src/laws/index.ts";
import { Coverage, ReferenceTarget } from "../src/targets/index.ts";

const SEEDS = [1, 2, 3, 4, 5, 6];
const FILE = new URL("../src/campaign/coverage-measured.ts", import.meta.url);

async function coverageOf(seed: number): Promise<readonly FamilyCoverage[]> {
  const coverage = new Coverage();
  const targets = [new ReferenceTarget({ coverage })];
  const { coverage: families } = await runGate({
    targets,
    laws: LAWS,
    seed: BigInt(seed),
    cases: MEASURED_CASES,
    timeMs: Infinity,
    caseAt: (k) => gateCaseAt(seed, targets, k),
    regressions: [],
    conformance: [],
    coverage,
  });
  process.stderr.write(`seed ${seed} measured\n`);
  return families;
}

function hitsOf(families: readonly FamilyCoverage[], { family, parts = [] }: Measured): number[] {
  const cells = families.find((each) => each.family === family)?.cells ?? [];
  const wanted = cells.filter((cell) => parts.every((part) => cell.parts.includes(part)));
  if (wanted.length === 0) throw new Error(`there are no cells of ${[family, ...parts].join(", ")}`);
  return wanted.map(({ hits }) => hits);
}

const PER_1000 = 1000 / MEASURED_CASES;
const LISTS: readonly (readonly [readonly Measured[], (hits: readonly number[]) => number])[] = [
  [SHARES, (hits) => (hits.filter((each) => each > 0).length / hits.length) * 100],
  [HITS, (hits) => Math.min(...hits) * PER_1000],
  [SUMS, (hits) => hits.reduce((sum, each) => sum + each, 0) * PER_1000],
];

const runs: (readonly FamilyCoverage[])[] = [];
for (const seed of SEEDS) runs.push(await coverageOf(seed));
let text = readFileSync(FILE, "utf8");
let at = 0;
for (const [list, valueOf] of LISTS) {
  for (const measured of list) {
    const values = runs.map((families) => valueOf(hitsOf(families, measured)));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    // The rows stand in the file in the order of the lists.
    const numbers = /least: [\d.]+, deviation: [\d.]+/g;
    numbers.lastIndex = at;
    const found = numbers.exec(text);
    if (!found) throw new Error("coverage-measured.ts has fewer rows than its lists");
    const now = `least: ${rounded(Math.min(...values))}, deviation: ${rounded(Math.sqrt(variance))}`;
    text = text.slice(0, found.index) + now + text.slice(found.index + found[0].length);
    at = found.index + now.length;
  }
}
writeFileSync(FILE, text);

/** Three digits that say something. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

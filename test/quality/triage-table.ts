// Prints the page reports/triage.md: how soon faults of the museum are found, shrunk and located, one of each category, and how
// soon one wrong bit in the middle of 50 million cycles is: npm run -s triage-table [SEED] > reports/triage.md
import { execFileSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { investigate, plainestOf, reduceFinding } from "../../src/campaign/index.ts";
import { readCases } from "../../src/cli/corpus.ts";
import { instructionsInPlace, instructionsOf, isGenerated } from "../../src/generate/index.ts";
import { causeOf, locate } from "../../src/laws/index.ts";
import { EXHIBITS, full, type Exhibit } from "../../src/museum/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { FlippedBit } from "../laws/flipped-bit.ts";
import { a2, addOf, LONG, TURNS } from "../laws/long-run.ts";

const seed = BigInt(process.argv[2] ?? 1);
const HUNT_MS = 60_000;
const directed = readCases([join(import.meta.dirname, "..", "..", "corpus", "conformance")]);

/** One fault of each category: of those with a place, the one in the middle of the list, so that no easy one is picked. */
function chosen(): Exhibit[] {
  return [...Map.groupBy(EXHIBITS, ({ category }) => category).values()].map((all) => {
    const placed = all.filter(({ places }) => places.length > 0);
    return placed[placed.length >> 1] ?? all[0];
  });
}

interface Row {
  readonly found: number;
  readonly total: number;
  readonly instructions: number;
  readonly cuts: number;
  readonly right: boolean | undefined;
  readonly cells: readonly string[];
}

async function rowOf({ category, id, places, open }: Exhibit): Promise<Row | undefined> {
  const started = performance.now();
  const hunt = await full.hunt(open(), { seed, timeMs: HUNT_MS, directed });
  const found = (performance.now() - started) / 1000;
  if (hunt.findings.length === 0) return undefined;
  const targets = [new ReferenceTarget(), open()];
  const [smallest] = await reduceFinding(plainestOf(hunt.findings), targets, { othersMax: 0 });
  const { checked, divergence } = smallest;
  const cause = await causeOf(checked, targets, divergence);
  const { where, legs } = await investigate(smallest, targets, { cause });
  const total = (performance.now() - started) / 1000;
  const { place } = cause.origin;
  const right = places.length > 0 ? place !== undefined && places.includes(place) : undefined;
  const instructions = (isGenerated(checked) ? instructionsOf(checked) : instructionsInPlace(checked)).length;
  const cuts = checked.cuts.length;
  const verdict = right === undefined ? "no single place" : right ? "right" : "wrong";
  const cells = [
    found.toFixed(2),
    smallest.law,
    instructions,
    cuts,
    total.toFixed(2),
    legs,
    where.replaceAll("|", "/"),
    verdict,
  ];
  return { found, total, instructions, cuts, right, cells: [category, id, ...cells.map(String)] };
}

function print(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1];

const git = (...args: string[]): string => execFileSync("git", args, { encoding: "utf8" }).trim();
const changes =
  git("status", "--porcelain", "--untracked-files=no", "--", "src", "test", "corpus") === "" ? "" : ", with changes";
process.stdout.write(
  `# From start to cause\n\nMade by \`npm run -s triage-table ${seed} > reports/triage.md\`: seed ${seed}, commit ${git("rev-parse", "--short=12", "HEAD")}${changes}, ` +
    `Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores. Seconds are from the start of the hunt; ` +
    `\`located\` is when the case was found, shrunk and located. A place is right if the museum names it for that fault.\n\n`,
);

/** How long the place of one wrong bit in the middle of a long run takes, on two references in this process. */
async function longRun(): Promise<string> {
  const at = addOf(TURNS / 2n);
  const started = performance.now();
  const location = await locate(LONG, [new ReferenceTarget(), new FlippedBit(at, a2, 7)], "differential");
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  const isRight = location?.cycles === at + 1n && location.text === "add a2, a2, a1";
  return `One wrong bit in the middle of 50,000,003 cycles: located ${isRight ? "right" : "wrong"} in ${seconds} s with ${location?.legs ?? 0} legs.`;
}

print([
  "category",
  "fault",
  "found, s",
  "law",
  "instructions",
  "cuts",
  "located, s",
  "legs",
  "located instruction",
  "",
]);
print(["---", "---", "--:", "---", "--:", "--:", "--:", "--:", "---", "---"]);
const rows: Row[] = [];
const faults = chosen();
for (const fault of faults) {
  const row = await rowOf(fault);
  if (row) rows.push(row);
  print(row?.cells ?? [fault.category, fault.id, `not found in ${HUNT_MS / 1000}`, "", "", "", "", "", "", ""]);
}
const placed = rows.filter(({ right }) => right !== undefined);
process.stdout.write(
  `\nSeed ${seed}: ${rows.length} of ${faults.length} found; located right ${placed.filter(({ right }) => right).length} of ${placed.length}. ` +
    `Median: found in ${median(rows.map(({ found }) => found)).toFixed(2)} s, located ${median(rows.map(({ total }) => total)).toFixed(2)} s after the start, ` +
    `${median(rows.map(({ instructions }) => instructions))} instructions, ${median(rows.map(({ cuts }) => cuts))} cuts.\n`,
);
process.stdout.write(`\n${await longRun()}\n`);

import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import {
  BASELINES,
  CATALOGUE,
  comparedWith,
  EXHIBITS,
  GATE,
  scoreboardOf,
  scoreExhibit,
  type Exhibit,
  type ExhibitScore,
  type FoundBefore,
  type ScoreOptions,
  type Scoreboard,
} from "../museum/index.ts";
import { museumHtml } from "../report/museum-html.ts";
import { museumJson } from "../report/museum-json.ts";
import { museumMarkdown } from "../report/museum-markdown.ts";
import { museumText } from "../report/museum-text.ts";
import { EXIT, UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";
import { readDirected } from "./museum-directed.ts";
import { scoreInThreads, type MuseumWatch } from "./museum-jobs.ts";
import { Progress } from "./progress.ts";
import { hasRiscvTests } from "./riscv-tests.ts";
import { seedOfCommit, type Seed } from "./seed.ts";
import { version } from "./version.ts";

/** Options of `rvrelay museum`. */
export interface MuseumOptions {
  readonly category?: readonly string[];
  readonly id?: readonly string[];
  readonly gate?: boolean;
  readonly list?: boolean;
  readonly time?: number;
  readonly baselineTime?: number;
  /** How many seeds, from `seed` on. */
  readonly seeds?: number;
  readonly seed?: Seed;
  /** Threads. */
  readonly jobs?: number;
  readonly baselines?: boolean;
  readonly shrink?: boolean;
  readonly against?: string;
  readonly reporter?: readonly string[];
  readonly json?: boolean;
}

const TIME_MS = 60_000;
const BASELINE_TIME_MS = 5000;
const SEEDS = 5;
/** Seeds of the gate: one, for it has a minute. */
const GATE_SEEDS = 1;

/** `rvrelay museum`: how well faults are found. */
export async function museum(options: MuseumOptions): Promise<void> {
  const chosen = chooseRows(options);
  if (options.list) return list(chosen, options.json ?? false);
  const exhibits = chosen.filter((row) => row.kind === "exhibit");
  const [absent] = chosen.filter((row) => row.kind !== "exhibit");
  if (exhibits.length === 0) {
    throw new UsageError(absent ? `${absent.id} is ${absent.kind} here: ${absent.reason}` : "no fault is all of that");
  }
  if (options.seeds === 0) throw new UsageError("--seeds must be at least 1");
  const reporters = (options.reporter ?? []).map(readReporter);
  const before: FoundBefore = options.against === undefined ? new Map() : readFound(options.against);
  // A fault that is no longer there cannot be found; where some were asked for, the others are not missed.
  const gone = isWhole(options) ? [...before.keys()].filter((id) => EXHIBITS.every((each) => each.id !== id)) : [];
  const { value: first } = options.seed ?? { value: 1n };
  const count = options.seeds ?? (options.gate ? GATE_SEEDS : SEEDS);
  const seeds = Array.from({ length: count }, (_, k) => BigInt.asUintN(64, first + BigInt(k)));
  const baselines = options.baselines ? BASELINES : [];
  const [timeMs, baselineTimeMs] = [options.time ?? TIME_MS, options.baselineTime ?? BASELINE_TIME_MS];
  const progress = new Progress();
  let interrupted = false;
  process.once("SIGINT", () => (interrupted = true));
  const started = performance.now();
  const job = { seeds, timeMs, baselineTimeMs, diagnose: options.shrink ?? !options.gate };
  const watch = {
    progress: (done: number) => progress.update(`fault ${done + 1} of ${exhibits.length}`),
    interrupted: () => interrupted,
  };
  const jobs = options.jobs ?? 1;
  const scores =
    jobs > 1
      ? await scoreInThreads(exhibits, jobs, { ...job, baselines: baselines.length > 0 }, watch)
      : await scoreHere(exhibits, { ...job, baselines, directed: readDirected() }, watch);
  progress.end();
  const board = scoreboardOf(scores, baselines, {
    absent: chosen.filter((row) => row.kind !== "exhibit"),
    seeds,
    timeMs,
    baselineTimeMs,
    ...comparedWith(before, scores, gone),
    seconds: (performance.now() - started) / 1000,
    interrupted,
  });
  const made = madeBy(board, jobs);
  for (const { file, render } of reporters) writeWhole(file, render(board, made));
  process.stdout.write(`${options.json ? JSON.stringify(museumJson(board), undefined, 2) : museumText(board)}\n`);
  process.exitCode = exitCodeOf(board);
}

async function scoreHere(
  exhibits: readonly Exhibit[],
  options: ScoreOptions,
  { progress, interrupted }: MuseumWatch,
): Promise<ExhibitScore[]> {
  const scores: ExhibitScore[] = [];
  for (const exhibit of exhibits) {
    if (interrupted()) break;
    progress(scores.length);
    scores.push(await scoreExhibit(exhibit, { ...options, interrupted }));
  }
  return scores;
}

/** True if all of the museum is asked for. */
function isWhole({ category, id, gate }: MuseumOptions): boolean {
  return category === undefined && id === undefined && !gate;
}

/** What was found before must still be, and every other fault must be found, unless it was missed before. */
function exitCodeOf({ interrupted, lost, missed }: Scoreboard): number {
  if (interrupted) return EXIT.interrupted;
  return lost.length > 0 || missed.length > 0 ? EXIT.broken : EXIT.held;
}

function chooseRows({ category, id, gate }: MuseumOptions): readonly (typeof CATALOGUE)[number][] {
  const categories = new Set(CATALOGUE.map((row) => row.category as string));
  const unknown = category?.find((name) => !categories.has(name));
  if (unknown !== undefined) {
    throw new UsageError(`unknown category "${unknown}"; known are ${[...categories].join(", ")}`);
  }
  const absent = id?.find((name) => CATALOGUE.every((row) => row.id !== name));
  if (absent !== undefined) throw new UsageError(`unknown fault "${absent}"; see: rvrelay museum --list`);
  // The gate has an order of its own.
  const rows = gate ? GATE.flatMap((name) => CATALOGUE.filter((row) => row.id === name)) : CATALOGUE;
  return rows.filter(
    (row) => (category === undefined || category.includes(row.category)) && (id === undefined || id.includes(row.id)),
  );
}

function list(rows: readonly (typeof CATALOGUE)[number][], json: boolean): void {
  if (json) {
    const shown = rows.map((row) => ({ ...row, open: undefined }));
    process.stdout.write(`${JSON.stringify({ schemaVersion: 1, faults: shown }, undefined, 2)}\n`);
    return;
  }
  for (const row of rows) {
    const kind = row.kind === "exhibit" ? "" : `  (${row.kind}: ${row.reason})`;
    process.stdout.write(`${row.category}  ${row.id}  ${row.does}${kind}\n`);
  }
}

/** What an earlier run has found. @throws UsageError */
function readFound(file: string): FoundBefore {
  if (!existsSync(file)) throw new UsageError(`${file}: there is no such file`);
  try {
    const { faults } = JSON.parse(readFileSync(file, "utf8")) as { faults: EarlierFault[] };
    return new Map(
      faults.map(({ id, found, attempts = [{ found }] }) => [
        id,
        { found, hits: attempts.filter((each) => each.found).length },
      ]),
    );
  } catch {
    throw new UsageError(`${file}: not a document that \`rvrelay museum --json\` wrote`);
  }
}

/** A fault in a document of an earlier run. */
interface EarlierFault {
  readonly id: string;
  readonly found: boolean;
  readonly attempts?: readonly { readonly found: boolean }[];
}

/** How a scoreboard was made. */
function madeBy({ seconds }: Scoreboard, jobs: number): string[] {
  const command = ["rvrelay", ...process.argv.slice(2)].join(" ");
  let commit = "not in a checkout";
  try {
    commit = seedOfCommit().commit ?? commit;
  } catch {
    // A package has none.
  }
  return [
    `command: ${command}`,
    `rvrelay ${version}, commit ${commit}`,
    `Node ${process.version} on ${cpus()[0]?.model ?? "an unknown CPU"}, ${seconds.toFixed(0)} s in all`,
    jobs > 1 ? `${jobs} faults at a time, each on a core that the others kept busy` : "one fault at a time",
    hasRiscvTests() ? "riscv-tests are among the directed programs" : "riscv-tests are not checked out",
  ];
}

type Render = (board: Scoreboard, made: readonly string[]) => string;

const FORMATS: Readonly<Record<string, Render>> = {
  html: museumHtml,
  markdown: museumMarkdown,
  json: (board) => `${JSON.stringify(museumJson(board), undefined, 2)}\n`,
};

function readReporter(text: string): { file: string; render: Render } {
  const [format, file] = text.split(/=(.*)/s);
  if (!file) throw new UsageError(`--reporter cannot be "${text}"; write FORMAT=FILE`);
  const render = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!render) throw new UsageError(`unknown reporter "${format}"; known are ${Object.keys(FORMATS).join(", ")}`);
  return { file, render };
}

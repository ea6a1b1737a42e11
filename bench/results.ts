import type { MachineInfo } from "./machine.ts";
import { SAMPLES_MAX } from "./rank-tests.ts";
import type { Figure, RowFigures } from "./rounds.ts";
import type { Goal, Row } from "./row.ts";

/** One row of a results file. */
export interface RowResult {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  /** True where less is better. */
  readonly less: boolean;
  readonly figure: Figure;
  readonly goal?: Goal;
  /** The real CKB-VM in the same run: plain interpreter of the release that is pinned. */
  readonly native?: Figure;
  /** Medians of its other engines and of the newer release, by the names of the targets. */
  readonly beside?: Readonly<Record<string, number>>;
}

/** What `npm run bench -- --json FILE` writes. */
export interface Results {
  readonly schemaVersion: 1;
  readonly machine: MachineInfo;
  /** With "+" behind it where src/, bench/ or adapters/ had changes that are not in it. */
  readonly commit: string;
  /** When the run ended, in UTC. */
  readonly date: string;
  readonly rounds: number;
  readonly sampleMs: number;
  readonly rows: readonly RowResult[];
  /** Rows without a figure, and why. */
  readonly missing: Readonly<Record<string, string>>;
}

/** The side whose figures are the result; every other one is a native engine. */
export const NOW = "now";
/** The native engine that goals go by. */
export const NATIVE = "ckb-vm:plain";

/** Sorts what was measured into results. */
export function resultsOf(
  rows: readonly Row[],
  figures: ReadonlyMap<string, RowFigures>,
  about: Omit<Results, "schemaVersion" | "rows" | "missing">,
): Results {
  const results: RowResult[] = [];
  const missing: Record<string, string> = {};
  for (const { name, what, unit, less = false, goal } of rows) {
    const bySide = figures.get(name) ?? new Map<string, Figure>();
    const figure = bySide.get(NOW) ?? { missing: "not measured" };
    if ("missing" in figure) {
      missing[name] = figure.missing;
      continue;
    }
    const native = bySide.get(NATIVE);
    const others = [...bySide].flatMap(([side, other]) =>
      side === NOW || side === NATIVE || "missing" in other ? [] : [[side, other.median] as const],
    );
    results.push({
      name,
      what: figure.about === "" ? what : `${what} (${figure.about})`,
      unit,
      less,
      figure,
      ...(goal !== undefined && { goal }),
      ...(native && !("missing" in native) && { native }),
      ...(others.length > 0 && { beside: Object.fromEntries(others) }),
    });
  }
  return { schemaVersion: 1, ...about, rows: results, missing };
}

/** What is to be reached, in the row's unit; undefined for rows without a goal. */
export function goalOf({ goal, native }: Pick<RowResult, "goal" | "native">): number | undefined {
  if (goal === undefined || typeof goal === "number") return goal;
  return native ? native.median * goal.timesNative : goal.otherwise;
}

/** 3, nothing can be concluded, where rows failed; what is only not built is no failure. */
export function exitCodeFor({ missing }: Results): 0 | 3 {
  return Object.values(missing).some((reason) => reason.startsWith("failed")) ? 3 : 0;
}

/** Reads a results file. @throws Error that says what is wrong with it */
export function readResults(text: string): Results {
  const read = JSON.parse(text) as Partial<Results> | null;
  if (read?.schemaVersion !== 1) throw new Error(`schemaVersion is ${String(read?.schemaVersion)}, not 1`);
  const { machine, commit, date, rows } = read;
  for (const [name, value] of Object.entries({ cpu: machine?.cpu, node: machine?.node, commit, date })) {
    if (typeof value !== "string") throw new Error(`${name} is missing`);
  }
  if (!Array.isArray(rows)) throw new Error("rows are missing");
  (rows as readonly Partial<RowResult>[]).forEach(checkRow);
  return read as Results;
}

function checkRow({ name, unit, less, figure }: Partial<RowResult>, k: number): void {
  const where = `rows[${k}]`;
  if (typeof name !== "string" || typeof unit !== "string" || typeof less !== "boolean") {
    throw new Error(`${where} has no name, no unit, or does not say whether less is better`);
  }
  const samples = figure?.samples ?? [NaN];
  if (samples.length > SAMPLES_MAX) throw new Error(`${where}, ${name}: more than ${SAMPLES_MAX} samples`);
  // A single sample has no noise.
  const numbers = [figure?.median, samples.length > 1 ? figure?.noise : 0, ...samples];
  if (!numbers.every((value) => Number.isFinite(value))) throw new Error(`${where}, ${name}: its figure is no number`);
}

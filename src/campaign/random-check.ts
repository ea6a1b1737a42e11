import type { Law } from "../laws/index.ts";
import type { Coverage, Target } from "../targets/index.ts";
import { checkCase, stillTrusted, type Finding, type NamedCase, type Outcome } from "./check-case.ts";
import { Tally } from "./tally.ts";

/** When to stop, and whom to tell. */
export interface RandomOptions {
  /** At most this many cases. */
  readonly cases: number;
  /** At most this long. */
  readonly timeMs: number;
  /** True once there are findings enough; it ends as well when no target is left that can be trusted. */
  isEnough(findings: readonly Finding[]): boolean | Promise<boolean>;
  /** What the targets record in, if they do. */
  readonly coverage?: Coverage;
  /** Called now and then with the number of cases done. */
  progress?(cases: number): void;
  /** True once the run is to end early. */
  interrupted?(): boolean;
}

/** Cases between two looks at the clock. */
const BATCH = 32;

/**
 * Checks generated cases one after another, or several at once where a target gains by it.
 * @param lawsAt the laws that are asked of the k-th case
 */
export async function checkRandom(
  caseAt: (k: number) => NamedCase,
  lawsAt: (k: number) => readonly Law[],
  targets: readonly Target[],
  tally: Tally,
  outcome: Outcome,
  options: RandomOptions,
): Promise<void> {
  const end = performance.now() + options.timeMs;
  const parallel = Math.max(...targets.map((target) => target.parallel ?? 1));
  for (let k = 0; k < options.cases; k += BATCH) {
    options.progress?.(k);
    if (performance.now() >= end || options.interrupted?.()) return;
    await new Promise((resolve) => setImmediate(resolve)); // lets a signal in
    const count = Math.min(BATCH, options.cases - k);
    const trusted = stillTrusted(targets, outcome);
    const batch = { caseAt, lawsAt, targets: trusted, tally, outcome, options };
    if (parallel > 1) await checkAtOnce(k, count, parallel, batch);
    else await checkInTurn(k, count, batch);
    if (await isOver(batch)) return;
  }
}

interface Batch {
  readonly caseAt: (k: number) => NamedCase;
  readonly lawsAt: (k: number) => readonly Law[];
  readonly targets: readonly Target[];
  readonly tally: Tally;
  readonly outcome: Outcome;
  readonly options: RandomOptions;
}

async function isOver({ outcome, options, targets }: Batch): Promise<boolean> {
  if (stillTrusted(targets, outcome).length === 0) return true;
  return outcome.findings.length > 0 && options.isEnough(outcome.findings);
}

async function checkInTurn(from: number, count: number, batch: Batch): Promise<void> {
  const { caseAt, lawsAt, targets, tally, outcome } = batch;
  const { coverage } = batch.options;
  for (let k = from; k < from + count && !(await isOver(batch)); k++) {
    const named = caseAt(k);
    const { world } = named.checked;
    coverage?.hold(world);
    await checkCase(named, lawsAt(k), targets, tally, outcome);
    coverage?.count(world);
  }
}

/**
 * Checks cases at once, and counts them in their order, so that a run with the same seed says the same. When a process
 * fails, everything that waits for it fails: such cases are checked again alone, and only the one that did it is named.
 */
async function checkAtOnce(from: number, count: number, parallel: number, batch: Batch): Promise<void> {
  const { caseAt, lawsAt, targets, tally, outcome } = batch;
  const cases = Array.from({ length: count }, (_, j) => caseAt(from + j));
  const { coverage } = batch.options;
  const results = new Array<{ tally: Tally; outcome: Outcome } | undefined>(cases.length);
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < cases.length && !failed) {
      const k = next++;
      const result = { tally: new Tally(), outcome: { findings: [], failures: [] } as Outcome };
      results[k] = result;
      coverage?.hold(cases[k].checked.world);
      await checkCase(cases[k], lawsAt(from + k), targets, result.tally, result.outcome, true);
      failed ||= result.outcome.failures.length > 0;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  for (let k = 0; k < cases.length && !(await isOver(batch)); k++) {
    const result = results[k];
    const { world } = cases[k].checked;
    if (result && result.outcome.failures.length === 0) {
      tally.merge(result.tally);
      coverage?.count(world);
      outcome.findings.push(...result.outcome.findings);
    } else {
      coverage?.hold(world);
      await checkCase(cases[k], lawsAt(from + k), targets, tally, outcome);
      coverage?.count(world);
    }
  }
  for (const { checked } of cases) coverage?.drop(checked.world);
}

import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { Coverage, ReferenceTarget, type Target } from "../src/targets/index.ts";
import type { Row } from "./row.ts";

const BATCH = 25;
const WARM_UP = 40;
const ROUNDS = 300;
/** As in `relays.ts`: about 1,000 instructions in all legs of a check. */
const SIZE = 450;

/**
 * What recording coverage costs a relay check. Machines get faster and slower while they run, so the same cases are
 * checked with and without it in turn, and the ratio of each round counts.
 */
export async function coverageRows(): Promise<Row[]> {
  const without = [new ReferenceTarget()];
  const withCoverage = [new ReferenceTarget({ coverage: new Coverage() })];
  const ratios: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const first = (round + WARM_UP) * BATCH;
    const inTurn = round % 2 === 0 ? [without, withCoverage] : [withCoverage, without];
    const times = new Map<readonly Target[], number>();
    for (const targets of inTurn) times.set(targets, await timeOf(targets, first));
    if (round >= 0) ratios.push((times.get(withCoverage) ?? NaN) / (times.get(without) ?? NaN));
  }
  const measured = median(ratios);
  const noise = median(ratios.map((ratio) => Math.abs(ratio - measured))) / measured;
  const what = "relay checks with coverage, time to that without";
  return [{ what, unit: "x", measured, first: 1.1, goal: 1.05, less: true, noise }];
}

/** Microseconds of processor time that the checks of a batch of cases take: what else the machine does counts less. */
async function timeOf(targets: readonly Target[], first: number): Promise<number> {
  const [relayLaw] = LAWS;
  const started = process.cpuUsage();
  for (let k = first; k < first + BATCH; k++) {
    const verdict = await relayLaw.check(generateCase(1n, k, { size: SIZE }), targets);
    if (verdict.kind !== "held") throw new Error(`case ${k} is ${verdict.kind}`);
  }
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

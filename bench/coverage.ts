import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { Coverage, ReferenceTarget } from "../src/targets/index.ts";
import { RELAY_SIZE } from "./relays.ts";
import type { Row } from "./row.ts";
import { median } from "./statistics.ts";

const BATCH = 25;
const SEED = 1n;

/**
 * What recording coverage costs a relay check. Machines get faster and slower while they run, so the same cases are
 * checked with and without it in turn, and the median of the ratios counts.
 */
export const COVERAGE_ROWS: readonly Row[] = [
  {
    name: "coverage-cost",
    what: "relay checks with coverage, time to that without",
    unit: "x",
    less: true,
    goal: 1.05,
    warmUpMs: 3000,
    open() {
      const coverage = new Coverage();
      const sides = [
        { targets: [new ReferenceTarget()], coverage: undefined },
        { targets: [new ReferenceTarget({ coverage })], coverage },
      ];
      let next = 0;
      const sample = async (timeMs: number): Promise<number> => {
        const ratios: number[] = [];
        const end = performance.now() + timeMs;
        do {
          const times = [0, 0];
          for (const side of ratios.length % 2 === 0 ? [0, 1] : [1, 0]) times[side] = await timeOf(sides[side], next);
          ratios.push(times[1] / times[0]);
          next += BATCH;
        } while (performance.now() < end);
        return median(ratios);
      };
      return { sample };
    },
  },
];

/** Microseconds of processor time that the checks of a batch of cases take: what else the machine does counts less. */
async function timeOf(
  { targets, coverage }: { targets: readonly ReferenceTarget[]; coverage: Coverage | undefined },
  first: number,
): Promise<number> {
  const [relayLaw] = LAWS;
  const started = process.cpuUsage();
  for (let k = first; k < first + BATCH; k++) {
    const checked = generateCase(SEED, k, { size: RELAY_SIZE });
    coverage?.hold(checked.world);
    const verdict = await relayLaw.check(checked, targets);
    coverage?.count(checked.world);
    if (verdict.kind !== "held") throw new Error(`case ${k} is ${verdict.kind}`);
  }
  const { user, system } = process.cpuUsage(started);
  return user + system;
}

import { checkRandom, gateCaseAt, isAsked, Tally } from "../../src/campaign/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { Coverage, ReferenceTarget } from "../../src/targets/index.ts";

/** Memory in use at one moment of a campaign. */
export interface MemorySample {
  readonly minutes: number;
  /** Heap and buffers after a collection, in MiB. */
  readonly mebibytes: number;
  readonly cases: number;
}

const SEED = 1n;
const SAMPLES = 60;

/**
 * Checks random cases under all laws, as `rvrelay check` does, and looks at the memory at even distances.
 * @param found told each sample at once, so that a campaign that fails has shown how far it came
 * @throws Error if a law is broken
 */
export async function campaignMemory(minutes: number, found: (sample: MemorySample) => void): Promise<void> {
  const collect = globalThis.gc;
  if (!collect) throw new Error("node --expose-gc is needed");
  const coverage = new Coverage();
  const targets = [new ReferenceTarget({ coverage })];
  let samples = 0;
  const started = performance.now();
  const timeMs = minutes * 60_000;
  const look = (cases: number): void => {
    const now = performance.now() - started;
    if (now < (samples * timeMs) / SAMPLES) return;
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    samples++;
    found({ minutes: now / 60_000, mebibytes: (heapUsed + external) / 2 ** 20, cases });
  };
  await checkRandom(
    (k) => gateCaseAt(SEED, targets, k),
    (k) => LAWS.filter((law) => isAsked(law, k)),
    targets,
    new Tally(),
    { findings: [], failures: [] },
    {
      cases: Infinity,
      timeMs,
      isEnough: (findings) => {
        throw new Error(`law ${findings[0]?.law} is broken in ${findings[0]?.name}`);
      },
      progress: look,
      coverage,
    },
  );
}

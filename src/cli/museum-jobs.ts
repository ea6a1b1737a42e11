import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { BASELINES, scoreOf, type Exhibit, type ExhibitScore, type ScoreOptions } from "../museum/index.ts";

/** How faults are scored in a thread of its own. */
export interface MuseumJob extends Omit<ScoreOptions, "baselines" | "directed" | "interrupted"> {
  readonly baselines: boolean;
}

/** What a thread says of one fault. */
export type MuseumResult = Pick<ExhibitScore, "attempts" | "diagnoses" | "baselines"> & { readonly id: string };

/** What is told and asked while threads work. */
export interface MuseumWatch {
  readonly progress: (done: number) => void;
  readonly interrupted: () => boolean;
}

/** Time for shrinking and for what cannot be ended in time, beyond the limits of the hunts, in milliseconds. */
const GRACE_MS = 120_000;

/**
 * Scores faults in `jobs` threads, in the order given. Interrupted, it ends with what is done. A thread that does not answer is
 * ended, and its fault counts as not found: whatever runs there, the others are scored.
 */
export async function scoreInThreads(
  exhibits: readonly Exhibit[],
  jobs: number,
  job: MuseumJob,
  { progress, interrupted }: MuseumWatch,
): Promise<ExhibitScore[]> {
  const scores = new Map<string, ExhibitScore>();
  const file = new URL(`./museum-worker${extname(import.meta.url)}`, import.meta.url);
  let next = 0;
  const hunts = job.seeds.length * job.timeMs + (job.baselines ? BASELINES.length * job.baselineTimeMs : 0);
  const work = async (): Promise<void> => {
    let worker = new Worker(file, { workerData: job });
    try {
      while (next < exhibits.length && !interrupted()) {
        progress(scores.size);
        const exhibit = exhibits[next++];
        const result = await ask(worker, exhibit.id, hunts + GRACE_MS);
        if (result === undefined) {
          await worker.terminate();
          worker = new Worker(file, { workerData: job });
        }
        const { attempts, diagnoses, baselines } = result ?? notEnded(job, hunts + GRACE_MS);
        scores.set(exhibit.id, scoreOf(exhibit, attempts, diagnoses, baselines));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, exhibits.length) }, work));
  return exhibits.flatMap(({ id }) => scores.get(id) ?? []);
}

function notEnded({ seeds }: MuseumJob, timeMs: number): Omit<MuseumResult, "id"> {
  const [seed] = seeds;
  return { attempts: [{ seed, found: false, cases: 0, seconds: timeMs / 1000 }], diagnoses: [], baselines: new Map() };
}

/** What the thread says of a fault; undefined if it says nothing within the time. */
async function ask(worker: Worker, id: string, timeMs: number): Promise<MuseumResult | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      worker.removeAllListeners();
      resolve(undefined);
    }, timeMs);
    // One that ends by itself is as good as one that says nothing: the others are scored all the same.
    const failed = (error: Error): void => {
      clearTimeout(timer);
      process.stderr.write(`${id}: ${error.message}\n`);
      resolve(undefined);
    };
    worker.once("error", failed);
    worker.once("message", (result: MuseumResult) => {
      clearTimeout(timer);
      worker.removeListener("error", failed);
      resolve(result);
    });
    worker.postMessage(id);
  });
}

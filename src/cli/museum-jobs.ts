import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { scoreOf, type Exhibit, type ExhibitScore, type ScoreOptions } from "../museum/index.ts";

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

/** Scores faults in `jobs` threads, in the order given. Interrupted, it ends with what is done. */
export async function scoreInThreads(
  exhibits: readonly Exhibit[],
  jobs: number,
  job: MuseumJob,
  { progress, interrupted }: MuseumWatch,
): Promise<ExhibitScore[]> {
  const scores = new Map<string, ExhibitScore>();
  const file = new URL(`./museum-worker${extname(import.meta.url)}`, import.meta.url);
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(file, { workerData: job });
    try {
      while (next < exhibits.length && !interrupted()) {
        progress(scores.size);
        const exhibit = exhibits[next++];
        const { attempts, diagnoses, baselines } = await ask(worker, exhibit.id);
        scores.set(exhibit.id, scoreOf(exhibit, attempts, diagnoses, baselines));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, exhibits.length) }, work));
  return exhibits.flatMap(({ id }) => scores.get(id) ?? []);
}

async function ask(worker: Worker, id: string): Promise<MuseumResult> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (result: MuseumResult) => {
      worker.removeListener("error", reject);
      resolve(result);
    });
    worker.postMessage(id);
  });
}

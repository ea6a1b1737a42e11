import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { BASELINES, EXHIBITS, scoreExhibit } from "../museum/index.ts";
import type { MuseumJob, MuseumResult } from "./museum-jobs.ts";
import { readDirected } from "./museum-directed.ts";

/** Scores the faults that it is sent, one after the other, until it is ended. */
const { baselines, ...job } = workerData as MuseumJob;
const port = parentPort;
if (!port) throw new Error("museum-worker.ts is for worker threads");
const options = { ...job, baselines: baselines ? BASELINES : [], directed: readDirected() };
for await (const [id] of on(port, "message")) {
  const exhibit = EXHIBITS.find((each) => each.id === id);
  if (!exhibit) throw new Error(`there is no fault ${String(id)}`);
  const { attempts, diagnoses, baselines: simpler } = await scoreExhibit(exhibit, options);
  port.postMessage({ id: exhibit.id, attempts, diagnoses, baselines: simpler } satisfies MuseumResult);
}

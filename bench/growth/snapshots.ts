import { openSnapshots } from "../snapshots.ts";
import type { Series } from "./series.ts";

const PAGES = [0, 1, 4, 16, 64, 256, 1024];
/** Room for 1,024 pages above the code and below the stack. */
const MEMORY_SIZE = 8 << 20;
const SAMPLE_MS = 100;
/** Pages of all machines that wait at once: many more do not fit into any cache, and that is not what is asked. */
const WAITING_PAGES = 256;
const BATCH_MAX = 16;

/** Snapshots with more and more dirty pages. What holds none is in the table, but has no place on a logarithmic axis. */
export const SNAPSHOT_SERIES: readonly Series[] = (["make", "resume"] as const).map((step) => ({
  name: `snapshot-${step}`,
  what: step === "make" ? "making a snapshot" : "resuming a snapshot in a fresh machine",
  x: "dirty pages",
  y: "ms",
  sizes: PAGES,
  prepare(pages) {
    const batch = Math.max(1, Math.min(BATCH_MAX, Math.floor(WAITING_PAGES / Math.max(1, pages))));
    const opened = openSnapshots(pages, { memorySize: MEMORY_SIZE, batch });
    return { once: async () => (await opened[step](SAMPLE_MS)) / 1000 };
  },
}));

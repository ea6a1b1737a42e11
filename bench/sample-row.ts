/**
 * Measures one row in a process of its own, and prints one line of JSON. `node bench/sample-row.ts NAME MILLISECONDS`
 */
import { ROWS } from "./rows.ts";
import { NotHereError } from "./row.ts";
import type { Sample } from "./sample.ts";

const WARM_UP_MS = 400;

/** What `sample.ts` reads. */
async function sampled(name: string, timeMs: number): Promise<Sample> {
  const row = ROWS.find((each) => each.name === name);
  if (!row) return { missing: `there is no row ${name}` };
  try {
    const opened = await row.open();
    try {
      const { warmUpMs = WARM_UP_MS } = row;
      if (warmUpMs > 0) await opened.sample(warmUpMs);
      const value = await opened.sample(timeMs);
      return { value, about: opened.about?.() ?? "" };
    } finally {
      await opened.close?.();
    }
  } catch (error) {
    if (error instanceof NotHereError) return { missing: error.message };
    throw error;
  }
}

const [name, timeMs] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await sampled(name, Number(timeMs)))}\n`);

import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Row } from "./row.ts";

/** What one process has measured; `missing` says what it needed and did not find. */
export type Sample = { readonly value: number; readonly about: string } | { readonly missing: string };

/** Longest time for a sample, its process included. */
const TIMEOUT_MS = 120_000;

const run = promisify(execFile);

/**
 * Measures a row once in a fresh process: what V8 made of the code, and where things lie in memory, differ from process to
 * process, and no row leaves anything behind for the next one.
 * @param root the checkout whose code is measured
 * @throws Error with what the process said, if it failed
 */
export async function sampleRow(root: string, row: Row, timeMs: number): Promise<Sample> {
  const words = [...(row.nodeOptions ?? []), join(root, "bench", "sample-row.ts"), row.name, String(timeMs)];
  const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "rvrelay-bench-cache") };
  try {
    const { stdout } = await run(process.execPath, words, { cwd: root, env, timeout: TIMEOUT_MS });
    return readSample(stdout);
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
    throw new Error(reasonIn(said) ?? String(error), { cause: error });
  }
}

/** What the process printed. @throws Error if it is anything else than one sample */
export function readSample(text: string): Sample {
  const read = JSON.parse(text) as Record<string, unknown>;
  if (typeof read.missing === "string") return { missing: read.missing };
  if (typeof read.value === "number" && typeof read.about === "string") {
    return { value: read.value, about: read.about };
  }
  throw new Error(`no sample: ${text}`);
}

/** The line of a stack trace that says what happened. */
function reasonIn(stderr: string): string | undefined {
  return stderr.split("\n").find((line) => /^\w*Error\b/.test(line));
}

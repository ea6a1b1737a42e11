import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "./statistics.ts";
import type { Row } from "./row.ts";

const COMMAND = join(import.meta.dirname, "..", "bin", "rvrelay.js");
const CHECK = ["check", "--cases", "1", "--seed", "1", "--law", "relay"];

/**
 * Milliseconds from starting the command until it ends or has said its first word: with its compile cache warm, and as it is
 * the first time, when Node has compiled nothing of it yet.
 */
export const START_ROWS: readonly Row[] = [
  row("start-help", "rvrelay --help", 120, ["--help"], "end"),
  row("start-check", "rvrelay check, until it starts", 400, CHECK, "first word"),
  row("smallest-check", `rvrelay ${CHECK.join(" ")}, whole`, 400, CHECK, "end"),
  {
    name: "start-check-cold",
    what: "rvrelay check, until it starts, nothing compiled before",
    unit: "ms",
    less: true,
    warmUpMs: 0,
    open: () => ({ sample: async (timeMs) => medianFor(timeMs, async () => cold(CHECK, "first word")) }),
  },
];

function row(name: string, what: string, goal: number, words: readonly string[], until: Until): Row {
  const open: Row["open"] = async () => {
    // Fills the compile cache, and is not counted: on a new machine, or of another revision, there is nothing in it.
    await msUntil(words, until);
    return { sample: async (timeMs) => medianFor(timeMs, async () => msUntil(words, until)) };
  };
  return { name, what, unit: "ms", less: true, goal, warmUpMs: 0, open };
}

async function medianFor(timeMs: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  const end = performance.now() + timeMs;
  do times.push(await once());
  while (performance.now() < end);
  return median(times);
}

/** With a compile cache of its own that is empty, so that it is filled as well, as the first time. */
async function cold(words: readonly string[], until: Until): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-cold-"));
  try {
    return await msUntil(words, until, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Until = "end" | "first word";

async function msUntil(
  words: readonly string[],
  until: Until,
  cache = process.env.NODE_COMPILE_CACHE,
): Promise<number> {
  const env = { ...process.env, ...(cache !== undefined && { NODE_COMPILE_CACHE: cache }) };
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ["ignore", "pipe", "pipe"], env });
  let saidMs: number | undefined;
  const said = (): void => void (saidMs ??= performance.now() - started);
  child.stdout.on("data", said);
  child.stderr.on("data", said);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`rvrelay ${words.join(" ")} ended with ${code}`);
  const endedMs = performance.now() - started;
  return until === "end" ? endedMs : (saidMs ?? endedMs);
}

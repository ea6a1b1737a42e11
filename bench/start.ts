import { spawn } from "node:child_process";
import { join } from "node:path";
import { median } from "./statistics.ts";
import type { Row } from "./row.ts";

const COMMAND = join(import.meta.dirname, "..", "bin", "rvrelay.js");
const CHECK = ["check", "--cases", "1", "--seed", "1", "--law", "relay"];

/** Milliseconds from starting the command, with its compile cache warm, until it ends or has said its first word. */
export const START_ROWS: readonly Row[] = [
  row("start-help", "rvrelay --help", 120, ["--help"], "end"),
  row("start-check", "rvrelay check, until it starts", 400, CHECK, "first word"),
  row("smallest-check", `rvrelay ${CHECK.join(" ")}, whole`, 400, CHECK, "end"),
];

function row(name: string, what: string, goal: number, words: readonly string[], until: Until): Row {
  const sample = async (timeMs: number): Promise<number> => {
    const times: number[] = [];
    const end = performance.now() + timeMs;
    do times.push(await msUntil(words, until));
    while (performance.now() < end);
    return median(times);
  };
  // The first one fills the compile cache.
  return { name, what, unit: "ms", less: true, goal, warmUpMs: 0, open: () => ({ sample }) };
}

type Until = "end" | "first word";

async function msUntil(words: readonly string[], until: Until): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ["ignore", "pipe", "pipe"] });
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

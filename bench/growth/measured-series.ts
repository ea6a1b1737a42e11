import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { GrowthSeries } from "../../src/report/growth-html.ts";
import { CAMPAIGN } from "./index.ts";
import type { Point } from "./judge.ts";
import type { Series } from "./series.ts";
import { growthVerdict, memoryVerdict } from "./verdicts.ts";

/** The points of a series, and what ended it early. */
interface Points {
  readonly points: readonly Point[];
  readonly stopped: string | undefined;
  /** True if the process failed. */
  readonly failed: boolean;
}

/** Measures a series in a process of its own and judges how it grows. */
export async function measuredSeries({ name, what, x, y, limit }: Series): Promise<GrowthSeries> {
  const { points, stopped, failed } = await pointsOf(name, "0");
  const verdict = growthVerdict(points, failed);
  return { name, what, x, y, points, axes: "logarithmic", ...verdict, ...limitOf(stopped, limit) };
}

/** Measures the memory of a campaign that lasts so many minutes. */
export async function campaignSeries(minutes: number): Promise<GrowthSeries> {
  const { points, stopped, failed } = await pointsOf(CAMPAIGN, String(minutes));
  const what = "memory of random checks under all laws";
  const about = { name: CAMPAIGN, what, x: "minutes", y: "MiB", points, axes: "plain" } as const;
  return { ...about, ...memoryVerdict(points, failed), ...limitOf(stopped, undefined) };
}

function limitOf(...reasons: readonly (string | undefined)[]): { limit?: string } {
  const told = reasons.filter((reason) => reason !== undefined);
  return told.length > 0 ? { limit: told.join("; ") } : {};
}

async function pointsOf(name: string, minutes: string): Promise<Points> {
  const script = join(import.meta.dirname, "measure-series.ts");
  const words = ["--expose-gc", script, name, minutes];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(signal ?? code ?? 0));
  });
  const points: { x: number; y: number }[] = [];
  let stopped: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const read = JSON.parse(line) as { x?: number; y?: number; stopped?: string };
    if (read.stopped !== undefined) stopped = read.stopped;
    else if (read.x !== undefined && read.y !== undefined) points.push({ x: read.x, y: read.y });
  }
  const end = await ended;
  if (end !== 0) {
    const why = /^(?:\w*Error|FATAL ERROR): .*$/m.exec(said)?.[0] ?? said.trim().split("\n").at(-1) ?? "";
    const last = points.at(-1);
    stopped = `ended by ${end} behind ${last ? last.x.toLocaleString("en-US") : "nothing"}: ${why}`;
  }
  return { points, stopped, failed: end !== 0 };
}

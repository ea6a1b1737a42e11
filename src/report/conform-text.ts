import type { ConformSummary } from "./conform-json.ts";
import { seedText } from "./seed-text.ts";

/** The summary for a person: what did not pass, what was left out and why, the counts. */
export function conformText({ verdict, seconds, seed, results, excluded }: ConformSummary): string {
  const passed = results.filter((result) => result.verdict === "passed");
  const others = results.filter(({ verdict: each, reason }) => each !== "passed" || reason !== undefined);
  const cuts = results.reduce((sum, result) => sum + result.cuts, 0);
  return [
    ...others.map(({ name, target, verdict: each, reason }) => `${each}: ${name} on ${target}: ${reason ?? ""}`),
    ...excluded.map(({ name, reason }) => `excluded: ${name}: ${reason}`),
    `${passed.length} of ${results.length} programs pass, solo and as relays with ${cuts} cuts`,
    `${verdict} in ${seconds.toFixed(1)} s, seed ${seedText(seed)}`,
  ].join("\n");
}

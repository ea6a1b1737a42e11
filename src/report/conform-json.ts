import type { DirectedResult } from "../campaign/index.ts";
import { SCHEMA_VERSION } from "./gate-json.ts";

/** What `rvrelay conform` came to. */
export interface ConformSummary {
  readonly verdict: string;
  readonly seconds: number;
  readonly seed: bigint;
  readonly results: readonly DirectedResult[];
  readonly excluded: readonly { readonly name: string; readonly reason: string }[];
}

/** The summary as one JSON document. */
export function conformJson({ verdict, seconds, seed, results, excluded }: ConformSummary): object {
  return {
    schemaVersion: SCHEMA_VERSION,
    verdict,
    seconds: Number(seconds.toFixed(3)),
    seed: String(seed),
    passed: results.filter((result) => result.verdict === "passed").length,
    results: results.map(({ name, target, verdict: each, reason, cuts, cycles }) => ({
      name,
      target,
      verdict: each,
      ...(reason !== undefined && { reason }),
      cuts,
      cycles: String(cycles),
    })),
    excluded,
  };
}

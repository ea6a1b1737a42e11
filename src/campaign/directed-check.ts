import type { CaseFile } from "../case/index.ts";
import { runRelay, runSolo } from "../laws/index.ts";
import { TargetError, unsupportedReason, type Target } from "../targets/index.ts";
import { directedCuts } from "./directed-cuts.ts";
import { mismatch, notLookedAt } from "./mismatch.ts";

/** How one directed program did on one target. */
export interface DirectedResult {
  readonly name: string;
  readonly target: string;
  /**
   * `passed`, with a reason where not all of it was looked at; `failed` and `unsupported` with the reason; `error` when
   * the target itself failed.
   */
  readonly verdict: "passed" | "failed" | "unsupported" | "error";
  readonly reason?: string;
  /** Cuts at which the relay was really cut. */
  readonly cuts: number;
  readonly cycles: bigint;
  readonly retired: readonly Float64Array[];
}

/** Why a program that passed was not relayed. */
const SOLO_ONLY = "solo only: the target takes and gives no snapshots";

/** Runs a directed program solo and as a relay with cuts from `seed`; both must end as the file expects. */
export async function checkDirected(file: CaseFile, target: Target, seed: number): Promise<DirectedResult> {
  const result = { name: file.name, target: target.name, cuts: 0, cycles: 0n, retired: [] };
  const reason = unsupportedReason(target, file.checked.world);
  if (reason) return { ...result, verdict: "unsupported", reason };
  try {
    const solo = await runSolo(file.checked, target);
    const cycles = solo.finish.state.cycles ?? file.checked.budget;
    const cuts = file.checked.cuts.length > 0 ? file.checked.cuts : directedCuts(cycles, seed);
    const retired = solo.finish.retired ? [solo.finish.retired] : [];
    const problem = mismatch(file, solo.finish, "solo");
    if (problem) return { ...result, verdict: "failed", reason: problem, cycles, retired };
    if (!target.capabilities.snapshots) return { ...result, verdict: "passed", reason: SOLO_ONLY, cycles, retired };
    const relay = await runRelay({ ...file.checked, cuts }, [target]);
    retired.push(...relay.legs.flatMap((finish) => finish.retired ?? []));
    const relayProblem = mismatch(file, relay.finish, `relay cut at ${cuts.join(", ")}`);
    const measured = { ...result, cuts: relay.legs.length - 1, cycles, retired };
    if (relayProblem) return { ...measured, verdict: "failed", reason: relayProblem };
    const unseen = notLookedAt(file, relay.finish);
    return { ...measured, verdict: "passed", ...(unseen !== undefined && { reason: unseen }) };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return { ...result, verdict: "error", reason: error.message };
  }
}

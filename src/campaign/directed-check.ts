import type { CaseFile } from "../case/index.ts";
import { compareUnderPolicy, runRelay, runSolo } from "../laws/index.ts";
import { ReferenceTarget, TargetError, unsupportedReason, type Finish, type Target } from "../targets/index.ts";
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
  /** Entries of the target's policy without which it would have failed. */
  readonly tolerated: readonly string[];
}

/** Why a program that passed was not relayed. */
const SOLO_ONLY = "solo only: the target takes and gives no snapshots";

/** Runs a directed program solo and as a relay with cuts from `seed`; both must end as the file expects. */
export async function checkDirected(file: CaseFile, target: Target, seed: number): Promise<DirectedResult> {
  const result = { name: file.name, target: target.name, cuts: 0, cycles: 0n, retired: [], tolerated: [] };
  const reason = unsupportedReason(target, file.checked.world);
  if (reason) return { ...result, verdict: "unsupported", reason };
  const tolerated: string[] = [];
  try {
    const solo = await runSolo(file.checked, target);
    const cycles = solo.finish.state.cycles ?? file.checked.budget;
    const cuts = file.checked.cuts.length > 0 ? file.checked.cuts : directedCuts(cycles, seed);
    const retired = solo.finish.retired ? [solo.finish.retired] : [];
    const again = async (budget: bigint): Promise<Finish> =>
      (await runSolo({ ...file.checked, budget }, target)).finish;
    const problem = await judge(file, target, { finish: solo.finish, how: "solo", again }, tolerated);
    if (problem) return { ...result, verdict: "failed", reason: problem, cycles, retired };
    const passed = { ...result, verdict: "passed", cycles, retired, tolerated } as const;
    if (!target.capabilities.snapshots) return { ...passed, reason: SOLO_ONLY };
    const relayed = { ...file.checked, cuts };
    const relay = await runRelay(relayed, [target]);
    retired.push(...relay.legs.flatMap((finish) => finish.retired ?? []));
    const how = `relay cut at ${cuts.join(", ")}`;
    const relayAgain = async (budget: bigint): Promise<Finish> =>
      (await runRelay({ ...relayed, budget }, [target])).finish;
    const relayProblem = await judge(file, target, { finish: relay.finish, how, again: relayAgain }, tolerated);
    const measured = { ...passed, cuts: relay.legs.length - 1 };
    if (relayProblem) return { ...measured, verdict: "failed", reason: relayProblem };
    const unseen = notLookedAt(file, relay.finish);
    const notes = [...(unseen === undefined ? [] : [unseen]), ...new Set(tolerated.map((id) => `tolerated: ${id}`))];
    return { ...measured, ...(notes.length > 0 && { reason: notes.join("; ") }) };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return { ...result, verdict: "error", reason: error.message };
  }
}

/** How a directed program ended, and the same once more under another budget. */
interface Ended {
  readonly finish: Finish;
  readonly how: string;
  readonly again: (budget: bigint) => Promise<Finish>;
}

/** What is not as the file expects, unless the target's policy explains it; what was needed goes to `tolerated`. */
async function judge(
  file: CaseFile,
  target: Target,
  { finish: actual, how, again }: Ended,
  tolerated: string[],
): Promise<string | undefined> {
  const problem = mismatch(file, actual, how);
  if (!problem || !target.policy || target.policy.length === 0) return problem;
  const yardstick = new ReferenceTarget();
  const expected = (await runSolo(file.checked, yardstick)).finish;
  if (mismatch(file, expected, how)) return problem;
  const compared = await compareUnderPolicy({
    world: file.checked.world,
    expected,
    actual,
    target,
    yardstick,
    except: how === "solo" ? [] : ["maxCycles"],
    rerun: async (budget) => (await runSolo({ ...file.checked, budget }, yardstick, true)).finish,
    rerunActual: again,
  });
  if (compared.tolerated === undefined) return problem;
  tolerated.push(compared.tolerated);
  return undefined;
}

import { SYSTEM_CALLS, type Case, type World } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";
import { savedByFusion } from "./cost.ts";
import type { EvidenceBook } from "./evidence.ts";
import { runLeg } from "./relay.ts";

/** Fused sequences in runs, among what the law met. */
export const EXECUTED = "fused sequence executed";

/** The same run without and with fusion; of the first, the cycles are those that the second must have. */
export interface Pair {
  readonly expected: Finish;
  readonly actual: Finish;
}

/**
 * The case with fusion or without it. Programs that ask for their cycles see the difference: the call is not offered, so
 * that it ends both runs.
 */
export function withFusion(checked: Case, fusion: boolean): Case {
  const { world } = checked;
  const isa = fusion ? world.isa | ISA_MOP : world.isa & ~ISA_MOP;
  const systemCalls = world.systemCalls.filter((call) => call !== SYSTEM_CALLS.currentCycles);
  return { ...checked, world: { ...world, isa, systemCalls } };
}

/** How both runs are called. */
export function sidesOn({ name }: Target): { readonly expectedFrom: string; readonly actualFrom: string } {
  return { expectedFrom: `solo on ${name} without fusion`, actualFrom: `solo on ${name} with fusion` };
}

/** Runs both; undefined where the target does not count what it executes. @throws TargetError */
export async function runPair(
  target: Target,
  fused: World,
  plain: World,
  start: Leg["start"],
  maxCycles: bigint,
  book: EvidenceBook,
): Promise<Pair | undefined> {
  const snapshot = target.capabilities.snapshots;
  const actual = await runLeg(target, fused, { start, maxCycles, snapshot });
  const { cycles } = actual.state;
  if (!actual.retired || cycles === undefined) return undefined;
  const { sequences, cycles: saved } = savedByFusion(actual.retired, fused.cost);
  // Where the budget ended the run, the other one ends at the same instruction: its limit is what got the first so far.
  const limit = actual.stop.kind === "budget" && cycles <= maxCycles ? cycles + saved : maxCycles + saved;
  const unfused = await runLeg(target, plain, { start, maxCycles: limit, snapshot: false });
  book.leg(target, actual);
  book.leg(target, unfused);
  book.exercise(EXECUTED, sequences);
  const spent = unfused.state.cycles;
  return {
    expected: { ...unfused, state: { ...unfused.state, ...(spent !== undefined && { cycles: spent - saved }) } },
    actual,
  };
}

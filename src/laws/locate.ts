import type { Case } from "../case/index.ts";
import { disassemble } from "../isa/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import { runLeg, runRelay, runSolo } from "./relay.ts";

/** Where solo and relay part. */
export interface Location {
  /** The smallest budget, in cycles, under which they differ. */
  readonly cycles: bigint;
  /** The instruction that was executed last under that budget in the solo run. */
  readonly pc: bigint;
  readonly text: string;
  /** The cut after which the state was wrong before any instruction ran, if that is so. */
  readonly wrongAfterCut?: bigint;
  /** Legs that were run to find it. */
  readonly legs: number;
}

/**
 * Finds the first differing instruction between the solo run and the relay of a case by bisection over budgets: about
 * log2 of the cycles pairs of runs, no trace. @returns undefined if they do not differ. @throws TargetError
 */
export async function locate(located: Case, targets: readonly Target[]): Promise<Location | undefined> {
  let legs = 0;
  const differsAt = async (budget: bigint): Promise<boolean> => {
    const shortened = { ...located, budget };
    const solo = await runSolo(shortened, targets[0]);
    const relay = await runRelay(shortened, targets);
    legs += 1 + relay.legs.length;
    return compareFinishes(solo.finish, relay.finish, ["maxCycles"]).length > 0;
  };
  if (!(await differsAt(located.budget))) return undefined;
  const { finish } = await runSolo(located, targets[0]);
  let equal = -1n;
  let different = (finish.state.cycles ?? located.budget) + 1n;
  if (different > located.budget || !(await differsAt(different))) different = located.budget;
  while (different - equal > 1n) {
    const middle = (equal + different) / 2n;
    if (await differsAt(middle)) different = middle;
    else equal = middle;
  }
  const before = await runSolo({ ...located, budget: different > 0n ? different - 1n : 0n }, targets[0]);
  const lastCut = located.cuts.findLast((cut) => cut < different);
  const wrong = lastCut !== undefined && (await isWrongAfter(located, targets, lastCut));
  const pc = before.finish.state.pc ?? 0n;
  const text = instructionAt(before.finish, pc);
  return { cycles: different, pc, text, legs, ...(wrong && { wrongAfterCut: lastCut }) };
}

/** True if resuming at `cut`, without running on, gives another state than the solo run has there. */
async function isWrongAfter(located: Case, targets: readonly Target[], cut: bigint): Promise<boolean> {
  const shortened = { ...located, budget: cut };
  const solo = await runSolo(shortened, targets[0]);
  const relay = await runRelay(shortened, targets, true);
  const { snapshot, stop } = relay.finish;
  if (!snapshot || stop.kind !== "budget") return false;
  const next = targets[relay.legs.length % targets.length];
  const resumed = await runLeg(next, located.world, { start: snapshot, maxCycles: cut, snapshot: false });
  // Behind a system call that charged beyond the limit, what follows may fault in the resumed leg: see the law
  // resume-snapshot. Nothing ran there, so the stop says nothing of the state.
  return compareFinishes(solo.finish, resumed, ["maxCycles", "output"]).some(({ what }) => what !== "stop");
}

/** One line for a location. */
export function locationText({ cycles, pc, text, wrongAfterCut }: Location): string {
  const instruction = `0x${pc.toString(16)}: ${text}`;
  if (wrongAfterCut === undefined) return `${instruction} (at cycle ${cycles})`;
  return `none: the state is wrong right after the resume at cut ${wrongAfterCut}, before ${instruction}`;
}

function instructionAt({ state }: Finish, pc: bigint): string {
  const byte = (address: bigint): number => {
    const page = Number(address >> 12n);
    return state.memory && page < state.memory.pageCount ? state.memory.pageView(page)[Number(address & 4095n)] : 0;
  };
  let word = byte(pc) | (byte(pc + 1n) << 8);
  if ((word & 3) === 3) word |= (byte(pc + 2n) << 16) | (byte(pc + 3n) << 24);
  return disassemble(word >>> 0);
}

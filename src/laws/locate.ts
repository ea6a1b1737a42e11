import type { Case } from "../case/index.ts";
import { TargetError, type Finish, type Target } from "../targets/target.ts";
import { UNBOUNDED, type Bounds } from "./bounds.ts";
import { relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { firstDifference } from "./first-difference.ts";
import { callBefore, failsToFetch, fusedAt, instructionAt, refusesNext } from "./instruction-at.ts";
import { UNKNOWN_TEXT, type Location } from "./location.ts";
import { narrow, type Comparing, type Narrowed, type Side } from "./narrow.ts";
import { runLeg, runRelay, runSolo, type Run } from "./relay.ts";
import { compareUnderPolicy } from "./tolerate.ts";
import { wrongAfter } from "./wrong-after-resume.ts";

/** Runs of at least so many cycles are narrowed down through snapshots: shorter ones take longer to save than to repeat. */
const LONG_CYCLES = 1n << 16n;

/**
 * Finds the first differing instruction of a broken case by bisection over budgets: about log2 of the cycles pairs of
 * runs, no trace. Of the law differential, the solo runs of the first target and of the one named are compared; of
 * every other law, solo run and relay. In a long run, where both sides take snapshots, each run begins where both were
 * last equal. @returns undefined if they do not differ. @throws TargetError
 * @param law the name of the law that is broken
 * @param wrong the name of the target that is wrong, for the law differential
 * @param right the name of the target it is compared with then; the first one that is not `wrong` if left out
 * @param bounds ends it early: what was reached by then is in the location
 */
export async function locate(
  located: Case,
  targets: readonly Target[],
  law = "relay",
  wrong = targets[targets.length - 1].name,
  right?: string,
  bounds: Bounds = UNBOUNDED,
): Promise<Location | undefined> {
  const target = targets.find(({ name }) => name === wrong) ?? targets[targets.length - 1];
  const beside = targets.find(({ name }) => name === right) ?? targets.find((each) => each !== target);
  const isSolo = law === "differential";
  const yardstick = isSolo ? (beside ?? targets[0]) : targets[0];
  if (isSolo) {
    const told = await locateByLogs(located, yardstick, target);
    if (told) return told;
  }
  const relaying = relayers(located.world, targets).targets;
  const sideOf = (handsOver: boolean): Side =>
    isSolo ? soloSide(located, target, handsOver) : relaySide(located, relaying, handsOver);
  const run = sideOf(false);
  // A target that keeps something of the run before (and must not) is to keep the same each time, whatever limit was tried.
  let others = [...new Set(targets.filter((one) => one !== yardstick))];
  const actual: Side = async (limit) => {
    for (const each of others) await runSolo(located, each);
    return run(limit);
  };
  const comparing: Comparing = {
    expected: async (limit) => runSolo({ ...located, budget: limit }, yardstick),
    actual,
    differ: async (expected, other) => {
      const { differences } = await compareUnderPolicy({
        world: located.world,
        expected: expected.finish,
        actual: other.finish,
        target: other.targets[other.targets.length - 1],
        chain: other.targets,
        yardstick,
        except: ["maxCycles"],
        rerun: async (limit) => (await runSolo({ ...located, budget: limit }, yardstick, true)).finish,
        rerunActual: async (limit) => (await actual(limit)).finish,
      });
      return differences.length > 0;
    },
  };
  let legs = 0;
  const differsAt = async (limit: bigint): Promise<boolean> => {
    const [one, other] = [await comparing.expected(limit), await comparing.actual(limit)];
    legs += 1 + other.legs.length;
    return comparing.differ(one, other, limit);
  };
  if (!(await differsAt(located.budget))) return undefined;
  const { finish } = await runSolo(located, yardstick);
  const isLong = (finish.state.cycles ?? located.budget) >= LONG_CYCLES;
  const resumes = isLong && [yardstick, target].every((each) => each.capabilities.snapshots);
  // A long run is repeated as seldom as can be: first without that.
  const keepers = others;
  if (resumes) others = [];
  let end = (finish.state.cycles ?? located.budget) + 1n;
  if (end > located.budget || !(await differsAt(end))) end = located.budget;
  const whole = { equal: -1n, different: end };
  let narrowed: Narrowed | undefined;
  if (resumes) {
    const inLegs = { ...comparing, expected: soloSide(located, yardstick, true), actual: sideOf(true) };
    narrowed = await narrow(inLegs, whole, true, bounds);
    legs += narrowed.legs;
    // Resumes may have made it another failure, or hidden it.
    const { equal, different } = narrowed;
    const stays = different - equal > 1n || ((await differsAt(different)) && (equal < 0n || !(await differsAt(equal))));
    if (!stays) narrowed = undefined;
  }
  if (!narrowed) {
    others = keepers;
    narrowed = await narrow(comparing, whole, false, bounds);
    legs += narrowed.legs;
  }
  const { equal, different } = narrowed;
  const atEqual = { ...located, budget: equal < 0n ? 0n : equal };
  if (different - equal > 1n) return ended(atEqual, yardstick, { equal, different }, legs);
  const before = await runSolo(atEqual, yardstick);
  const lastCut = isSolo ? undefined : located.cuts.findLast((cut) => cut < different);
  const resumed = lastCut === undefined ? undefined : await wrongAfter(located, targets, lastCut, different);
  const solo = (await comparing.expected(different)).finish;
  const { finish: other, targets: chain } = await comparing.actual(different);
  // Decoding comes before the look at what is left: where one side refuses the next word and the other has spent its budget, it
  // is that word in which they differ, and not what was executed before it. One that was executed and faulted is not the next.
  const inFetch = failsToFetch(located, solo);
  const sides = [solo, other];
  const isRefused = sides.some((side) => refusesNext(located, before.finish, side));
  const isNext =
    differOnlyInStop(solo, other) && (inFetch || (isRefused && sides.some(({ stop }) => stop.kind === "budget")));
  const shown = isNext ? solo : before.finish;
  const call = callBefore(shown, solo);
  const pc = call ?? shown.state.pc ?? 0n;
  const begins = lastCut !== undefined && resumed ? lastCut : call === undefined ? shown.state.cycles : undefined;
  const fused = fusedAt(located, shown, pc);
  const there = {
    located,
    expectedFrom: `solo on ${yardstick.name}`,
    actualFrom: isSolo ? `solo on ${target.name}` : `relay over ${namesOf(relaying)}`,
    expectedOn: yardstick.name,
    actualOn: chain[chain.length - 1].name,
    ...(different > 0n && { before: before.finish }),
    expected: solo,
    actual: other,
  };
  const found: Location = {
    cycles: different,
    ...(begins !== undefined && { begins }),
    pc,
    text: instructionAt(shown, pc),
    legs,
    there,
    ...(fused && { fused }),
    ...(isNext && inFetch && { inFetch: true as const }),
  };
  if (different === 0n && !isNext) return { ...found, wrongAfterLoading: compareFinishes(solo, other, ["maxCycles"]) };
  if (lastCut === undefined || !resumed) return found;
  const { differences, ...finishes } = resumed;
  return { ...found, there: { ...there, ...finishes }, wrongAfterCut: lastCut, wrongAfterResume: differences };
}

/** What is known where a bound ended the search. There may be no time for another look at where the run stands. */
async function ended(
  atEqual: Case,
  yardstick: Target,
  reached: NonNullable<Location["reached"]>,
  legs: number,
): Promise<Location> {
  try {
    const { finish } = await runSolo(atEqual, yardstick);
    const pc = finish.state.pc ?? 0n;
    return { pc, text: instructionAt(finish, pc), reached, legs };
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return { pc: 0n, text: UNKNOWN_TEXT, reached, legs };
  }
}

function differOnlyInStop(solo: Finish, other: Finish): boolean {
  return compareFinishes(solo, other, ["maxCycles"]).every(({ what }) => what === "stop");
}

/** Where step logs part, if both keep them and they do: what they do not show (memory, cycles) may differ all the same. */
async function locateByLogs(located: Case, yardstick: Target, target: Target): Promise<Location | undefined> {
  // Bisection sees memory too, where the target shows it.
  if (!yardstick.steps || !target.steps || target.capabilities.observes.includes("memory")) return undefined;
  const expected = await yardstick.steps(located.world, located.budget);
  const actual = await target.steps(located.world, located.budget);
  const difference = firstDifference(expected, actual);
  if (difference?.pc === undefined) return undefined;
  const { pc, step } = difference;
  const booted = await runSolo({ ...located, budget: 0n }, yardstick);
  return { step, pc, text: instructionAt(booted.finish, pc), legs: 3 };
}

/** Solo on `target`. @param snapshot true if it is to hand over where it ends */
function soloSide({ world }: Case, target: Target, snapshot: boolean): Side {
  return async (maxCycles, from): Promise<Run> => {
    const leg = { start: from?.snapshot ?? "boot", maxCycles, snapshot } as const;
    const finish = await runLeg(target, world, leg);
    return { finish, legs: [finish], targets: [target], maxCycles };
  };
}

function relaySide(located: Case, targets: readonly Target[], snapshot: boolean): Side {
  return async (budget, from) => {
    const relayed = { ...located, budget };
    if (!from) return runRelay(relayed, targets, snapshot);
    const leg = located.cuts.filter((cut) => cut < from.limit).length;
    return runRelay(relayed, targets, snapshot, { start: from.snapshot, leg });
  };
}

function namesOf(targets: readonly Target[]): string {
  return [...new Set(targets.map(({ name }) => name))].join(", ");
}

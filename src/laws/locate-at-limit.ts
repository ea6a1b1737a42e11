import type { Case } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import { runSolo } from "./relay.ts";

/** Limits tried: the first ones, where instructions are cheap, and some between the start and the end of the run. */
const FIRST = 4n;
const BETWEEN = 4n;
/** Far beyond what any case spends: such as lose something in 32 bits, or with a sign. */
const WIDE: readonly bigint[] = [2n ** 32n, 2n ** 63n, 2n ** 64n - 1n];
/** Cycles beyond twice the budget in which a run is to end: without a limit it might not. */
const AHEAD = 1000n;
/** What a limit decides: where a run stops, and how much it had spent by then. */
const STOPPING: readonly string[] = ["stop", "pc", "cycles"];

/**
 * True if `target` goes wrong where its limit is, and not at any instruction. Without a limit that matters it ends as the
 * yardstick does; under most limits that are just what some instructions cost together, or under one far beyond the end,
 * it does not stop where the yardstick does, but in a state that the yardstick has too, an instruction earlier or later.
 * A fault of one instruction does not pass: it shows behind that instruction only, and in a state of its own.
 * @returns false where that cannot be told, because the run does not end soon behind its budget
 * @throws TargetError
 */
export async function isWrongAtLimit({ world, budget }: Case, yardstick: Target, target: Target): Promise<boolean> {
  const under = async (maxCycles: bigint, on: Target): Promise<Finish> =>
    (await runSolo({ world, cuts: [], budget: maxCycles }, on)).finish;
  const enough = BigInt.asUintN(62, budget) * 2n + AHEAD;
  const end = await under(enough, yardstick);
  const { cycles } = end.state;
  if (cycles === undefined || end.stop.kind === "budget" || !end.started) return false;
  if (compareFinishes(end, await under(enough, target)).length > 0) return false;
  for (const limit of WIDE) {
    const actual = await under(limit, target);
    if (actual.stop.kind !== "budget") continue;
    const there = await under(actual.state.cycles ?? 0n, yardstick);
    return compareFinishes(there, actual, ["maxCycles"]).every(({ what }) => STOPPING.includes(what));
  }
  const spent = new Set([0n]);
  for (const limit of limitsOf(cycles)) spent.add((await under(limit, yardstick)).state.cycles ?? 0n);
  let wrong = 0;
  for (const limit of spent) if (await stopsBeside(limit, cycles, yardstick, target, under)) wrong++;
  // One that is wrong may be the fault of the instruction in front of it.
  return wrong > 1 && wrong * 2 >= spent.size;
}

function limitsOf(cycles: bigint): bigint[] {
  const first = Array.from({ length: Number(FIRST) }, (_, k) => BigInt(k + 1));
  const between = Array.from({ length: Number(BETWEEN) }, (_, k) => (cycles * BigInt(k + 1)) / (BETWEEN + 1n));
  return [...first, ...between, cycles - 1n].filter((limit) => limit > 0n && limit < cycles);
}

/** True if the target does not stop where the yardstick does under `limit`, but one instruction before or behind that. */
async function stopsBeside(
  limit: bigint,
  end: bigint,
  yardstick: Target,
  target: Target,
  under: (maxCycles: bigint, on: Target) => Promise<Finish>,
): Promise<boolean> {
  const actual = await under(limit, target);
  const isIn = (finish: Finish): boolean =>
    compareFinishes(finish, actual, ["maxCycles"]).every(({ what }) => STOPPING.includes(what));
  const expected = await under(limit, yardstick);
  if (compareFinishes(expected, actual).length === 0) return false;
  if (isIn(expected) || (limit > 0n && isIn(await under(limit - 1n, yardstick)))) return true;
  return isIn(await nextBehind(limit, end, yardstick, under));
}

/** The finish behind the next instruction that is executed when `spent` cycles were, found by bisection. */
async function nextBehind(
  spent: bigint,
  end: bigint,
  yardstick: Target,
  under: (maxCycles: bigint, on: Target) => Promise<Finish>,
): Promise<Finish> {
  let [low, high] = [spent, end];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((await under(middle, yardstick)).state.cycles === spent) low = middle;
    else high = middle;
  }
  return under(high, yardstick);
}

import type { Case } from "../case/index.ts";
import { decode, disassemble, fuse, ISA_MOP } from "../isa/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { chainTarget, relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { isFetchable } from "./fetchable.ts";
import { firstDifference } from "./first-difference.ts";
import { wordAt } from "./image.ts";
import { runLeg, runRelay, runSolo, type Run } from "./relay.ts";
import { compareUnderPolicy } from "./tolerate.ts";

/** The text of an instruction in memory that the target does not show. */
export const UNKNOWN_TEXT = "unknown: the target shows no memory";

/** Where solo and relay part. */
export interface Location {
  /** The smallest budget, in cycles, under which they differ; missing where step logs told. */
  readonly cycles?: bigint;
  /** The number of the step, counted from 0, behind which step logs differ. */
  readonly step?: number;
  /** The instruction that was executed last under that budget, or in that step, in the solo run. */
  readonly pc: bigint;
  readonly text: string;
  /** The names of the instructions of the fused sequence that begins at `pc`, if one does. */
  readonly fused?: readonly string[];
  /** The cut after which the state was wrong before any instruction ran, if that is so. */
  readonly wrongAfterCut?: bigint;
  /** What was wrong there: `max cycles` is a limit other than the one asked for; a stop is why nothing was resumed. */
  readonly wrongAfterResume?: readonly Difference[];
  /** What was wrong before any instruction ran, if that is so: the program was loaded otherwise. */
  readonly wrongAfterLoading?: readonly Difference[];
  /** True if nothing can be fetched at `pc`, and the two sides take that in different ways. */
  readonly inFetch?: true;
  /** Legs that were run to find it. */
  readonly legs: number;
}

/**
 * Finds the first differing instruction of a broken case by bisection over budgets: about log2 of the cycles pairs of
 * runs, no trace. Of the law differential, the solo runs of the first target and of the one named are compared; of
 * every other law, solo run and relay. @returns undefined if they do not differ. @throws TargetError
 * @param law the name of the law that is broken
 * @param wrong the name of the target that is wrong, for the law differential
 * @param right the name of the target it is compared with then; the first one that is not `wrong` if left out
 */
export async function locate(
  located: Case,
  targets: readonly Target[],
  law = "relay",
  wrong = targets[targets.length - 1].name,
  right?: string,
): Promise<Location | undefined> {
  const target = targets.find(({ name }) => name === wrong) ?? targets[targets.length - 1];
  const beside = targets.find(({ name }) => name === right) ?? targets.find((each) => each !== target);
  const yardstick = law === "differential" ? (beside ?? targets[0]) : targets[0];
  if (law === "differential") {
    const told = await locateByLogs(located, yardstick, target);
    if (told) return told;
  }
  const run = law === "differential" ? soloSides(target) : relaySides(targets);
  const sides: OtherSide = async (shortened) => {
    // A target that keeps something of the run before (and must not) is to keep the same each time, whatever limit was tried.
    for (const each of new Set(targets.filter((one) => one !== yardstick))) await runSolo(located, each);
    return run(shortened);
  };
  let legs = 0;
  const differsAt = async (budget: bigint): Promise<boolean> => {
    const shortened = { ...located, budget };
    const solo = await runSolo(shortened, yardstick);
    const other = await sides(shortened);
    legs += 1 + other.legs.length;
    const { differences } = await compareUnderPolicy({
      world: located.world,
      expected: solo.finish,
      actual: other.finish,
      target: other.targets[other.targets.length - 1],
      chain: other.targets,
      yardstick,
      except: ["maxCycles"],
      rerun: async (limit) => (await runSolo({ ...located, budget: limit }, yardstick, true)).finish,
      rerunActual: async (limit) => (await sides({ ...located, budget: limit })).finish,
    });
    return differences.length > 0;
  };
  if (!(await differsAt(located.budget))) return undefined;
  const { finish } = await runSolo(located, yardstick);
  let equal = -1n;
  let different = (finish.state.cycles ?? located.budget) + 1n;
  if (different > located.budget || !(await differsAt(different))) different = located.budget;
  while (different - equal > 1n) {
    const middle = (equal + different) / 2n;
    if (await differsAt(middle)) different = middle;
    else equal = middle;
  }
  const before = await runSolo({ ...located, budget: different > 0n ? different - 1n : 0n }, yardstick);
  const lastCut = law === "differential" ? undefined : located.cuts.findLast((cut) => cut < different);
  const wrongThere = lastCut === undefined ? [] : await wrongAfter(located, targets, lastCut, different);
  const there = { ...located, budget: different };
  const [solo, other] = [(await runSolo(there, yardstick)).finish, (await sides(there)).finish];
  // Decoding comes before the look at what is left: where one side refuses the next word and the other has spent its budget, it
  // is that word in which they differ, and not what was executed before it.
  const inFetch = failsToFetch(located, solo);
  const isNext = differOnlyInStop(solo, other) && (inFetch || [solo, other].some(({ stop }) => stop.kind === "budget"));
  const shown = isNext ? solo : before.finish;
  const pc = callBefore(shown, solo) ?? shown.state.pc ?? 0n;
  const text = instructionAt(shown, pc);
  const fused = fusedAt(located, shown, pc);
  const found = {
    cycles: different,
    pc,
    text,
    legs,
    ...(fused && { fused }),
    ...(isNext && inFetch && { inFetch: true as const }),
  };
  if (different === 0n && !isNext) return { ...found, wrongAfterLoading: compareFinishes(solo, other, ["maxCycles"]) };
  if (lastCut === undefined || wrongThere.length === 0) return found;
  return { ...found, wrongAfterCut: lastCut, wrongAfterResume: wrongThere };
}

const ECALL = 0x73;
const ECALL_LENGTH = 4n;

/**
 * The system call that went beyond its limit under the smaller budget, if one did, and did not under the larger one: pc is
 * behind it with both.
 */
function callBefore(before: Finish, there: Finish): bigint | undefined {
  const { pc, memory } = before.state;
  if (before === there || pc === undefined || pc < ECALL_LENGTH || pc !== there.state.pc || !memory) return undefined;
  return wordAt(memory, pc - ECALL_LENGTH) === ECALL ? pc - ECALL_LENGTH : undefined;
}

/** True if a run ended because nothing could be fetched at its pc, which no instruction that faults by itself does. */
function failsToFetch({ world }: Case, { stop, state }: Finish): boolean {
  const { pc } = state;
  if (stop.kind !== "fault" || pc === undefined || isFetchable(world, state, pc) !== false) return false;
  const { fault } = stop;
  // The upper half of 32 bits is fetched by itself.
  const halves = [pc, pc + 2n];
  if (fault.name === "MemOutOfBound") return "payload" in fault || halves.includes(fault.address);
  return (
    fault.name === "MemWriteOnExecutablePage" && halves.some((at) => !("page" in fault) || fault.page === at >> 12n)
  );
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

/** The side of a comparison that is not the solo run on the yardstick. */
type OtherSide = (shortened: Case) => Promise<Run>;

function soloSides(target: Target): OtherSide {
  return async (shortened) => runSolo(shortened, target);
}

function relaySides(targets: readonly Target[]): OtherSide {
  return async (shortened) => runRelay(shortened, relayers(shortened.world, targets).targets);
}

/**
 * What is not as in the solo run when a leg resumes at `cut` and does not run on. A leg that does not run on although its
 * limit is `later`, under which the solo run does, has another limit.
 */
async function wrongAfter(
  located: Case,
  targets: readonly Target[],
  cut: bigint,
  later: bigint,
): Promise<readonly Difference[]> {
  const { world } = located;
  const solo = await runSolo({ ...located, budget: cut }, targets[0]);
  const usable = relayers(world, targets).targets;
  const relay = await runRelay({ ...located, budget: cut }, usable, true);
  const { snapshot, stop } = relay.finish;
  if (stop.kind !== "budget") return [];
  if (!snapshot) return [{ what: "snapshot", expected: "present", actual: "missing" }];
  const next = chainTarget(located, usable, relay.legs.length);
  const resumed = await runLeg(next, world, { start: snapshot, maxCycles: cut, snapshot: false });
  const differences = compareFinishes(solo.finish, resumed, ["maxCycles", "output"]);
  const stops = differences.filter(({ what }) => what === "stop");
  if (!resumed.started && stops.length > 0) return stops;
  // Behind a system call that charged beyond the limit, what follows may fault in the resumed leg: see the law
  // resume-snapshot. Nothing ran there, so the stop says nothing of the state.
  if (differences.length > stops.length) return differences.filter(({ what }) => what !== "stop");
  const { cycles } = resumed.state;
  const further = await runLeg(next, world, { start: snapshot, maxCycles: later, snapshot: false });
  if (cycles === undefined || further.stop.kind !== "budget" || further.state.cycles !== cycles) return [];
  const ahead = await runSolo({ ...located, budget: later }, targets[0]);
  if (ahead.finish.state.cycles === cycles) return [];
  return [{ what: "max cycles", expected: String(later), actual: String(further.state.maxCycles ?? "unknown") }];
}

/** One line for a location. */
export function locationText(location: Location): string {
  const { cycles, step, pc, text, wrongAfterCut, wrongAfterLoading, inFetch } = location;
  if (inFetch) return fetchText(pc);
  const instruction = `0x${pc.toString(16)}: ${text}`;
  if (step !== undefined) return `${instruction} (step ${step})`;
  if (wrongAfterLoading) return `none: the state is wrong right after loading, before ${instruction}`;
  if (wrongAfterCut === undefined) return `${instruction} (at cycle ${cycles})`;
  return `none: the state is wrong right after the resume at cut ${wrongAfterCut}, before ${instruction}`;
}

/** One line for a place at which nothing can be fetched. */
export function fetchText(pc: bigint): string {
  return `none: nothing can be fetched at 0x${pc.toString(16)}`;
}

/** The base names of what is fused with the instruction at `pc`, that one first. */
function fusedAt({ world }: Case, { state }: Finish, pc: bigint): string[] | undefined {
  const { memory } = state;
  if (!memory || !(world.isa & ISA_MOP)) return undefined;
  const partAt = (at: number) => {
    const decoded = decode(wordAt(memory, BigInt(at)), world.isa, world.version);
    return (
      decoded && {
        ...decoded,
        imm64: BigInt.asUintN(64, BigInt(decoded.imm)),
        pc: at,
        length: decoded.instruction.length,
      }
    );
  };
  const head = partAt(Number(pc));
  const fusion = head && fuse(head, world.version, partAt);
  return fusion?.parts.map(({ instruction }) => instruction.base.name);
}

function instructionAt({ state }: Finish, pc: bigint): string {
  return state.memory ? disassemble(wordAt(state.memory, pc)) : UNKNOWN_TEXT;
}

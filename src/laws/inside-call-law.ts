// A snapshot taken inside a system call makes the call again when it is resumed, and loses nothing.
import { HOST_CALLS, type Case, type World } from "../case/index.ts";
import { instructionsNamed } from "../isa/index.ts";
import { unsupportedReason, type Finish, type Target, type WorldSnapshot } from "../targets/target.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import { wordAt } from "./image.ts";
import type { Law, Verdict } from "./law.ts";
import { runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

const NAME = "inside-call";
const A7 = 17;
const EXIT = 93n;
const ECALL = 0x73;
const ECALL_LENGTH = 4n;

/**
 * The run is cut right before the call that ends it. There a7 is made the host call that takes a snapshot inside a call,
 * and 93 again in what it took: the call comes a second time, and ends the run as if nothing had been, but for the cycles
 * of the first (snapshot.md 7).
 */
export const insideCallLaw: Law = {
  name: NAME,
  sentence: "A snapshot taken inside a system call makes the call again when it is resumed, and loses nothing.",
  preconditions:
    "Targets take and give snapshots and offer host call 9007; sources are stable; the run ends by exit. While a call is made, pc is that of the call; of targets that say that it is behind it then, it must be there, and is put back so that the call is made again.",
  brokenBy: [
    "canary",
    "hands over another pc",
    "sets a0 before it takes the snapshot",
    "shows another register where it exits behind a resume",
    "hands over another register where it exits behind a resume",
    "prints something where it exits behind a resume",
    "charges the call after the snapshot",
  ],
  cuts: true,
  needs: { snapshots: true, worlds: ({ world }) => [world, withSnapshotCall(world)] },
  every: 5,
  exercises: { "snapshots inside a call": 0.5, "cuts with pages from sources": 0.15 },
  async check(checked, targets): Promise<Verdict> {
    const world = withSnapshotCall(checked.world);
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const offering = usable.filter((target) => unsupportedReason(target, world) === undefined);
    if (offering.length === 0) return { kind: "unsupported", reason: "no target offers host call 9007" };
    const book = new EvidenceBook();
    const solo = await runSolo(checked, offering[0], true);
    book.relay(solo);
    const { stop, snapshot: end } = solo.finish;
    if (stop.kind !== "exit" || !end || end.cycles === 0n) {
      return { kind: "unsupported", reason: "the run does not end by exit" };
    }
    book.stop = stop;
    const before =
      offering[0].capabilities.blocks === "charged"
        ? beforeExit(solo.finish, end, checked.world)
        : await runTaken(offering[0], checked.world, { start: "boot", maxCycles: end.cycles - 1n }, book);
    const { snapshot, state } = before;
    const atCall = state.memory !== undefined && wordAt(state.memory, snapshot.pc) === ECALL;
    if (!atCall || snapshot.registers[A7] !== EXIT) {
      return { kind: "unsupported", reason: "the target does not stop right before the exit" };
    }
    return twice({ checked, world, targets: offering, solo: solo.finish, before, end }, book);
  },
};

/** Where a target would stand right before its exit that cannot stop there, since the exit ends a block: an exit changes nothing. */
function beforeExit(finish: Finish, end: WorldSnapshot, { cost }: World): Taken {
  const cycles = end.cycles - (cost === "real" ? BigInt(instructionsNamed("ecall")[0].cost) : 1n);
  return { ...finish, snapshot: { ...end, pc: end.pc - ECALL_LENGTH, cycles } };
}

interface Exit {
  readonly checked: Case;
  readonly world: World;
  readonly targets: readonly Target[];
  readonly solo: Finish;
  readonly before: Taken;
  /** Of the end of the solo run. */
  readonly end: WorldSnapshot;
}

async function twice({ checked, world, targets, solo, before, end }: Exit, book: EvidenceBook): Promise<Verdict> {
  const cost = end.cycles - before.snapshot.cycles;
  const cycles = end.cycles + cost;
  const maxCycles = cycles > checked.budget ? cycles : checked.budget;
  const start = calling(before.snapshot, BigInt(HOST_CALLS.snapshot));
  const first = chainTarget(checked, targets, 0);
  const inside = await runTaken(first, world, { start, maxCycles }, book);
  return again({ checked, world, targets, solo, before, end, first, start, inside, cycles, maxCycles }, book);
}

interface Inside extends Exit {
  /** The target that took the snapshot, what it started from, and where it ended. */
  readonly first: Target;
  readonly start: WorldSnapshot;
  readonly inside: Taken;
  /** Cycles of both calls, and the limit. */
  readonly cycles: bigint;
  readonly maxCycles: bigint;
}

async function again(exit: Inside, book: EvidenceBook): Promise<Verdict> {
  const { checked, world, targets, solo, before, end, first, start, inside, cycles, maxCycles } = exit;
  const second = chainTarget(checked, targets, 1);
  const isBehind = first.capabilities.pcInCalls === "behind";
  const pc = isBehind ? start.pc + ECALL_LENGTH : start.pc;
  const resumed = { ...calling(inside.snapshot, EXIT), ...(isBehind && { pc: start.pc }) };
  const actual = await runTaken(second, world, { start: resumed, maxCycles }, book);
  book.cut(first, second);
  book.handedOver(inside.snapshot);
  book.comparisons += 2;
  book.exercise("snapshots inside a call");
  book.exercise("snapshots behind a call that is being made", isBehind ? 1 : 0);
  const expected = expectedEnd(solo, before, cycles, maxCycles);
  const all: Difference[] = [
    ...snapshotDifference({ ...start, pc, cycles: end.cycles, maxCycles }, inside.snapshot).map(inCall),
    ...compareFinishes(expected, actual),
    ...snapshotDifference({ ...end, cycles, maxCycles }, actual.snapshot),
  ];
  const [expectedFrom, actualFrom] = ["solo, and the cycles of one more call", "resumed from inside the call"];
  return verdictOf(NAME, { expectedFrom, expected, actualFrom, actual, targets: [first, second] }, all, book);
}

function inCall({ what, ...sides }: Difference): Difference {
  return { what: `${what} inside the call`, ...sides };
}

/** The end of the solo run with what differs on purpose: more cycles, the limit, and the output of the last call alone. */
function expectedEnd(solo: Finish, before: Finish, cycles: bigint, maxCycles: bigint): Finish {
  const { output, ...state } = solo.state;
  const [whole, printed] = [output, before.state.output];
  return {
    ...solo,
    state: {
      ...state,
      ...(state.cycles !== undefined && { cycles }),
      ...(state.maxCycles !== undefined && { maxCycles }),
      ...(whole && printed && { output: whole.subarray(printed.length) }),
    },
  };
}

function calling(snapshot: WorldSnapshot, call: bigint): WorldSnapshot {
  return { ...snapshot, registers: snapshot.registers.map((value, r) => (r === A7 ? call : value)) };
}

function withSnapshotCall(world: World): World {
  const { systemCalls } = world;
  return systemCalls.includes(HOST_CALLS.snapshot)
    ? world
    : { ...world, systemCalls: [...systemCalls, HOST_CALLS.snapshot] };
}

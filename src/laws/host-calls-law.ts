// A system call does what its rules say and nothing else, also where it spends all that is left.
import { HOST_CALLS, type World } from "../case/index.ts";
import type { Finish, State, Stop, Target, WorldSnapshot } from "../targets/target.ts";
import { faultAtPc } from "./block-answer.ts";
import { runnersOfAll } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { compareFinishes } from "./compare.ts";
import { EvidenceBook } from "./evidence.ts";
import type { HostCallProbe } from "./host-call-probe.ts";
import { callRegisters, hostCallProbes } from "./host-call-probes.ts";
import type { Law, Verdict } from "./law.ts";
import { planted } from "./planted-page.ts";
import { endOf, executedNothing, type Point } from "./probe.ts";
import { runLeg } from "./relay.ts";
import { resumeModel } from "./resume-model.ts";
import { freePages } from "./snapshot-edits.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "host-calls";
const PAGE = 4096;
const [EXECUTABLE, DIRTY] = [2, 4];
/** Flags without a meaning, which the page that calls are made about has. */
const NAMELESS = 0x90;
const ECALL = 0x73;
const ECALL_LENGTH = 4n;
const ECALL_CYCLES = 500n;
const CYCLES_MAX = 2n ** 64n - 1n;
/** `jal zero, .`: a block ends behind it, and nothing is fused with it. */
const JUMP_TO_ITSELF = 0x6f;
/** Where ECALLs stand in the page of code: in front of an instruction, of none, and of a page that cannot be executed. */
const SITES = [0, 16, PAGE - 4] as const;
/** The page of code, one between, and two that calls are made about. */
const PAGES = 4;
/** Where a byte stands that is no text. */
const NO_TEXT_AT = 3000;
/** Calls that are made for one case. */
const CALLS = 6;
/** All that calls change. */
const SHOWN = ["registers", "pc", "cycles", "pageFlags", "memory"] as const;
/** Every one but a snapshot, which law inside-call takes. */
const OFFERED = Object.values(HOST_CALLS).filter((call) => call !== HOST_CALLS.snapshot);

/**
 * From the end of a run, with a page of ECALLs and a page that they are about: one leg for each call, under a limit that it
 * spends to the last cycle or exceeds. What ends the leg then is looked at in this order: a fault of the call, cycles beyond
 * the limit, a pause, the fetch of the next instruction, its cost (reference/ckb-vm/machine.md 2 and 3, cycles.md 2).
 */
export const hostCallsLaw: Law = {
  name: NAME,
  sentence: "A system call does what its rules say and nothing else, also where it spends all that is left.",
  preconditions:
    "Targets take and give snapshots, show registers, pc, cycles, flags and memory, and offer the host calls; the world has four pages in a row that nobody used. Of targets that charge whole blocks no pause is asked for: they see it at jumps only.",
  brokenBy: [
    "canary",
    "stops at the limit where a pause is asked for",
    "takes a call that spends just all for one that spends too much",
    "goes on to the next instruction where a call has spent too much",
    "gives pages that are filled other flags than theirs",
    "keeps the reservation where it is reset",
    "says that cycles beyond 2^64 exceed the limit",
    "clears DIRTY where flags are cleared",
    "answers what was spent before the call",
    "looks at pointers before it looks for the piece",
    "stores data before it stores their size",
    "charges nothing for what is no text",
  ],
  cuts: false,
  every: 15,
  needs: { snapshots: true, observes: SHOWN, worlds: ({ world }) => [world, offering(world)] },
  exercises: {
    "a pause where nothing is left": 0.1,
    "a yield": 0.1,
    "flags set": 0.1,
    "flags cleared": 0.1,
    "pages filled over flags that they have": 0.1,
    "cycles added up to the limit": 0.1,
    "cycles added beyond the limit": 0.1,
    "cycles added beyond 2^64": 0.1,
    "a register stored": 0.1,
    "a question where nothing is left": 0.1,
    "a reset with a reservation": 0.1,
    "data of no piece, with pointers that are wrong": 0.1,
    "data with a size and an address outside": 0.1,
    "data of size 0, with an address outside": 0.1,
    "data behind the end of a piece, with an address outside": 0.1,
    "data to an address outside": 0.1,
    "data with a size in code, and an address that is wrong": 0.1,
    "text over the end of a page": 0.03,
    "bytes that are no text": 0.07,
  },
  async check(checked, targets): Promise<Verdict> {
    const world = offering(checked.world);
    const { targets: all, reason } = runnersOfAll([checked.world, world], targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const number = caseNumber(checked);
    for (const target of book.turns(all.filter(isAskable))) {
      const { finish, point } = await endOf(checked, target, book);
      const free = point && freePages(world, point.snapshot, PAGES);
      if (!point || free === undefined || executedNothing(finish)) continue;
      const breach = await askCalls({ target, world, page: Number(free) / PAGE, number }, point, book);
      if (breach) return brokenOn(NAME, target.name, breach, book);
    }
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target offers host calls and leaves pages" };
    return { kind: "held", evidence: book.evidence() };
  },
};

function isAskable({ capabilities: { observes, snapshots } }: Target): boolean {
  return snapshots && SHOWN.every((part) => observes.includes(part));
}

function offering(world: World): World {
  const { systemCalls } = world;
  return { ...world, systemCalls: [...systemCalls, ...OFFERED.filter((call) => !systemCalls.includes(call))] };
}

/** What a target makes of the program file before anything is executed: without arguments, and no page tracked. */
async function justLoaded(target: Target, world: World, book: EvidenceBook): Promise<Partial<State> | undefined> {
  const leg = { start: "boot", maxCycles: 0n, snapshot: false } as const;
  const finish = await runLeg(target, { ...world, args: [], markProgram: false }, leg);
  book.leg(target, finish);
  return finish.started ? finish.state : undefined;
}

interface Calls {
  readonly target: Target;
  readonly world: World;
  /** The first of the free pages. */
  readonly page: number;
  readonly number: number;
}

async function askCalls(calls: Calls, end: Point, book: EvidenceBook): Promise<Breach | undefined> {
  const { target, world, page, number } = calls;
  const about = page + 2;
  // Letters, and one byte that no text has.
  const bytes = Uint8Array.from({ length: PAGE }, (_, k) => 0x20 + ((k * 11 + number) % 95));
  bytes[NO_TEXT_AT] = 0xff;
  const withCode = planted(end, { page, flag: EXECUTABLE | DIRTY, content: codePage() });
  const withPages = planted(withCode, { page: about, flag: NAMELESS | DIRTY, content: bytes });
  // A reservation that every call must leave alone, or take away.
  const loadReservationAddress = BigInt(about * PAGE + 8 * (number % 64));
  const snapshot = { ...withPages.snapshot, loadReservationAddress };
  // Not what the run ended with: of pages that became what they are without a store, a snapshot says nothing.
  const { state, fault } = resumeModel(world, snapshot, snapshot.cycles);
  if (fault) return undefined;
  const charged = snapshot.cycles + (world.cost === "real" ? ECALL_CYCLES : 1n);
  const place = { world, charged, code: page, page: about, bytes, number: number >>> 3 };
  const probes = hostCallProbes(place).filter(
    ({ stop }) => stop?.kind !== "pause" || target.capabilities.blocks !== "charged",
  );
  const count = Math.min(CALLS, probes.length);
  for (let k = 0; k < count; k++) {
    const probe = probes[(number + Math.floor((k * probes.length) / count)) % probes.length];
    const pc = BigInt(page * PAGE + SITES[(k + (number >>> 5)) % SITES.length]);
    const breach = await askCall({ target, world, snapshot, resumed: state, charged, pc }, probe, book);
    if (breach) return breach;
  }
  return undefined;
}

interface Call {
  readonly target: Target;
  readonly world: World;
  readonly snapshot: WorldSnapshot;
  /** What resuming the snapshot gives. */
  readonly resumed: State;
  /** Cycles behind the ECALL. */
  readonly charged: bigint;
  readonly pc: bigint;
}

async function askCall(call: Call, probe: HostCallProbe, book: EvidenceBook): Promise<Breach | undefined> {
  const { target, world, snapshot, resumed, charged, pc } = call;
  const cycles = charged + (probe.adds ?? 0n);
  const maxCycles = cycles - (probe.lacks ?? 0n);
  const registers = callRegisters(snapshot.registers, probe);
  const before = { ...resumed, registers };
  const behind = probe.loads ? await justLoaded(target, world, book) : { pc: pc + ECALL_LENGTH };
  if (!behind) return undefined;
  const state = { ...before, ...behind, ...probe.changes(before), cycles, maxCycles };
  const expected: Finish = { stop: stopOf(probe, state, world), started: true, state };
  const actual = await runLeg(target, world, { start: { ...snapshot, pc, registers }, maxCycles, snapshot: false });
  book.leg(target, actual);
  book.comparisons++;
  book.exercise(probe.what);
  const differences = compareFinishes(expected, actual);
  if (differences.length === 0) return undefined;
  const expectedFrom = `the rules of call ${probe.call}: ${probe.what}`;
  const actualFrom = `a leg on ${target.name}`;
  return { expectedFrom, actualFrom, at: { pc, text: "ecall" }, expected, actual, differences };
}

/** What ends the leg: the call, or what stands behind it, of which nothing can be executed any more. */
function stopOf({ stop }: HostCallProbe, state: State, world: World): Stop {
  if (stop) return stop;
  if (state.cycles > state.maxCycles) return { kind: "budget" };
  const fault = faultAtPc(state, world);
  if (fault) return { kind: "fault", fault };
  // Whatever stands there costs a cycle at least: that it is too much for 64 bits is looked at before the limit.
  return state.cycles === CYCLES_MAX ? { kind: "fault", fault: { name: "CyclesOverflow" } } : { kind: "budget" };
}

function codePage(): Uint8Array {
  const content = new Uint8Array(PAGE);
  const view = new DataView(content.buffer);
  for (const at of SITES) view.setUint32(at, ECALL, true);
  view.setUint32(SITES[0] + 4, JUMP_TO_ITSELF, true);
  return content;
}

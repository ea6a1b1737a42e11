// A system call does what its rules say and nothing else, also where it spends all that is left.
import { HOST_CALLS, type World } from "../case/index.ts";
import type { PolicyEntry } from "../targets/policy.ts";
import type { Finish, State, Stop, Target, WorldSnapshot } from "../targets/target.ts";
import { faultAhead, faultAtPc } from "./block-answer.ts";
import { runnersOfAll } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { EvidenceBook } from "./evidence.ts";
import { callModel } from "./host-call-model.ts";
import { callPages, CODE_PAGE, PAGES, PIECE, SITES, TEXT_PAGE } from "./host-call-pages.ts";
import type { HostCallProbe } from "./host-call-probe.ts";
import { callRegisters, hostCallProbes } from "./host-call-probes.ts";
import type { Law, Verdict } from "./law.ts";
import { planted } from "./planted-page.ts";
import { endOf, executedNothing, type Point } from "./probe.ts";
import { lostInResume } from "./lost-in-resume.ts";
import { runLeg } from "./relay.ts";
import { resumeModel } from "./resume-model.ts";
import { freePages } from "./snapshot-edits.ts";
import { compareUnderPolicy } from "./tolerate.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "host-calls";
const PAGE = 4096;
const ECALL_CYCLES = 500n;
const CYCLES_MAX = 2n ** 64n - 1n;
/** The id of the piece that calls copy, if the world has no such piece. */
const PIECE_ID = (0x5a17n << 32n) | 0xc0ffeen;
/** Calls that are made for one case. */
const CALLS = 6;
/** All that calls change. */
const SHOWN = ["registers", "pc", "cycles", "pageFlags", "memory"] as const;
/** Every one but a snapshot, which law inside-call takes. */
const OFFERED = Object.values(HOST_CALLS).filter((call) => call !== HOST_CALLS.snapshot);

/**
 * From the end of a run, with a page of ECALLs and pages that they are about: one leg for each call, under a limit that it
 * spends to the last cycle or exceeds. It must end where a second statement of the rules says (`host-call-model.ts`). What
 * ends the leg is looked at in this order: a fault of the call, cycles beyond the limit, a pause, the fetch of the next
 * instruction, its cost (reference/ckb-vm/machine.md 2 and 3, cycles.md 2).
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
    "takes page numbers modulo 2^52",
    "takes no permission to execute away",
    "fills pages of which one is frozen",
    "does nothing where pages cannot be filled",
    "refuses to fill no pages at the end of memory",
    "looks at pages before it looks for the piece that fills them",
    "keeps x0 zero",
    "stores in no register above the last",
    "has sp at the end of memory, where it loads and where it resets",
    "goes on with the old program where there is no new one",
    "copies a byte less than its size asks for",
    "copies from the start of a piece",
    "reads 32 bits of a size",
    "stores the size behind the data",
    "tracks pages that are covered in part",
    "marks no page in front of one that refuses data",
    "copies nothing to frozen pages",
    "cannot copy to the last byte of memory",
    "cannot read a size at the end of memory",
    "finds a piece by its index alone",
    "charges no copies",
    "prints nothing where text is outside memory",
    "makes a call by the lower half of its number",
  ],
  cuts: false,
  every: 15,
  needs: { snapshots: true, observes: SHOWN, worlds: ({ world }) => [world, offering(world).world] },
  exercises: {
    "a pause where nothing is left": 0.05,
    "a yield": 0.05,
    "flags set": 0.05,
    "flags cleared": 0.05,
    "flags of a page outside": 0.05,
    "pages filled over flags that they have": 0.05,
    "pages filled that cannot be": 0.05,
    "pages filled of which one is frozen": 0.05,
    "no pages filled at the end of memory": 0.05,
    "pages filled from no piece, where they cannot be": 0.05,
    "cycles added up to the limit": 0.05,
    "cycles added beyond the limit": 0.05,
    "cycles added beyond 2^64": 0.05,
    "a register stored": 0.05,
    "x0 stored": 0.05,
    "a question where nothing is left": 0.05,
    "a reset with a reservation": 0.05,
    "a reset without a program": 0.05,
    "a number of more than 32 bits": 0.05,
    "part of a piece copied": 0.05,
    "all of a piece copied, of which a size asks for more": 0.05,
    "data copied over their size, to a page that is frozen": 0.05,
    "data copied just to the end of memory": 0.05,
    "data copied over the end of memory": 0.05,
    "data copied to code, behind another page": 0.05,
    "data of which the size stands at the end of memory": 0.05,
    "data of no piece, with pointers that are wrong": 0.05,
    "data with a size and an address outside": 0.05,
    "data of size 0, with an address outside": 0.05,
    "data behind the end of a piece, with an address outside": 0.05,
    "data to an address outside": 0.05,
    "data with a size in code, and an address that is wrong": 0.05,
    "text over the end of a page": 0.012,
    "bytes that are no text": 0.035,
    "text outside memory": 0.05,
  },
  async check(checked, targets): Promise<Verdict> {
    const { world, piece } = offering(checked.world);
    const { targets: all, reason } = runnersOfAll([checked.world, world], targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const number = caseNumber(checked);
    for (const target of book.turns(all.filter(isAskable))) {
      const { finish, point } = await endOf(checked, target, book);
      const free = point && freePages(world, point.snapshot, PAGES);
      if (!point || free === undefined || executedNothing(finish)) continue;
      const breach = await askCalls({ target, world, page: Number(free) / PAGE, piece, number }, point, book);
      if (breach) return brokenOn(NAME, target.name, breach, book);
    }
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target offers host calls and leaves pages" };
    return { kind: "held", evidence: book.evidence() };
  },
};

function isAskable({ capabilities: { observes, snapshots } }: Target): boolean {
  return snapshots && SHOWN.every((part) => observes.includes(part));
}

/** The world with all calls that are asked about, and with a piece of data that has an id of its own. */
function offering(world: World): { readonly world: World; readonly piece: bigint } {
  const { systemCalls, sources } = world;
  let piece = PIECE_ID;
  while (sources.some(({ id }) => id === piece)) piece++;
  return {
    world: {
      ...world,
      systemCalls: [...systemCalls, ...OFFERED.filter((call) => !systemCalls.includes(call))],
      sources: [...sources, { id: piece, bytes: PIECE.slice() }],
    },
    piece,
  };
}

interface Calls {
  readonly target: Target;
  readonly world: World;
  /** The first of the free pages. */
  readonly page: number;
  /** The id of the piece that calls copy. */
  readonly piece: bigint;
  readonly number: number;
}

async function askCalls(calls: Calls, end: Point, book: EvidenceBook): Promise<Breach | undefined> {
  const { target, world, page, number, piece } = calls;
  const withPages = callPages(page, number).reduce(planted, end);
  // A reservation that every call must leave alone, or take away.
  const loadReservationAddress = BigInt((page + TEXT_PAGE) * PAGE + 8 * (number % 64));
  const snapshot = { ...withPages.snapshot, loadReservationAddress };
  // Not what the run ended with: of pages that became what they are without a store, a snapshot says nothing.
  const { state, fault } = resumeModel(world, snapshot, snapshot.cycles);
  if (fault) return undefined;
  const charged = snapshot.cycles + (world.cost === "real" ? ECALL_CYCLES : 1n);
  const probes = hostCallProbes({ world, charged, page, piece, number: number >>> 3 }).filter(
    ({ call }) => call !== HOST_CALLS.pause || target.capabilities.blocks !== "charged",
  );
  const count = Math.min(CALLS, probes.length);
  for (let k = 0; k < count; k++) {
    const probe = probes[(number + Math.floor((k * probes.length) / count)) % probes.length];
    const pc = BigInt((page + CODE_PAGE) * PAGE + SITES[(k + (number >>> 5)) % SITES.length]);
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
  const registers = callRegisters(snapshot.registers, probe);
  const before = { ...resumed, registers, pc, cycles: charged };
  const called = callModel(world, before);
  const maxCycles = called.state.cycles - (probe.lacks ?? 0n);
  const state = { ...called.state, maxCycles };
  const start = { ...snapshot, pc, registers };
  const actual = await runLeg(target, world, { start, maxCycles, snapshot: false });
  const stop = called.stop ?? stopBehind(state, actual.stop, world, target);
  const expected: Finish = { stop, started: true, state };
  book.leg(target, actual);
  book.comparisons++;
  book.exercise(probe.what);
  const { differences, tolerated } = await compareUnderPolicy({
    world,
    expected,
    actual,
    // What entries say of other instructions, and of blocks, is not about a call.
    target: { name: target.name, policy: ofCalls(target) },
    yardstick: target,
    rerun: () => Promise.resolve({ stop: { kind: "budget" }, started: true, state: { ...before, maxCycles } }),
  });
  book.tolerate(tolerated);
  if (differences.length === 0) return undefined;
  const lost = await lostInResume(world, target, start, { ...resumed, registers, pc });
  if (lost) return lost;
  const expectedFrom = `the rules of call ${probe.call}: ${probe.what}`;
  const actualFrom = `a leg on ${target.name}`;
  return { expectedFrom, actualFrom, at: { pc, text: "ecall" }, expected, actual, differences };
}

/** The entries of a target's policy that are about calls alone. */
function ofCalls({ policy = [] }: Target): PolicyEntry[] {
  return policy.filter(({ compare }) => compare.instructions?.every((name) => name === "ecall"));
}

/** What ends the leg behind the call, where nothing can be executed any more. */
function stopBehind(state: State, actual: Stop, world: World, { capabilities }: Target): Stop {
  if (state.cycles > state.maxCycles) return { kind: "budget" };
  // What the call has put behind itself is decoded ahead by a target that works on blocks.
  const fault = capabilities.blocks ? faultAhead(state, world, actual) : faultAtPc(state, world);
  if (fault) return { kind: "fault", fault };
  // Whatever stands there costs a cycle at least: that it is too much for 64 bits is looked at before the limit.
  return state.cycles === CYCLES_MAX ? { kind: "fault", fault: { name: "CyclesOverflow" } } : { kind: "budget" };
}

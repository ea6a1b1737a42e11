// A relay that is cut behind every instruction finishes where the solo run finishes.
import type { Case } from "../case/index.ts";
import type { Target } from "../targets/target.ts";
import { runTaken } from "./asked-leg.ts";
import { boundaryAt, nextBoundary, type Boundary } from "./boundaries.ts";
import { relayers } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { compareRelay } from "./relay-comparison.ts";
import { runSolo } from "./relay.ts";

const NAME = "every-instruction";
/** Boundaries in a row that are cut in most cases, and in one of `WIDE_EVERY`. */
const NARROW = 3;
const WIDE = 24;
const WIDE_EVERY = 16;
/** A cut plan of this many cuts asks for all boundaries; so does a run of this many cycles or fewer. */
const PLAN_OF_ALL = 64;
const SHORT_CYCLES = 12n;

/** How much of a run is cut. */
export interface EveryInstructionOptions {
  /** Boundaries in a row that are cut at most; chosen from the case if left out. */
  readonly boundariesMax?: number;
}

/** The law of cutting behind every instruction, for as many boundaries as wanted. */
export function everyInstruction({ boundariesMax }: EveryInstructionOptions = {}): Law {
  return {
    name: NAME,
    sentence: "A relay that is cut behind every instruction finishes where the solo run finishes.",
    preconditions:
      "Targets take and give snapshots; sources are stable. Of longer runs a row of instructions is cut, chosen from the case; all of them if its cut plan has 64 cuts or more.",
    brokenBy: ["canary", "forgets the reservation", "loses a register", "counts from the start of each leg"],
    cuts: true,
    needs: { snapshots: true },
    every: 10,
    exercises: {
      boundaries: 0.8,
      "cuts with dirty pages": 0.5,
      "cuts with pages from sources": 0.15,
      "cuts with a reservation": 0.02,
      "SC behind a cut with a reservation": 0.0075,
    },
    comparesState: true,
    async check(checked, targets): Promise<Verdict> {
      const { targets: usable, reason } = relayers(checked.world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const book = new EvidenceBook();
      const expected = await runSolo(checked, usable[0], true);
      book.relay(expected);
      book.stop = expected.finish.stop;
      const cycles = expected.finish.state.cycles ?? expected.finish.snapshot?.cycles ?? 0n;
      const most = boundariesMax ?? windowOf(checked, cycles);
      const cuts = await boundariesIn(checked, usable[0], cycles, most, book);
      if (cuts.length === 0) return { kind: "unsupported", reason: "the run has no boundary below its budget" };
      book.exercise("boundaries", cuts.length);
      const expectedFrom = `solo on ${usable[0].name}`;
      const rerun = (budget: bigint): ReturnType<typeof runSolo> => runSolo({ ...checked, budget }, usable[0], true);
      return compareRelay({ law: NAME, checked, targets: usable, expected, expectedFrom, rerun, cuts }, book);
    },
  };
}

/** The law as gates check it. */
export const everyInstructionLaw: Law = everyInstruction();

function windowOf(checked: Case, cycles: bigint): number {
  if (checked.cuts.length >= PLAN_OF_ALL || cycles <= SHORT_CYCLES) return Infinity;
  return caseNumber(checked) % WIDE_EVERY === 0 ? WIDE : NARROW;
}

/** Up to `most` instruction boundaries in a row, from a place on that the case decides; all if there are no more. */
async function boundariesIn(
  checked: Case,
  target: Target,
  cycles: bigint,
  most: number,
  book: EvidenceBook,
): Promise<bigint[]> {
  const { world, budget } = checked;
  const known = target.events?.(world, budget);
  const number = caseNumber(checked) >>> 4;
  if (known && known.boundaries.length > 0) {
    const behind = known.boundaries.filter((boundary) => boundary < budget);
    const usable = behind[0] === 0n ? behind : [0n, ...behind]; // the one before the first instruction, too
    const first = usable.length > most ? number % (usable.length - most + 1) : 0;
    return usable.slice(first, most === Infinity ? undefined : first + most);
  }
  if (cycles === 0n) return [];
  const from = most === Infinity ? 0n : BigInt(number) % cycles;
  const first = await runTaken(target, world, { start: "boot", maxCycles: from }, book);
  return first.stop.kind === "budget" ? walk({ target, first: boundaryAt(first), checked, most, book }) : [];
}

interface Walk {
  readonly target: Target;
  readonly first: Boundary;
  readonly checked: Case;
  readonly most: number;
  readonly book: EvidenceBook;
}

async function walk({ target, first, checked, most, book }: Walk): Promise<bigint[]> {
  const { world, budget } = checked;
  const boundaries: bigint[] = [];
  let at: Boundary | undefined = first;
  while (at && at.cycles < budget && boundaries.length < most) {
    boundaries.push(at.cycles);
    if (boundaries.length < most) at = await nextBoundary(target, world, at, book);
  }
  return boundaries;
}

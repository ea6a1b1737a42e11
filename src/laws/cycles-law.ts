// A run costs what its instructions and its system calls cost.
import type { Case } from "../case/index.ts";
import { INSTRUCTIONS } from "../isa/index.ts";
import { unsupportedReason, type Finish, type Leg, type Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { chargeOf, mayCharge, withoutCharges } from "./charges.ts";
import { costOfRetired } from "./cost.ts";
import { firstWrongStep, type WrongStep } from "./wrong-step.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { executedNothing, NOTHING_EXECUTED } from "./probe.ts";
import { runLeg, runSolo } from "./relay.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "cycles";
const ECALL = INSTRUCTIONS.find(({ name }) => name === "ecall")!;
/** Calls that charge which are looked at in one case. */
const CALLS_MAX = 6;

/**
 * The cycles of the whole run against the sum of what each target says that it executed, by the cost table. Where system calls
 * charge more, the run is taken apart: up to each such call in a world that does not offer it, where it fails; then the call
 * alone, whose charge follows from its arguments.
 */
export const cyclesLaw: Law = {
  name: NAME,
  sentence: "A run costs what its instructions and its system calls cost.",
  preconditions:
    "Targets run the world and count what they execute; where calls charge something, they can also be resumed.",
  brokenBy: [
    "canary-solo",
    "charges 31 for divisions",
    "charges one more for 16-bit loads",
    "charges 499 for environment calls",
  ],
  cuts: false,
  needs: { counts: true, observes: ["cycles"] },
  every: 10,
  exercises: { instructions: 0.5, "system call that charges": 0.15 },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const reasons: string[] = [];
    for (const target of book.turns(usable)) {
      const result = await compareOn(checked, target, book);
      if (typeof result === "string") reasons.push(result);
      else if (result) return brokenOn(NAME, target.name, result, book);
    }
    if (book.comparisons === 0) return { kind: "unsupported", reason: reasons[0] };
    return { kind: "held", evidence: book.evidence() };
  },
};

/** What is wrong; a text where nothing can be said of the target. */
async function compareOn(checked: Case, target: Target, book: EvidenceBook): Promise<Breach | string | undefined> {
  const { budget } = checked;
  const { finish } = await runSolo(checked, target);
  book.leg(target, finish);
  const { retired, stop } = finish;
  if (!retired) return `${target.name} does not count what it executes`;
  if (finish.state.cycles === undefined) return `${target.name} does not show cycles`;
  if (executedNothing(finish)) return NOTHING_EXECUTED;
  // The exit charges nothing, nor does a call that nobody offers.
  const isFree = stop.kind === "exit" || (stop.kind === "fault" && stop.fault.name === "InvalidEcall");
  if (retired[ECALL.index] <= (isFree ? 1 : 0)) {
    return compareLeg({ checked, target, book }, "boot", budget, finish);
  }
  const cannot = unsupportedReason(target, withoutCharges(checked.world));
  if (cannot !== undefined) return cannot;
  if (!target.capabilities.snapshots) return `calls charge something, and ${target.name} gives no snapshots`;
  return compareParts({ checked, target, book }, finish);
}

/** What is checked, and with what. */
interface Asked {
  readonly checked: Case;
  readonly target: Target;
  readonly book: EvidenceBook;
}

/** A leg in which no call charges: its cycles are those of what was executed in it. */
async function compareLeg(
  { checked, target, book }: Asked,
  start: Leg["start"],
  maxCycles: bigint,
  finish: Finish,
): Promise<Breach | undefined> {
  const world = withoutCharges(checked.world);
  const from = start === "boot" ? 0n : start.cycles;
  const expected = from + costOfRetired(finish.retired!, world.cost);
  book.comparisons++;
  book.exercise("instructions", finish.retired!.some((count) => count > 0) ? 1 : 0);
  if (expected === finish.state.cycles) return undefined;
  const under = async (limit: bigint): Promise<Finish> => {
    const shorter = await runLeg(target, world, { start, maxCycles: limit, snapshot: false });
    book.leg(target, shorter);
    return shorter;
  };
  const isWrong = (each: Finish): boolean => from + costOfRetired(each.retired!, world.cost) !== each.state.cycles;
  const last = finish.state.cycles! < maxCycles ? finish.state.cycles! : maxCycles;
  const step = await firstWrongStep(from - 1n, last, under, isWrong);
  return breach(target, finish, step, expected);
}

/** The run in parts, each of them without a charge or one call alone; together they must cost what the whole does. */
async function compareParts(asked: Asked, whole: Finish): Promise<Breach | undefined> {
  const { checked, target, book } = asked;
  const { world, budget } = checked;
  const world0 = withoutCharges(world);
  let start: Leg["start"] = "boot";
  for (let calls = 0; calls < CALLS_MAX; calls++) {
    const part = await runLeg(target, world0, { start, maxCycles: budget, snapshot: true });
    book.leg(target, part);
    const wrong = await compareLeg(asked, start, budget, part);
    if (wrong) return wrong;
    const { stop, snapshot, state } = part;
    const atCall = stop.kind === "fault" && stop.fault.name === "InvalidEcall" && !("payload" in stop.fault);
    if (!atCall || !mayCharge(stop.fault.code, world)) {
      if (stop.kind === "pause" || state.cycles === whole.state.cycles) return undefined;
      return breach(target, whole, { text: "all parts together" }, state.cycles ?? 0n);
    }
    if (!snapshot || !state.memory) return undefined;
    const own = world.cost === "real" ? BigInt(ECALL.cost) : 1n;
    const pc = snapshot.pc - BigInt(ECALL.length);
    const before = { ...snapshot, pc, cycles: snapshot.cycles - own };
    const call = await runLeg(target, world, { start: before, maxCycles: snapshot.cycles, snapshot: true });
    book.leg(target, call);
    book.comparisons++;
    const charged = chargeOf(snapshot.registers, state.memory, world);
    const spent = (call.state.cycles ?? 0n) - snapshot.cycles;
    book.exercise("system call that charges", charged > 0n ? 1 : 0);
    // What fails, fails before it charges anything, but for a text that is not UTF-8.
    const failed = call.stop.kind === "fault" && call.stop.fault.name !== "External";
    if (spent !== charged && !(failed && spent === 0n)) {
      const step = { text: `ecall at 0x${pc.toString(16)}`, at: { pc, text: "ecall" } };
      return breach(target, call, step, snapshot.cycles + charged);
    }
    if (call.stop.kind !== "budget" || !call.snapshot || call.snapshot.cycles >= budget) return undefined;
    start = call.snapshot;
  }
  return undefined;
}

function breach(target: Target, actual: Finish, step: WrongStep, cycles: bigint): Breach {
  return {
    expectedFrom: "the cost table, and what system calls charge",
    actualFrom: `a leg on ${target.name}`,
    ...(step.at && { at: step.at }),
    expected: { ...actual, state: { ...actual.state, cycles } },
    actual,
    differences: [{ what: `cycles behind ${step.text}`, expected: `${cycles}`, actual: `${actual.state.cycles}` }],
  };
}

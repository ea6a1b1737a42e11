import { disassemble } from "../isa/index.ts";
import { HOST_CALLS, type Case, type World } from "../case/index.ts";
import type { Finish, State, Stop, Target, WorldSnapshot } from "../targets/target.ts";
import { answerOnBlocks, cyclesToExecute } from "./block-answer.ts";
import { compareFinishes } from "./compare.ts";
import { wordAt } from "./image.ts";
import type { EvidenceBook } from "./evidence.ts";
import { lostInResume } from "./lost-in-resume.ts";
import { runLeg, runSolo } from "./relay.ts";
import type { Site } from "./sites.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { toleratedFault } from "./tolerated-fault.ts";
import type { Breach } from "./verdict.ts";

/** Where the whole run of a case ended, and the snapshot of it: legs with another pc or other registers start there. */
export interface Point {
  readonly finish: Finish;
  readonly snapshot: WorldSnapshot;
}

/** A question put to a target: a leg from a point with something changed, and where it must end. */
export interface Probe {
  /** What is asked, for people and for counts. */
  readonly what: string;
  readonly pc: bigint;
  /** Registers that are set before. */
  readonly registers?: ReadonlyMap<number, bigint>;
  /** Cycles that were spent before; those of the point if left out. */
  readonly spent?: bigint;
  /** Cycles that the leg may spend. */
  readonly cycles: bigint;
  readonly stop: Stop;
  /** True if a snapshot is to be taken there, which must be the one that the leg began with, but for its limit. */
  readonly snapshot?: true;
  /** True if what is executed is a whole block, so that targets which stop between blocks only can be asked, too. */
  readonly wholeBlock?: true;
  /** What must differ from the point afterwards, beside the registers that were set and the limit. */
  readonly changes: Partial<State>;
}

/** Calls that change which pages are code, or what they hold. */
const CODE_CALLS: readonly number[] = [
  HOST_CALLS.reset,
  HOST_CALLS.setFlags,
  HOST_CALLS.clearFlags,
  HOST_CALLS.initPages,
];

/** Why the code of a world may not be that of its program file, or undefined if it always is. */
export function codeMayChange({ writeXorExecute, systemCalls }: World): string | undefined {
  if (!writeXorExecute) return "code of the world can be written";
  return CODE_CALLS.some((call) => systemCalls.includes(call)) ? "the host can change code" : undefined;
}

/**
 * The end of the whole run of a case, with a snapshot where the target gives them and it is of that end.
 * @throws TargetError
 */
export async function endOf(
  checked: Case,
  target: Target,
  book: EvidenceBook,
): Promise<{ finish: Finish; point?: Point }> {
  const { finish } = await runSolo(checked, target, target.capabilities.snapshots);
  book.leg(target, finish);
  const { snapshot, stop, started } = finish;
  // A snapshot that a host call takes is of the call, not of the end.
  const isInside = stop.kind === "fault" && stop.fault.name === "Yield";
  return started && snapshot && !isInside ? { finish, point: { finish, snapshot } } : { finish };
}

/** True if a run from the boot executed nothing: a law that then said that it held would say it of nothing. */
export function executedNothing({ state }: Finish): boolean {
  return state.cycles === 0n;
}

/** Why a law says nothing of such a run. */
export const NOTHING_EXECUTED = "nothing is executed within the budget";

/** Puts one question. @returns what is wrong with the answer, if something is @throws TargetError */
export async function ask(
  world: World,
  target: Target,
  point: Point,
  probe: Probe,
  book: EvidenceBook,
): Promise<Breach | undefined> {
  const { snapshot, finish } = point;
  const registers = snapshot.registers.slice();
  for (const [r, value] of probe.registers ?? []) registers[r] = value;
  const executes = probe.changes.pc !== undefined;
  const { capabilities } = target;
  // It stops behind one instruction only where that ends a block.
  const isInside = executes && probe.stop.kind === "budget" && probe.wholeBlock !== true;
  if (capabilities.blocks === "charged" && isInside) return undefined;
  const cycles = probe.spent ?? snapshot.cycles;
  const from: Partial<State> = { ...finish.state, registers, pc: probe.pc, cycles, output: NO_OUTPUT };
  const more = executes ? cyclesToExecute(from, probe.cycles, world, capabilities) : probe.cycles;
  const before = { ...from, maxCycles: cycles + more };
  const leg = {
    start: { ...snapshot, pc: probe.pc, registers, cycles },
    maxCycles: before.maxCycles,
    snapshot: probe.snapshot === true,
  };
  const actual = await runLeg(target, world, leg);
  book.leg(target, actual);
  book.comparisons++;
  book.exercise(probe.what);
  const simple: Finish = { stop: probe.stop, started: true, state: { ...before, ...probe.changes } };
  const expected = answerOnBlocks(simple, before, actual, world, capabilities);
  const given = probe.snapshot && { ...leg.start, maxCycles: before.maxCycles };
  const differences = [
    ...compareFinishes(expected, actual),
    ...(given ? snapshotDifference(given, actual.snapshot ?? "missing") : []),
  ];
  if (differences.length === 0) return undefined;
  const tolerated = await toleratedFault({ world, target, expected, actual, before }, differences);
  book.tolerate(tolerated);
  if (tolerated !== undefined) return undefined;
  const lost = await lostInResume(world, target, leg.start, before);
  if (lost) return lost;
  const { memory } = before;
  return {
    expectedFrom: `CKB-VM's rules for ${probe.what} at 0x${probe.pc.toString(16)}`,
    actualFrom: `a leg on ${target.name}`,
    ...(memory && { at: { pc: probe.pc, text: disassemble(wordAt(memory, probe.pc)) } }),
    expected,
    actual,
    differences,
  };
}

const NO_OUTPUT = new Uint8Array(0);

/** Cycles that the instruction costs. */
export function costAt({ decoded }: Site, { cost }: World): bigint {
  return cost === "real" ? BigInt(decoded.instruction.cost) : 1n;
}

/** The register that makes an access go to `address`, with the value it must have. */
export function pointing({ decoded, width }: Site, address: bigint): ReadonlyMap<number, bigint> {
  const offset = width > 0 && decoded.instruction.base.field.has("imm") ? BigInt(decoded.imm) : 0n;
  return new Map([[decoded.rs1, BigInt.asUintN(64, address - offset)]]);
}

/** What every executed instruction changes that goes on behind it: pc and cycles. */
export function behind(
  site: Site,
  world: World,
  { snapshot }: Point,
): { readonly pc: bigint; readonly cycles: bigint } {
  return {
    pc: site.pc + BigInt(site.decoded.instruction.length),
    cycles: snapshot.cycles + costAt(site, world),
  };
}

/** A fault with its payload. */
export function faultStop(fault: Extract<Stop, { readonly kind: "fault" }>["fault"]): Stop {
  return { kind: "fault", fault };
}

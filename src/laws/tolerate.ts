import type { World } from "../case/index.ts";
import { decode, REGISTER_NAMES } from "../isa/index.ts";
import type { PolicyEntry } from "../targets/policy.ts";
import { stopsEqual, type Finish, type Observable, type State, type Stop, type Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import { blockBounds } from "./block-bounds.ts";
import type { Difference } from "./difference.ts";
import { wordAt } from "./image.ts";
import { runLeg } from "./relay.ts";

/** Two finishes to compare, and where they come from. */
export interface Comparison {
  readonly world: World;
  readonly expected: Finish;
  readonly actual: Finish;
  /** The target that `actual` comes from, of a relay that of its last leg; its policy is the one that counts. */
  readonly target: Judged;
  /** The targets of all legs of a relay. */
  readonly chain?: readonly Judged[];
  /** The target that `expected` comes from. */
  readonly yardstick: Target;
  /** Parts that are left out in any case. */
  readonly except?: readonly Observable[];
  /** The expected run again, under another limit, with a snapshot of its end. */
  readonly rerun: (budget: bigint) => Promise<Finish>;
  /** The actual run again, under another limit. */
  readonly rerunActual?: (budget: bigint) => Promise<Finish>;
}

/** What of a target decides which entries of a policy fit. */
export type Judged = Pick<Target, "name" | "policy">;

/** What a comparison came to. */
export interface Compared {
  /** Empty if the finishes are equal, or if an entry of the policy explains how they differ. */
  readonly differences: readonly Difference[];
  /** The entry that explains it. */
  readonly tolerated?: string;
}

/** Compares two finishes; what differs may be explained by one entry of the target's policy. @throws TargetError */
export async function compareUnderPolicy(comparison: Comparison): Promise<Compared> {
  const { expected, actual, world, except = [] } = comparison;
  const differences = compareFinishes(expected, actual, except);
  if (differences.length === 0) return { differences };
  for (const entry of entriesFor(comparison)) {
    if (!entry.versions.includes(world.version)) continue;
    if ((entry.writeXorExecute ?? world.writeXorExecute) !== world.writeXorExecute) continue;
    if (!matches(entry.expected, expected.stop)) continue;
    if (entry.actual === "same" ? !stopsEqual(expected.stop, actual.stop) : !matches(entry.actual, actual.stop))
      continue;
    if (await explains(entry, comparison)) return { differences: [], tolerated: entry.id };
  }
  return { differences };
}

function entriesFor({ target, chain = [target] }: Comparison): PolicyEntry[] {
  const entries = [...new Set(chain.flatMap(({ policy = [] }) => policy))];
  return entries.filter(({ targets, compare }) =>
    (compare.anyLeg ? chain : [target]).some(({ name }) => targets.some((pattern) => named(pattern, name))),
  );
}

/** True if a name of a policy, which may end in `*`, means the target called `name`. */
export function named(pattern: string, name: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function matches(patterns: readonly string[], stop: Stop): boolean {
  const text = stop.kind === "fault" ? `fault ${stop.fault.name}` : stop.kind;
  return patterns.some((pattern) => named(pattern, text));
}

async function explains(entry: PolicyEntry, comparison: Comparison): Promise<boolean> {
  const { compare, actual: stops } = entry;
  const { actual, except = [] } = comparison;
  if (compare.notStarted && (comparison.expected.started || actual.started)) return false;
  if (compare.pcFrom !== undefined && (comparison.expected.state.pc ?? 0n) < compare.pcFrom) return false;
  if (compare.atReferenceCycles) return equalAtReferenceCycles(comparison);
  const cycles = actual.state.cycles;
  if (compare.cyclesApartMax !== undefined && apart(comparison) > BigInt(compare.cyclesApartMax)) return false;
  if (compare.instructions && !(await failedAt(compare.instructions, comparison))) return false;
  let expected = comparison.expected;
  if (compare.atOwnCycles || compare.afterPause) {
    const budget = compare.atOwnCycles ? cycles : expected.state.maxCycles;
    if (budget === undefined) return false;
    expected = await comparison.rerun(budget);
    if (compare.afterPause) expected = await withoutPauses(expected, comparison, budget);
  }
  if (!staysInBlock(compare, comparison, expected)) return false;
  const before = compare.registersMax ? await beforeLast(comparison) : undefined;
  const left = [...except, ...(compare.except ?? []), ...(compare.atOwnCycles ? (["maxCycles"] as const) : [])];
  const state = forgive(compare, expected.state, actual.state, before);
  const differences = compareFinishes(expected, { ...actual, state }, left);
  // A run that went on after its pause has a stop of its own, which must be the target's.
  const stopMayDiffer = compare.atOwnCycles === true || (stops !== "same" && !compare.afterPause);
  if (differences.some(({ what }) => what !== "stop" || !stopMayDiffer)) return false;
  return !compare.faultAhead || faultIsAhead(expected, comparison);
}

/**
 * True if cycles and pc differ by no more than an engine that executes whole blocks can make of it.
 * @param expected the run that the actual one is compared with
 */
function staysInBlock(compare: PolicyEntry["compare"], comparison: Comparison, expected: Finish): boolean {
  const { actual, world, except = [] } = comparison;
  const { cycles: spent, pc, maxCycles: limit } = actual.state;
  const { cycles, maxCycles, pc: stoppedAt } = comparison.expected.state;
  if (compare.atOwnCycles) {
    // It may stop early, never late, and has the limit that it was given.
    if (spent === undefined || cycles === undefined || spent > cycles) return false;
    if (limit !== maxCycles && !except.includes("maxCycles")) return false;
    if (actual.stop.kind !== "budget") return true;
    const { memory } = expected.state;
    if (!memory || pc === undefined || limit === undefined) return false;
    return spent + blockBounds(memory, pc, world).cost > limit;
  }
  if (!compare.except?.includes("pc")) return true;
  if (compare.instructions?.every((name) => name === "ecall")) return pc === 0n;
  const { memory } = comparison.expected.state;
  if (!memory || pc === undefined || stoppedAt === undefined) return false;
  const rest = blockBounds(memory, stoppedAt, world);
  const more = (spent ?? 0n) - (cycles ?? 0n);
  return rest.borders.has(pc) && more >= 0n && more <= rest.cost;
}

/** The registers before the instruction that the expected run failed at. */
async function beforeLast({ expected, rerun }: Comparison): Promise<BigUint64Array | undefined> {
  const { cycles } = expected.state;
  return cycles ? (await rerun(cycles - 1n)).state.registers : undefined;
}

/** True if the actual run, ended at the cycle count of the expected one, is in its state. */
async function equalAtReferenceCycles({ expected, rerunActual, except = [] }: Comparison): Promise<boolean> {
  const { cycles } = expected.state;
  if (cycles === undefined || !rerunActual) return false;
  const actual = await rerunActual(cycles);
  const differences = compareFinishes(expected, actual, [...except, "maxCycles"]);
  return actual.stop.kind === "budget" && differences.every(({ what }) => what === "stop");
}

/** Pauses that a run is resumed after at most. */
const PAUSES_MAX = 16;

/** Where a run ends that is resumed, in fresh machines, whenever it pauses. Its output is that of all its parts. */
async function withoutPauses(paused: Finish, { world, yardstick }: Comparison, maxCycles: bigint): Promise<Finish> {
  let finish = paused;
  const outputs = [paused.state.output ?? new Uint8Array(0)];
  for (let k = 0; k < PAUSES_MAX && finish.stop.kind === "pause" && finish.snapshot; k++) {
    finish = await runLeg(yardstick, world, { start: finish.snapshot, maxCycles, snapshot: true });
    outputs.push(finish.state.output ?? new Uint8Array(0));
  }
  return { ...finish, state: { ...finish.state, output: Buffer.concat(outputs) } };
}

/** True if the instruction that the expected run failed at is one of `names`. */
async function failedAt(names: readonly string[], { world, expected, rerun }: Comparison): Promise<boolean> {
  const { cycles } = expected.state;
  if (!cycles) return false;
  const { state } = await rerun(cycles - 1n); // one cycle short, its cost is more than is left
  const decoded = state.memory && decode(wordAt(state.memory, state.pc ?? 0n), world.isa, world.version);
  return decoded !== undefined && names.some((name) => named(name, decoded.instruction.base.name));
}

function apart({ expected, actual }: Comparison): bigint {
  const difference = (expected.state.cycles ?? 0n) - (actual.state.cycles ?? 0n);
  return difference < 0n ? -difference : difference;
}

const FLAG_DIRTY = 4;

/** `actual` without the few registers and dirty bits that may differ, if no more than those do. */
function forgive(
  { registersMax = 0, dirtyPagesMax = 0, registers: forgiven = [] }: PolicyEntry["compare"],
  expected: Partial<State>,
  actual: Partial<State>,
  before: BigUint64Array | undefined,
): Partial<State> {
  let { registers, pageFlags } = actual;
  if (registers && expected.registers && (registersMax > 0 || forgiven.length > 0)) {
    const [is, must] = [registers, expected.registers];
    // A register that is named may be 0; any other keeps the value it had before the instruction that failed.
    const differing = [...is.keys()].filter(
      (r) => is[r] !== must[r] && !(forgiven.includes(REGISTER_NAMES[r]) && is[r] === 0n),
    );
    const unchanged = differing.length <= registersMax && differing.every((r) => is[r] === before?.[r]);
    const rest = unchanged ? [] : differing;
    registers = must.map((value, r) => (rest.includes(r) ? is[r] : value));
  }
  if (pageFlags && expected.pageFlags && dirtyPagesMax > 0) {
    const flags = pageFlags;
    const differing = [...flags.keys()].filter((page) => flags[page] !== expected.pageFlags![page]);
    const onlyDirty = differing.every((page) => flags[page] === (expected.pageFlags![page] | FLAG_DIRTY));
    if (onlyDirty && differing.length <= dirtyPagesMax) pageFlags = expected.pageFlags.slice();
  }
  return { ...actual, ...(registers && { registers }), ...(pageFlags && { pageFlags }) };
}

/** Instructions that a block of decoded ones has at most: 16, each perhaps a fused group of five. */
const AHEAD_MAX = 80;

/**
 * True if the yardstick, decoding on from where `expected` stopped without executing anything, meets the fault of
 * `actual` first, before any instruction that ends a block.
 */
async function faultIsAhead(expected: Finish, { world, actual, yardstick }: Comparison): Promise<boolean> {
  const { snapshot, state } = expected;
  if (!snapshot || !state.memory) return false;
  let { pc } = snapshot;
  for (let k = 0; k < AHEAD_MAX; k++) {
    // Under a limit that is spent, the yardstick decodes one instruction and stops.
    const leg = { start: { ...snapshot, pc }, maxCycles: snapshot.cycles, snapshot: false };
    const { stop } = await runLeg(yardstick, world, leg);
    if (stop.kind === "fault") return stopsEqual(stop, actual.stop);
    const decoded = decode(wordAt(state.memory, pc), world.isa, world.version);
    if (stop.kind !== "budget" || !decoded || decoded.instruction.endsBlock) return false;
    pc += BigInt(decoded.instruction.length);
  }
  return false;
}

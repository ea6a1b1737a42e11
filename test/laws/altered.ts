import { readCase, type Case, type World } from "../../src/case/index.ts";
import {
  ReferenceTarget,
  type Finish,
  type Leg,
  type PolicyEntry,
  type State,
  type Target,
} from "../../src/targets/index.ts";

/** Changes a finish of the reference; it may run legs of its own. */
export type Change = (finish: Finish, world: World, leg: Leg) => Finish;

const reference = new ReferenceTarget();

/** The reference called `altered`, with something changed in every finish, and a policy. */
export function altered(change: Change, policy: readonly PolicyEntry[] = []): Target {
  return {
    name: "altered",
    capabilities: reference.capabilities,
    policy,
    run: (world, leg) => change(reference.run(world, leg), world, leg),
  };
}

/** A finish of the reference under another limit, as if that were the leg's. */
export function shortened(world: World, leg: Leg, maxCycles: bigint): Finish {
  return withState(reference.run(world, { ...leg, maxCycles }), { maxCycles: leg.maxCycles });
}

export function withState(finish: Finish, parts: Partial<State>): Finish {
  return { ...finish, state: { ...finish.state, ...parts } };
}

/** Registers with some of them one more. */
export function withRegisters({ state }: Finish, ...numbers: readonly number[]): Partial<State> {
  const registers = state.registers?.map((value, r) => (numbers.includes(r) ? value + 1n : value));
  return registers ? { registers } : {};
}

/** Flags with some pages changed. */
export function withFlags({ state }: Finish, pages: Readonly<Record<number, number>>): Partial<State> {
  const pageFlags = state.pageFlags?.map((flags, page) => pages[page] ?? flags);
  return pageFlags ? { pageFlags } : {};
}

/** Memory with one byte changed, if it has that byte: a program that could not be loaded may have no page to change. */
export function withByte({ state }: Finish, address: number): Partial<State> {
  const { memory } = state;
  if (!memory) return {};
  const page = address >> 12;
  if (page < 0 || page >= memory.pageCount) return {};
  const bytes = memory.pageView(page).slice();
  bytes[address & 4095] ^= 1;
  return {
    memory: {
      pageCount: memory.pageCount,
      isUntouched: (p) => p !== page && memory.isUntouched(p),
      pageView: (p) => (p === page ? bytes : memory.pageView(p)),
    },
  };
}

/** A case from assembly, with a budget and no cuts. */
export function caseOf(text: string, budget = 1000n, systemCalls?: readonly number[]): Case {
  const { checked } = readCase("p.S", text);
  const world = systemCalls ? { ...checked.world, systemCalls } : checked.world;
  return { ...checked, world, budget, cuts: [] };
}

/** An entry of a policy for the target `altered`; `compare` is what it is about. */
export function entry(parts: Partial<PolicyEntry> & Pick<PolicyEntry, "compare">): PolicyEntry {
  return {
    id: "entry",
    targets: ["altered"],
    versions: [2],
    expected: ["budget"],
    actual: ["budget"],
    reason: "a test",
    link: "nowhere",
    date: "2026-11-26",
    witness: "p.S",
    ...parts,
  };
}

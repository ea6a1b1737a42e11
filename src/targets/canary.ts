import type { World } from "../case/index.ts";
import { MACHINE_CANARIES } from "./machine-canary.ts";
import { ReferenceTarget } from "./reference.ts";
import { AliasCanaryTarget, SnapshotCanaryTarget } from "./snapshot-canary.ts";
import { StorageCanaryTarget } from "./storage-canary.ts";
import type { Finish, Leg, MemoryImage, Observable, State, Target, WorldSnapshot } from "./target.ts";

/**
 * A target that is broken on purpose and must be caught in every gate: it takes snapshots of any version, and forgets
 * the last dirty page (or, where there is none, a cycle) when it resumes.
 */
export class CanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary";

  override run(world: World, leg: Leg): Finish {
    return leg.start === "boot"
      ? super.run(world, leg)
      : super.run(world, { ...leg, start: damaged(leg.start, world) });
  }
}

function damaged(snapshot: WorldSnapshot, { version }: World): WorldSnapshot {
  if (snapshot.dirtyPages.length === 0) return { ...snapshot, version, cycles: snapshot.cycles + 1n };
  return { ...snapshot, version, dirtyPages: snapshot.dirtyPages.slice(0, -1) };
}

/** A target that is broken on purpose in one part of its state: of every finish, or of those of resumed legs only. */
export class PartCanaryTarget extends ReferenceTarget {
  override readonly name: string;
  readonly #part: Observable;
  readonly #resumedOnly: boolean;

  constructor(part: Observable, resumedOnly: boolean, name = `canary in ${part}`) {
    super();
    this.name = name;
    this.#part = part;
    this.#resumedOnly = resumedOnly;
  }

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    if (this.#resumedOnly && leg.start === "boot") return finish;
    return { ...finish, state: { ...finish.state, ...damagedPart(finish.state as State, this.#part) } };
  }
}

/** A target that is broken on purpose in solo runs: it counts a cycle too many. */
export class SoloCanaryTarget extends PartCanaryTarget {
  constructor() {
    super("cycles", false, "canary-solo");
  }
}

/** One part of a state, with the least there is of it changed. */
function damagedPart(state: State, part: Observable): Partial<State> {
  switch (part) {
    case "registers":
      return { registers: state.registers.map((value, r) => (r === LAST_REGISTER ? value ^ 1n : value)) };
    case "pageFlags":
      return { pageFlags: state.pageFlags.map((flags, page) => (page === 0 ? flags ^ 1 : flags)) };
    case "memory":
      return { memory: damagedMemory(state.memory) };
    case "output":
      return { output: Buffer.concat([state.output, Buffer.of(0)]) };
    default:
      return { [part]: state[part] ^ 1n };
  }
}

const LAST_REGISTER = 31;

/** A memory whose last byte is another one, as other targets show theirs: by itself. */
function damagedMemory(memory: MemoryImage): MemoryImage {
  const { pageCount } = memory;
  const last = memory.pageView(pageCount - 1).slice();
  last[last.length - 1] ^= 1;
  return {
    pageCount,
    isUntouched: (page) => page !== pageCount - 1 && memory.isUntouched(page),
    pageView: (page) => (page === pageCount - 1 ? last : memory.pageView(page)),
  };
}

/** A target that is broken on purpose: every other answer of it is another one. */
export class FlakyCanaryTarget extends ReferenceTarget {
  override readonly name: string = "canary-flaky";
  #odd = false;

  override run(world: World, leg: Leg): Finish {
    this.#odd = !this.#odd;
    const finish = super.run(world, leg);
    return this.#odd ? finish : { ...finish, state: { ...finish.state, pc: (finish.state.pc ?? 0n) ^ 1n } };
  }
}

/** The canaries by name. */
export const CANARIES: ReadonlyMap<string, () => Target> = new Map<string, () => Target>([
  ["canary", () => new CanaryTarget()],
  ["canary-solo", () => new SoloCanaryTarget()],
  ["canary-flaky", () => new FlakyCanaryTarget()],
  ...MACHINE_CANARIES,
  ["canary-snapshot", () => new SnapshotCanaryTarget()],
  ["canary-storage", () => new StorageCanaryTarget()],
  ["canary-alias", () => new AliasCanaryTarget()],
]);

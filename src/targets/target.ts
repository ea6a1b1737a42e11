import type { World } from "../case/index.ts";
import { faultText, type Fault } from "../machine/index.ts";
import type { Snapshot2 } from "../snapshot/index.ts";

/** A snapshot of a world: pages from sources are named by data piece ids. */
export type WorldSnapshot = Snapshot2<bigint>;

/** The only thing a VM is ever asked to do. Legs are stateless: each runs in a fresh machine. */
export interface Leg {
  /** Load the world's program, or resume this snapshot. */
  readonly start: "boot" | WorldSnapshot;
  /** The cycle limit of this leg, counted from the start of the whole run. */
  readonly maxCycles: bigint;
  /** True if a snapshot is wanted at the end. */
  readonly snapshot: boolean;
}

/** Why a leg ended. `budget` is CyclesExceeded. */
export type Stop =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "budget" }
  | { readonly kind: "pause" }
  | { readonly kind: "fault"; readonly fault: Fault };

/** One line for a stop: `exit 0`, `budget`, `pause`, or the fault with its payload. */
export function stopText(stop: Stop): string {
  if (stop.kind === "exit") return `exit ${stop.code}`;
  return stop.kind === "fault" ? `fault ${faultText(stop.fault)}` : stop.kind;
}

/** True if both are the same kind with the same code or payload. */
export function stopsEqual(a: Stop, b: Stop): boolean {
  return stopText(a) === stopText(b);
}

/** Memory as a finish shows it. */
export interface MemoryImage {
  readonly pageCount: number;
  /** True if the page is known to hold only zeroes without looking. */
  isUntouched(page: number): boolean;
  /** The 4096 bytes of a page; not to be written. */
  pageView(page: number): Uint8Array;
}

/** All that is compared. */
export interface State {
  /** 32 values. */
  readonly registers: BigUint64Array;
  readonly pc: bigint;
  readonly cycles: bigint;
  readonly maxCycles: bigint;
  /** The load reservation; 2^64 - 1 for none. */
  readonly reservation: bigint;
  /** One byte a page. */
  readonly pageFlags: Uint8Array;
  readonly memory: MemoryImage;
  /** What the program wrote through the debug system call, in this leg. */
  readonly output: Uint8Array;
}

/** A part of the state that a target may be able to show. */
export type Observable = keyof State;

/** Every part of the state. */
export const OBSERVABLES: readonly Observable[] = [
  "registers",
  "pc",
  "cycles",
  "maxCycles",
  "reservation",
  "pageFlags",
  "memory",
  "output",
];

/** Where a leg ended. */
export interface Finish {
  readonly stop: Stop;
  /** False if loading the program or resuming the snapshot failed, so that nothing was executed. */
  readonly started: boolean;
  /** Exactly the parts that the target observes. */
  readonly state: Partial<State>;
  /** Present if one was asked for and the machine got far enough to have one. */
  readonly snapshot?: WorldSnapshot;
  /** Bytes loaded at boot. */
  readonly loadedBytes?: bigint;
  /** How often each instruction was executed in this leg, by index in the instruction table; behind it, fusion rules. */
  readonly retired?: Float64Array;
}

/** What a target can run and show. */
export interface Capabilities {
  readonly versions: readonly number[];
  /** All ISA bits it knows. */
  readonly isa: number;
  /** Bytes. */
  readonly memorySizeMax: number;
  readonly costs: readonly ("real" | "constant")[];
  readonly systemCalls: readonly number[];
  readonly observes: readonly Observable[];
  /** True if it takes and gives snapshots. */
  readonly snapshots: boolean;
}

/** A VM that can be checked. */
export interface Target {
  readonly name: string;
  readonly capabilities: Capabilities;
  /**
   * Runs one leg in a fresh machine. Whatever the program does is a finish.
   * @throws TargetError if the target itself failed
   */
  run(world: World, leg: Leg): Finish | Promise<Finish>;
  /** Ends processes and connections. */
  close?(): void | Promise<void>;
}

/** The target failed, not the program: nothing can be concluded from this leg. */
export class TargetError extends Error {
  override name = "TargetError";
}

/** Why `target` cannot run `world`, or undefined if it can. */
export function unsupportedReason(target: Target, world: World): string | undefined {
  const { versions, isa, memorySizeMax, costs, systemCalls } = target.capabilities;
  if (!versions.includes(world.version)) return `${target.name} does not run VM version ${world.version}`;
  if (world.isa & ~isa) return `${target.name} lacks ISA bits ${world.isa & ~isa}`;
  if (world.memorySize > memorySizeMax) return `${target.name} has at most ${memorySizeMax} bytes of memory`;
  if (!costs.includes(world.cost)) return `${target.name} does not know the ${world.cost} cost model`;
  const call = world.systemCalls.find((number) => !systemCalls.includes(number));
  return call === undefined ? undefined : `${target.name} does not offer system call ${call}`;
}

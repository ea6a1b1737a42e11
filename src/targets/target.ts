import type { RunEvents, World, WorldKind } from "../case/index.ts";
import { faultText, type Fault, type FaultName } from "../machine/index.ts";
import type { Snapshot2 } from "../snapshot/index.ts";
import type { PolicyEntry } from "./policy.ts";
import type { Observable, State } from "./state.ts";
import type { Step } from "./step.ts";

export * from "./state.ts";
export type { Step } from "./step.ts";

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

/** Legs of one target, one behind the other: each but the first resumes the snapshot that the one before it gave. */
export interface LegPlan {
  /** Where the first leg starts. */
  readonly start: Leg["start"];
  /** The cycle limit of each leg; a leg that ends for another reason than its budget is the last. At least one. */
  readonly limits: readonly bigint[];
  /** True if a snapshot is wanted at the end of the last leg. */
  readonly snapshot: boolean;
}

/** A fault of which a target shows the name only. */
export interface NamedFault {
  readonly name: FaultName;
  /** Nothing else is known of it. */
  readonly payload: "unknown";
}

/** Why a leg ended. `budget` is CyclesExceeded. */
export type Stop =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "budget" }
  | { readonly kind: "pause" }
  | { readonly kind: "fault"; readonly fault: Fault | NamedFault };

/** One line for a stop: `exit 0`, `budget`, `pause`, or the fault with its payload where that is known. */
export function stopText(stop: Stop): string {
  if (stop.kind === "exit") return `exit ${stop.code}`;
  if (stop.kind !== "fault") return stop.kind;
  return "payload" in stop.fault ? `fault ${stop.fault.name}` : `fault ${faultText(stop.fault)}`;
}

/** True if both are the same kind with the same code, or the same fault with the same payload where both show it. */
export function stopsEqual(a: Stop, b: Stop): boolean {
  if (a.kind === "fault" && b.kind === "fault" && ("payload" in a.fault || "payload" in b.fault)) {
    return a.fault.name === b.fault.name;
  }
  return stopText(a) === stopText(b);
}

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
  /** Bytes; 4096 if left out. */
  readonly memorySizeMin?: number;
  /** Memory sizes are multiples of this many bytes; 4096 if left out. */
  readonly memorySizeStep?: number;
  readonly costs: readonly ("real" | "constant")[];
  readonly systemCalls: readonly number[];
  /** Parts of the state that it shows in every finish. */
  readonly observes: readonly Observable[];
  /** Parts that it shows in some finishes only; they are compared where they are shown. */
  readonly observesSometimes?: readonly Observable[];
  /** Faults whose payload it shows; all if left out. Of others only the name is compared. */
  readonly faultPayloads?: readonly FaultName[];
  /** True if it takes and gives snapshots. */
  readonly snapshots: boolean;
  /** True if it also runs worlds in which code can be written (`World.writeXorExecute` false). */
  readonly writableCode?: boolean;
  /**
   * Says that it works on blocks of instructions; one instruction after the other if left out. A block has at most 16
   * steps, a fused sequence being one, and ends behind the first that can go on elsewhere. `decoded`: all of a block is
   * decoded before its first instruction is executed, so that one that cannot be fetched or decoded ends the leg at the
   * block's start. `charged`: also all its cycles are taken then, so that budgets end legs between blocks, and a fault leaves
   * pc behind the block and all of it spent.
   */
  readonly blocks?: "decoded" | "charged";
  /** Where pc is while a system call is made: `behind` the ECALL; at it if left out. */
  readonly pcInCalls?: "behind";
  /** Kinds of worlds that it runs, where random worlds seldom suit it: a gate then has worlds made for it. */
  readonly worldKinds?: readonly WorldKind[];
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
  /**
   * Many legs in one call, each in a fresh machine; a finish for each that ran. Finishes before the last one need show
   * only cycles and output (of what it observes), and only the last one has a snapshot.
   * @throws TargetError if the target itself failed
   */
  relay?(world: World, plan: LegPlan): readonly Finish[] | Promise<readonly Finish[]>;
  /**
   * The state before each instruction that is executed within the budget, the first one included, as far as it logs
   * them: where two logs differ is found without bisecting.
   * @throws TargetError if the target itself failed
   */
  steps?(world: World, budgetCycles: bigint): readonly Step[] | Promise<readonly Step[]>;
  /**
   * What happens when in a run of `world` within the budget, so that cuts can be put there; the same world and budget
   * always give the same.
   */
  events?(world: World, budgetCycles: bigint): RunEvents;
  /** Why it cannot run this world, where its capabilities cannot say it; undefined if it can. */
  unsupported?(world: World): string | undefined;
  /** Requests that it gains from being asked at once; 1 if left out. */
  readonly parallel?: number;
  /** Differences to the reference that are tolerated of it. */
  readonly policy?: readonly PolicyEntry[];
  /**
   * Legs that run on once `isOver` says true are given up (TargetError); it is asked every few milliseconds of a leg. For targets
   * in this process, which nobody else can end.
   */
  endWhen?(isOver: () => boolean): void;
  /** Ends processes and connections. */
  close?(): void | Promise<void>;
}

/** What a target did that it must not do; `failed` is what it says of itself. */
export type TargetErrorKind =
  | "failed"
  | "could not start"
  | "crashed"
  | "ended by itself"
  | "hung"
  | "closed its output"
  | "wrote garbage"
  | "answered a request that was not made"
  | "wrote too much"
  | "gave a wrong answer";

/** The target failed, not the program: nothing can be concluded from this leg. */
export class TargetError extends Error {
  override name = "TargetError";
  readonly kind: TargetErrorKind;
  /** The name of the target, where it is known. */
  readonly target: string | undefined;
  /** The last lines that were said, oldest first: `>` to the target, `<` from it, `!` on its standard error. */
  readonly transcript: readonly string[];

  constructor(
    message: string,
    details: { kind?: TargetErrorKind; target?: string | undefined; transcript?: readonly string[] } = {},
  ) {
    super(message);
    this.kind = details.kind ?? "failed";
    this.target = details.target;
    this.transcript = details.transcript ?? [];
  }
}

/** Why `target` cannot run `world`, or undefined if it can. */
export function unsupportedReason(target: Target, world: World): string | undefined {
  const { versions, isa, memorySizeMin = PAGE, memorySizeMax, memorySizeStep = PAGE } = target.capabilities;
  const { costs, systemCalls } = target.capabilities;
  if (!versions.includes(world.version)) return `${target.name} does not run VM version ${world.version}`;
  if (world.isa & ~isa) return `${target.name} lacks ISA bits ${world.isa & ~isa}`;
  if (world.memorySize > memorySizeMax) return `${target.name} has at most ${memorySizeMax} bytes of memory`;
  if (world.memorySize < memorySizeMin) return `${target.name} has at least ${memorySizeMin} bytes of memory`;
  if (world.memorySize % memorySizeStep !== 0) return `${target.name} has memory in steps of ${memorySizeStep} bytes`;
  if (!costs.includes(world.cost)) return `${target.name} does not know the ${world.cost} cost model`;
  if (!world.writeXorExecute && !target.capabilities.writableCode) return `${target.name} never lets code be written`;
  const call = world.systemCalls.find((number) => !systemCalls.includes(number));
  if (call !== undefined) return `${target.name} does not offer system call ${call}`;
  return target.unsupported?.(world);
}

const PAGE = 4096;

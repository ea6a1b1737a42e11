import { HOST_CALLS, ISA_ALL, SYSTEM_CALLS, type RunEvents, type World } from "../case/index.ts";
import {
  DecodedCode,
  EndlessRunError,
  FaultError,
  MEMORY_SIZE_MAX,
  type MachineParts,
  type Meanings,
  type RunResult,
} from "../machine/index.ts";
import { referenceEvents } from "./reference-events.ts";
import { LegRecorder, type Coverage } from "./coverage/index.ts";
import {
  boot,
  machineFor,
  stateOf,
  type LegParts,
  type MachineExtras,
  type ReferenceMachine,
} from "./reference-machine.ts";
import { referenceSteps } from "./reference-steps.ts";
import {
  OBSERVABLES,
  TargetError,
  type Capabilities,
  type Finish,
  type Leg,
  type Step,
  type Stop,
  type Target,
} from "./target.ts";

/** How a reference may differ from the reference. */
export interface ReferenceOptions {
  /** Other meanings of instructions, by their base rows: for a target that is wrong on purpose. */
  readonly meanings?: Meanings | undefined;
  /** Other parts of machines, and of legs: for a target that is wrong on purpose. */
  readonly parts?: Partial<MachineParts> | undefined;
  readonly leg?: Partial<LegParts> | undefined;
  /** Is told what legs meet, at a cost of a few percent. */
  readonly coverage?: Coverage | undefined;
}

/** The reference VM in this process. */
export class ReferenceTarget implements Target {
  readonly name: string = "reference";
  readonly capabilities: Capabilities = {
    versions: [0, 1, 2],
    isa: ISA_ALL,
    memorySizeMax: MEMORY_SIZE_MAX,
    costs: ["real", "constant"],
    systemCalls: [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)],
    observes: OBSERVABLES,
    snapshots: true,
    writableCode: true,
  };

  readonly #options: ReferenceOptions;
  readonly #recorder: LegRecorder | undefined;
  #goesOn: (() => boolean) | undefined;

  constructor(options: ReferenceOptions = {}) {
    this.#options = options;
    this.#recorder = options.coverage && new LegRecorder(options.coverage);
  }

  steps(world: World, budgetCycles: bigint): readonly Step[] {
    return referenceSteps(world, budgetCycles);
  }

  events(world: World, budgetCycles: bigint): RunEvents {
    const { meanings, parts, leg } = this.#options;
    return referenceEvents(world, budgetCycles, { meanings, parts, leg });
  }

  endWhen(isOver: () => boolean): void {
    this.#goesOn = () => !isOver();
  }

  run(world: World, leg: Leg): Finish {
    const recorded = this.#recorder?.begin(world, leg);
    const { meanings, parts, leg: legParts } = this.#options;
    const observer = recorded?.observer;
    const made = this.machineFor(world, leg, {
      meanings,
      parts,
      leg: legParts,
      observer,
      goesOn: this.#goesOn,
      // Parts that are wrong on purpose may decode otherwise each time: their machines never share.
      ...(decodesAnew(leg) && !(meanings ?? parts ?? legParts) && { decoded: new DecodedCode() }),
    });
    const { machine, calls, hostCalls } = made;
    let loadedBytes: bigint | undefined;
    let stop: Stop;
    let started = false;
    try {
      if (leg.start === "boot") loadedBytes = boot(made, world, legParts);
      else calls.context.resume(machine, leg.start);
      machine.maxCycles = leg.maxCycles;
      started = true;
      recorded?.started(machine);
      stop = stopOf(machine.run());
    } catch (error) {
      if (error instanceof EndlessRunError) {
        const message = `${this.name}: ${error.message}: given up at cycle ${machine.cycles}`;
        throw new TargetError(message, { kind: "hung", target: this.name });
      }
      if (!(error instanceof FaultError)) throw error;
      stop = stopOf({ kind: "fault", fault: error.fault });
    }
    const snapshot = leg.snapshot ? (hostCalls.snapshot ?? calls.context.makeSnapshot(machine)) : undefined;
    recorded?.ended(machine, stop, snapshot);
    return {
      stop,
      started,
      // The machine has ended: nothing changes its memory any more.
      state: stateOf(machine, calls.output()),
      retired: machine.retired(),
      ...(snapshot !== undefined && { snapshot }),
      ...(loadedBytes !== undefined && { loadedBytes }),
    };
  }

  /** The machine that runs a leg: a fresh one, in which nothing is loaded. */
  protected machineFor(world: World, { maxCycles }: Leg, extras: MachineExtras): ReferenceMachine {
    return machineFor(world, maxCycles, extras);
  }
}

/** Of legs that resume, one in so many: solo runs and relays would otherwise never decode the same code twice. */
const ANEW_EVERY = 8n;

function decodesAnew({ start }: Leg): boolean {
  return start !== "boot" && start.cycles % ANEW_EVERY === 0n;
}

function stopOf(result: RunResult): Stop {
  if (result.kind === "exit") return result;
  if (result.fault.name === "CyclesExceeded") return { kind: "budget" };
  if (result.fault.name === "Pause") return { kind: "pause" };
  return result;
}

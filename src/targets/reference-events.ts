import type { RunEvent, RunEvents, World } from "../case/index.ts";
import { FaultError } from "../machine/index.ts";
import { EventRecorder } from "./event-recorder.ts";
import { boot, machineFor, type MachineExtras } from "./reference-machine.ts";

/** Instructions of which events are recorded; more would cost more than cuts in them are worth. */
export const OBSERVED_MAX = 4096;

/**
 * What happens when in a run of `world` on the reference, in exact cycles: recorded for the first `observedMax`
 * instructions (or fused sequences), and without a delay behind them, up to the end.
 *
 * A store to a new page makes a page dirty. A branch or jump is taken if it does not go on right behind itself. What
 * faults is a fault and nothing else, but for a system call, which was made all the same; its cycles begin before the
 * instruction, and end with the run. Where nothing could be fetched or decoded, that is the same cycle count. A budget
 * that is spent is no event, nor is a pause.
 */
export function referenceEvents(
  world: World,
  budgetCycles: bigint,
  extras: Omit<MachineExtras, "observer"> = {},
  observedMax: number = OBSERVED_MAX,
): RunEvents {
  const recorder = new EventRecorder(observedMax);
  const made = machineFor(world, budgetCycles, { ...extras, observer: recorder });
  recorder.watch(made.machine);
  try {
    boot(made, world, extras.leg);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { cycles: made.machine.cycles, events: [], boundaries: [], whole: true };
  }
  recorder.end(made.machine.run());
  return new RecordedEvents(made.machine.cycles, recorder);
}

/** Recorded events; boundaries become bigints only where somebody asks for them. */
class RecordedEvents implements RunEvents {
  readonly cycles: bigint;
  readonly events: readonly RunEvent[];
  readonly whole: boolean;
  readonly #ends: readonly number[];
  #boundaries: readonly bigint[] | undefined;

  constructor(cycles: bigint, { events, ends, every }: EventRecorder) {
    this.cycles = cycles;
    this.events = events;
    this.whole = every;
    this.#ends = ends;
  }

  get boundaries(): readonly bigint[] {
    return (this.#boundaries ??= this.#ends.map(BigInt));
  }
}

import type { World } from "../case/index.ts";
import {
  ReferenceTarget,
  type Finish,
  type Leg,
  type MachineExtras,
  type ReferenceMachine,
  type ReferenceOptions,
  type WorldSnapshot,
} from "../targets/index.ts";

/** What a faulty target does otherwise than the reference; each part may be left out. */
export interface FaultOptions extends Omit<ReferenceOptions, "coverage"> {
  /** The world that it runs instead of the one it was given. */
  readonly world?: (world: World, leg: Leg) => World;
  /** The leg that it runs instead of the one it was asked for. */
  readonly asked?: (leg: Leg, world: World) => Leg;
  /** What it resumes instead of what it was given. */
  readonly resumes?: (snapshot: WorldSnapshot, leg: Leg) => WorldSnapshot;
  /** What it hands over instead of what it should; `resumed` legs began with a snapshot; behind it, what it shows. */
  readonly gives?: (snapshot: WorldSnapshot, resumed: boolean, finish: Finish) => WorldSnapshot;
  /** What it shows instead of what came of it. */
  readonly finish?: (finish: Finish, leg: Leg, world: World) => Finish;
  /**
   * What it does to a fresh machine, before anything is loaded or resumed, because of the machine of the leg before, of the same
   * program: what is left in a machine that is used again.
   */
  readonly leftover?: (fresh: ReferenceMachine, last: ReferenceMachine, leg: Leg) => void;
}

/**
 * Turns after which a run of a target with a fault is given up: a fault may be that no limit ends it. A program with its limit takes
 * thousands, and these take about a second.
 */
const TURNS_MAX = 2 ** 22;

/** The reference with one fault. A leg that would go on for ever fails as a process that hangs does (TargetError). */
export class FaultyTarget extends ReferenceTarget {
  override readonly name: string;
  readonly #fault: FaultOptions;
  #last: ReferenceMachine | undefined;
  #lastProgram: Uint8Array | undefined;

  constructor(name: string, fault: FaultOptions) {
    super({ ...fault, parts: { turnsMax: TURNS_MAX, ...fault.parts } });
    this.name = name;
    this.#fault = fault;
  }

  override run(given: World, asked: Leg): Finish {
    const { resumes, gives } = this.#fault;
    const world = this.#fault.world?.(given, asked) ?? given;
    let leg = this.#fault.asked?.(asked, given) ?? asked;
    if (leg.start !== "boot" && resumes) leg = { ...leg, start: resumes(leg.start, leg) };
    let finish = super.run(world, leg);
    finish = this.#fault.finish?.(finish, asked, given) ?? finish;
    if (!finish.snapshot || !gives) return finish;
    return { ...finish, snapshot: gives(finish.snapshot, asked.start !== "boot", finish) };
  }

  protected override machineFor(world: World, leg: Leg, extras: MachineExtras): ReferenceMachine {
    const made = super.machineFor(world, leg, extras);
    const { leftover } = this.#fault;
    if (leftover) {
      // What ran before of another program is forgotten: a case would break a law or not by what was checked before it.
      if (this.#last && this.#lastProgram === world.program) leftover(made, this.#last, leg);
      this.#last = made;
      this.#lastProgram = world.program;
    }
    return made;
  }
}

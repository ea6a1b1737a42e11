// Targets with one fault each, put together from what differs.
import type { World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target, type WorldSnapshot } from "../../../src/targets/index.ts";

/** What a faulty target does; each part may be left out. */
export interface Fault {
  /** The world that it runs instead of the one it was given. */
  readonly world?: (world: World, leg: Leg) => World;
  /** The leg that it runs instead of the one it was asked for. */
  readonly leg?: (leg: Leg, world: World) => Leg;
  /** What it resumes instead of what it was given. */
  readonly resumes?: (snapshot: WorldSnapshot, leg: Leg) => WorldSnapshot;
  /** What it shows instead of what came of it. */
  readonly finish?: (finish: Finish, leg: Leg) => Finish;
  /** What it hands over instead of what it should; `resumed` legs began with a snapshot; behind it, what it shows. */
  readonly gives?: (snapshot: WorldSnapshot, resumed: boolean, finish: Finish) => WorldSnapshot;
}

/** The reference with one fault. */
export class FaultyTarget extends ReferenceTarget {
  override readonly name: string = "faulty";
  readonly #fault: Fault;

  constructor(fault: Fault) {
    super();
    this.#fault = fault;
  }

  override run(world: World, asked: Leg): Finish {
    const { resumes, gives } = this.#fault;
    let leg = this.#fault.leg?.(asked, world) ?? asked;
    if (leg.start !== "boot" && resumes) leg = { ...leg, start: resumes(leg.start, leg) };
    let finish = super.run(this.#fault.world?.(world, asked) ?? world, leg);
    finish = this.#fault.finish?.(finish, asked) ?? finish;
    if (!finish.snapshot || !gives) return finish;
    return { ...finish, snapshot: gives(finish.snapshot, asked.start !== "boot", finish) };
  }
}

/** Seeded faults of one law by what a target with them does: `a target that NAME`. */
export type Faults = Readonly<Record<string, Fault | (() => Target)>>;

/** A target with a fault. */
export function withFault(fault: Fault | (() => Target)): Target {
  return typeof fault === "function" ? fault() : new FaultyTarget(fault);
}

/** A snapshot whose register `r` has its lowest bit turned. */
export function registerTurned(snapshot: WorldSnapshot, r: number): WorldSnapshot {
  return { ...snapshot, registers: snapshot.registers.map((value, k) => (k === r ? value ^ 1n : value)) };
}

/** Runs of one page each. */
export function pageByPage(snapshot: WorldSnapshot): WorldSnapshot {
  return {
    ...snapshot,
    dirtyPages: snapshot.dirtyPages.flatMap((run) =>
      Array.from({ length: run.content.length / 4096 }, (_, k) => ({
        ...run,
        address: run.address + BigInt(k * 4096),
        content: run.content.subarray(k * 4096, (k + 1) * 4096),
      })),
    ),
  };
}

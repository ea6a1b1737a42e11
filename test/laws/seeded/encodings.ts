import type { World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg, type WorldSnapshot } from "../../../src/targets/index.ts";
import { withRegisters } from "../altered.ts";
import { FaultyTarget, registerTurned, type Fault, type Faults } from "./faulty-target.ts";

/** Keeps something beside the snapshots that it gives, and misses it in others. */
class KnowsItsOwn extends ReferenceTarget {
  readonly #own = new WeakSet<WorldSnapshot>();
  readonly #missing: Fault;

  /** @param missing what is wrong behind a snapshot that it did not give */
  constructor(missing: Fault) {
    super();
    this.#missing = missing;
  }

  override run(world: World, leg: Leg): Finish {
    const { start } = leg;
    const foreign = start !== "boot" && !this.#own.has(start);
    const finish = foreign ? new FaultyTarget(this.#missing).run(world, leg) : super.run(world, leg);
    if (finish.snapshot) this.#own.add(finish.snapshot);
    return finish;
  }
}

/** What breaks law encodings. */
export const ENCODINGS_FAULTS: Faults = {
  "keeps something beside its snapshots": () =>
    new KnowsItsOwn({ resumes: (snapshot) => registerTurned(snapshot, 31) }),
  "shows another register behind a snapshot that it did not give": () =>
    new KnowsItsOwn({ finish: (finish) => ({ ...finish, state: { ...finish.state, ...withRegisters(finish, 31) } }) }),
  "hands over another register behind a snapshot that it did not give": () =>
    new KnowsItsOwn({ gives: (snapshot) => registerTurned(snapshot, 31) }),
  "gives flags that fit no byte": {
    gives: (snapshot) => ({
      ...snapshot,
      dirtyPages: snapshot.dirtyPages.map((run) => ({ ...run, flag: run.flag + 256 })),
    }),
  },
  "gives a register too many": {
    gives: (snapshot) => ({ ...snapshot, registers: BigUint64Array.from([...snapshot.registers, 0n]) }),
  },
  "gives cycles below zero": { gives: (snapshot) => ({ ...snapshot, cycles: -1n }) },
};

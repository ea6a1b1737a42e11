import type { World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg, type WorldSnapshot } from "../../../src/targets/index.ts";
import { registerTurned, type Faults } from "./faulty-target.ts";

/** Keeps something beside the snapshots that it gives, and misses it in others. */
class KnowsItsOwn extends ReferenceTarget {
  readonly #own = new WeakSet<WorldSnapshot>();

  override run(world: World, leg: Leg): Finish {
    const { start } = leg;
    const foreign = start !== "boot" && !this.#own.has(start);
    const finish = super.run(world, foreign ? { ...leg, start: registerTurned(start, 31) } : leg);
    if (finish.snapshot) this.#own.add(finish.snapshot);
    return finish;
  }
}

/** What breaks law encodings. */
export const ENCODINGS_FAULTS: Faults = {
  "keeps something beside its snapshots": () => new KnowsItsOwn(),
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

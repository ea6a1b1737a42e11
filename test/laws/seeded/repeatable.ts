import type { World } from "../../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Leg } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import type { Faults } from "./faulty-target.ts";

/** Shows a reservation of the run before, as a machine that is used again might. */
class UsedAgain extends ReferenceTarget {
  #runs = 0n;

  override run(world: World, leg: Leg): Finish {
    return withState(super.run(world, leg), { reservation: this.#runs++ });
  }
}

/** Has the output of the run before still. */
class KeepsOutput extends ReferenceTarget {
  #before: Uint8Array = Buffer.of(1);

  override run(world: World, leg: Leg): Finish {
    const finish = super.run(world, leg);
    const output = Buffer.concat([this.#before, finish.state.output ?? new Uint8Array(0)]);
    this.#before = output;
    return withState(finish, { output });
  }
}

/** What breaks law repeatable. */
export const REPEATABLE_FAULTS: Faults = {
  "has another reservation in every run": () => new UsedAgain(),
  "prints again what it printed in earlier runs": () => new KeepsOutput(),
};

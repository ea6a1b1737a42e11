import type { World } from "../../../src/case/index.ts";
import { meaning } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

/** What breaks law differential: each is the same in every leg, so that no relay of the target itself shows it. */
export const DIFFERENTIAL_FAULTS: Faults = {
  "adds without the lowest bit": () =>
    meaning("add", (right) => (h, i) => (right(h, i), i.rd < 32 && i.rd > 0 && (h.x[i.rd] &= ~1n))),
  "has 4 KiB of memory less": { world: (world: World) => ({ ...world, memorySize: world.memorySize - 4096 }) },
  "sets every page dirty that it has": {
    finish: (finish) =>
      finish.state.pageFlags
        ? { ...finish, state: { ...finish.state, pageFlags: finish.state.pageFlags.map((flags) => flags | 4) } }
        : finish,
  },
};

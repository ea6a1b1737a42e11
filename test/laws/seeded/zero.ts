import type { Finish } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed, meaning } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

const withZero = (finish: Finish): Finish =>
  withState(finish, { registers: finish.state.registers!.map((value, r) => (r === 0 ? 4n : value)) });

/** What breaks law zero. */
export const ZERO_FAULTS: Faults = {
  "writes x0 where addi names it": () =>
    meaning("addi", (right) => (h, i) => (right(h, i), i.rd === 32 && (h.x[0] = 1n))),
  "has an x0 that is not zero behind a resume": () =>
    changed((finish, _, leg) => (leg.start === "boot" ? finish : withZero(finish))),
  "hands over another x0 than its machine has": () =>
    changed(({ snapshot, ...finish }) => {
      if (!snapshot) return finish;
      return { ...finish, snapshot: { ...snapshot, registers: snapshot.registers.map((v, r) => (r === 0 ? 1n : v)) } };
    }),
};

import { INSTRUCTIONS } from "../../../src/isa/index.ts";
import type { Target } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

/** The reference that counts `by` more cycles for each time it executed one of these rows. */
function costing(names: (name: string) => boolean, by: bigint): Target {
  const rows = INSTRUCTIONS.filter((row) => names(row.name)).map(({ index }) => index);
  return changed((finish) => {
    const times = BigInt(rows.reduce((sum, row) => sum + finish.retired![row], 0));
    const more = (cycles: bigint): bigint => cycles + by * times;
    const { snapshot } = finish;
    const result = withState(finish, { cycles: more(finish.state.cycles!) });
    return snapshot ? { ...result, snapshot: { ...snapshot, cycles: more(snapshot.cycles) } } : result;
  });
}

/** What breaks law cycles. */
export const CYCLES_FAULTS: Faults = {
  "charges 31 for divisions": () => costing((name) => /^(div|rem)/.test(name), -1n),
  "charges one more for 16-bit loads": () => costing((name) => /^c\.l[dw]/.test(name), 1n),
  "charges 499 for environment calls": () => costing((name) => name === "ecall", -1n),
};

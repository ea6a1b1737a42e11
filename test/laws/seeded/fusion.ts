import { FUSION_RULES, INSTRUCTIONS } from "../../../src/isa/index.ts";
import type { Finish, Target } from "../../../src/targets/index.ts";
import { withRegisters, withState } from "../altered.ts";
import { changed } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

const rowsOf = (name: string): number[] =>
  FUSION_RULES.flatMap((rule, k) => (rule.name === name ? [INSTRUCTIONS.length + k] : []));

/** The reference with another finish where a rule was used. */
export function onRule(name: string, change: (finish: Finish) => Finish): Target {
  const rows = rowsOf(name);
  return changed((finish) => (rows.some((row) => finish.retired![row] > 0) ? change(finish) : finish));
}

/** What breaks law fusion. */
export const FUSION_FAULTS = {
  "loses the carry of a fused ADC": () => onRule("ADC", (f) => withState(f, withRegisters(f, 6))),
  "charges 6 for a fused product": () => onRule("WIDE_MUL", (f) => withState(f, { cycles: f.state.cycles! + 1n })),
  "leaves pc behind the first instruction of a sequence": () =>
    onRule("WIDE_MUL", (f) => withState(f, { pc: f.state.pc! - 4n })),
} as const satisfies Faults;

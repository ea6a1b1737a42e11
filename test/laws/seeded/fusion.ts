import type { World } from "../../../src/case/index.ts";
import { FUSION_RULES, INSTRUCTIONS, instructionsNamed, ISA_MOP } from "../../../src/isa/index.ts";
import { ReferenceTarget, type Finish, type Leg, type Target } from "../../../src/targets/index.ts";
import { withRegisters, withState } from "../altered.ts";
import { changed, meaning } from "../law-counts.ts";
import type { Faults } from "./faulty-target.ts";

const rowsOf = (name: string): number[] =>
  FUSION_RULES.flatMap((rule, k) => (rule.name === name ? [INSTRUCTIONS.length + k] : []));

/** The reference with another finish where a rule was used. */
export function onRule(name: string, change: (finish: Finish) => Finish): Target {
  const rows = rowsOf(name);
  return changed((finish) => (rows.some((row) => finish.retired![row] > 0) ? change(finish) : finish));
}

/** The reference, but for remu where a world has fusion. */
class FusedDivision extends ReferenceTarget {
  readonly #wrong = meaning("remu", () => instructionsNamed("divu")[0].meaning);

  override run(world: World, leg: Leg): Finish {
    return world.isa & ISA_MOP ? (this.#wrong.run(world, leg) as Finish) : super.run(world, leg);
  }
}

/** What breaks law fusion. */
export const FUSION_FAULTS = {
  "loses the carry of a fused ADC": () => onRule("ADC", (f) => withState(f, withRegisters(f, 6))),
  "takes quotients for remainders where it fuses": () => new FusedDivision(),
  "charges 6 for a fused product": () => onRule("WIDE_MUL", (f) => withState(f, { cycles: f.state.cycles! + 1n })),
  "leaves pc behind the first instruction of a sequence": () =>
    onRule("WIDE_MUL", (f) => withState(f, { pc: f.state.pc! - 4n })),
} as const satisfies Faults;

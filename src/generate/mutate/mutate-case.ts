import type { Case } from "../../case/index.ts";
import type { GeneratedCase } from "../case.ts";
import { isGenerated } from "../case-file.ts";
import { checkSeed } from "../options.ts";
import { Random } from "../random.ts";
import { offersHostCalls } from "../families/host-call.ts";
import { mutateCode } from "./code.ts";
import { mutateItems } from "./items.ts";
import { mutatePlan } from "./plan.ts";

/** Tries for a mutation that can be had; behind them the cut plan is changed, which always can. */
const TRIES = 8;
const INSTRUCTIONS_MAX = 3;

/**
 * A case that differs a little from `original`: in instructions, cuts, budget or the targets of its legs. The same case,
 * seed, index and donor always give the same. Mutants of generated cases are generated cases: their programs end as the
 * original was made to, and they can be shrunk. Of others (read from files, written by hand) single instructions are changed
 * in place; such programs may do anything within their budget.
 * @param donor a case to take instructions from, where both were generated
 * @throws RangeError if the seed or index is none
 * @throws AssemblyError if the program is no ELF file that can be read
 */
export function mutateCase(original: Case, seed: number | bigint, index = 0, donor: Case = original): Case {
  checkSeed(seed, index);
  const random = new Random(seed, index);
  const provenance = `${original.provenance ?? "a case"}, mutated by seed ${seed} index ${index}`;
  const rewritten = random.chance(25) ? undefined : mutateProgram(random, original, donor);
  const mutant = rewritten === undefined || random.chance(30) ? mutatePlan(random, rewritten ?? original) : rewritten;
  // What the original was compared with says nothing of its mutants.
  const { counterpart: _, ...alone } = mutant;
  return { ...alone, provenance };
}

function mutateProgram(random: Random, original: Case, donor: Case): Case | undefined {
  if (isGenerated(original) && original.intent !== "fault") return mutateGenerated(random, original, donor);
  // What keeps an address from being executed, changed and executed again stands in the program: a mutant may lack it.
  if (!original.world.writeXorExecute || offersHostCalls(original.world.systemCalls)) return undefined;
  const program = mutateCode(random, original.world.program, random.between(1, INSTRUCTIONS_MAX));
  if (!program) return undefined;
  // The text and the symbols it came from are no longer its own.
  const { world, cuts, budget, legTargets } = original;
  return { world: { ...world, program }, cuts, budget, ...(legTargets && { legTargets }) };
}

function mutateGenerated(random: Random, original: GeneratedCase, donor: Case): GeneratedCase | undefined {
  const from = isGenerated(donor) ? donor : original;
  for (let tries = 0; tries < TRIES; tries++) {
    const mutant = mutateItems(random, original, from);
    if (mutant) return mutant;
  }
  return undefined;
}

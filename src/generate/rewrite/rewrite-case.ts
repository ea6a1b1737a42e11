import type { Change } from "../../case/index.ts";
import type { GeneratedCase } from "../case.ts";
import type { Random } from "../random.ts";
import { buildCase } from "./build-case.ts";
import { dataRelocation } from "./data-relocation.ts";
import { encoding } from "./encoding.ts";
import { deadCode, nops } from "./insertion.ts";
import { plainCase } from "./plain.ts";
import { relocation } from "./relocation.ts";
import { renaming } from "./renaming.ts";
import { reordering } from "./reordering.ts";
import type { Rewriting } from "./rewriting.ts";
import { unrolling } from "./unrolling.ts";

/**
 * Every way, in the order in which they are done one behind the other: what looks closely at a program comes before what
 * puts into it what it does not know. A new one is one file and one name here.
 */
export const REWRITINGS: readonly Rewriting[] = [
  dataRelocation,
  renaming,
  reordering,
  unrolling,
  nops,
  deadCode,
  encoding,
  relocation,
];

/** One rewriting of a case: which, the case behind it, and what may differ from the case before it. */
export interface RewritingStep {
  readonly name: string;
  readonly rewritten: GeneratedCase;
  readonly change: Change;
}

/** A plain case, and the same rewritten step by step. */
export interface RewrittenCase {
  readonly original: GeneratedCase;
  /** At least one; of those before the last one, the cases are made when they are asked for. */
  readonly steps: readonly RewritingStep[];
}

/** Of 100 cases, those that lose their branches for the rewritings that cannot have them, and of these those that are done. */
const PERCENT_STRAIGHT = 50;
const PERCENT_DONE = 50;

/**
 * Rewrites a case in some of the possible ways, one behind the other.
 * @param only the name of the one rewriting that is wanted; several are drawn if left out
 * @returns undefined if there is nothing to rewrite
 */
export function rewriteCase(random: Random, checked: GeneratedCase, only?: string): RewrittenCase | undefined {
  const chosen = only === undefined ? choose(random) : REWRITINGS.filter(({ name }) => name === only);
  const branches = !chosen.some(({ withoutBranches }) => withoutBranches);
  const original = plainCase(checked, { branches, blind: chosen.some(({ blind }) => blind) });
  const { world } = original;
  let { program, budget } = original;
  const steps: RewritingStep[] = [];
  for (const rewriting of chosen) {
    const result = rewriting.rewrite(random, program, world);
    if (!result) continue;
    const { program: after, ...change } = result;
    program = after;
    budget += change.moreCycles;
    steps.push(new LazyStep(rewriting.name, change, { original, program, budget }));
  }
  return steps.length > 0 ? { original, steps } : undefined;
}

function choose(random: Random): Rewriting[] {
  const straight = random.chance(PERCENT_STRAIGHT);
  const possible = REWRITINGS.filter(({ withoutBranches }) => straight || !withoutBranches);
  const chosen = possible.filter(() => random.chance(PERCENT_DONE));
  return chosen.length > 0 ? chosen : [random.pick(possible)];
}

/** What a step needs to make its case. */
interface Parts extends Pick<RewrittenCase, "original">, Pick<GeneratedCase, "program" | "budget"> {}

/** Most steps are never looked at alone. */
class LazyStep implements RewritingStep {
  readonly name: string;
  readonly change: Change;
  readonly #parts: Parts;
  #rewritten: GeneratedCase | undefined;

  constructor(name: string, change: Change, parts: Parts) {
    this.name = name;
    this.change = change;
    this.#parts = parts;
  }

  get rewritten(): GeneratedCase {
    const { original, program, budget } = this.#parts;
    return (this.#rewritten ??= buildCase(original, program, original.world, budget));
  }
}

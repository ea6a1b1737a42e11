import { cycleBounds } from "../bounds.ts";
import { isTight } from "../budgets.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import { layOut } from "../layout.ts";
import type { GeneratedProgram, Item } from "../program.ts";
import { staysLoadable } from "./loadable.ts";

/**
 * The case with another program: with its cuts where they are, and moved by what the whole run became shorter.
 * There is none where that program could not be loaded any more.
 * @param mayNotFit true if the program may be too large for where it is to stand; then there is no such case
 */
export function* withProgram(
  original: GeneratedCase,
  program: GeneratedProgram,
  mayNotFit = false,
): Generator<GeneratedCase> {
  const { world, cuts } = original;
  if (!staysLoadable(original, program, world)) return;
  const same = mayNotFit ? rebuiltIfItFits(original, program) : rebuildCase(original, program, world, cuts);
  if (!same) return;
  yield same;
  yield* withExactBudget(original, same);
  if (cuts.length === 0 && original.intent !== "budget") return;
  const saved = BigInt(longest(original) - longest(same));
  if (saved <= 0n) return;
  const moved = [...new Set(cuts.map((cut) => (cut > saved ? cut - saved : 0n)))];
  yield { ...same, cuts: moved };
  if (original.intent === "budget" && original.budget > saved) {
    yield { ...same, cuts: moved, budget: original.budget - saved };
  }
}

/**
 * A budget that is as much as a run takes, or a cycle more, may have come from that run alone: bounds from the shape of
 * the program were wider. Where they are exact for what is left of it, it can be as tight again.
 */
function* withExactBudget(original: GeneratedCase, same: GeneratedCase): Generator<GeneratedCase> {
  if (original.intent !== "exit" || !isTight(original.budget, longest(original))) return;
  const { least, most } = cycleBounds(layOut(same.program), same.world);
  if (least !== most) return;
  for (const budget of [BigInt(most), BigInt(most) + 1n]) if (budget !== same.budget) yield { ...same, budget };
}

function rebuiltIfItFits(original: GeneratedCase, program: GeneratedProgram): GeneratedCase | undefined {
  try {
    return rebuildCase(original, program, original.world, original.cuts);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same for a program of which only the items are others. */
export function withItems(original: GeneratedCase, items: readonly Item[]): Generator<GeneratedCase> {
  return withProgram(original, { ...original.program, items }, true);
}

const known = new WeakMap<GeneratedProgram, { world: GeneratedCase["world"]; most: number }>();

/** Cycles of the longest run. Of a case that is shrunk it is asked again with each attempt. */
function longest({ program, world }: GeneratedCase): number {
  const before = known.get(program);
  if (before?.world === world) return before.most;
  const { most } = cycleBounds(layOut(program), world);
  known.set(program, { world, most });
  return most;
}

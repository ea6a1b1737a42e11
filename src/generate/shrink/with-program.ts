import { cycleBounds } from "../bounds.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import { layOut } from "../layout.ts";
import type { GeneratedProgram, Item } from "../program.ts";

/** The case with another program: with its cuts where they are, and moved by what the whole run became shorter. */
export function* withProgram(original: GeneratedCase, program: GeneratedProgram): Generator<GeneratedCase> {
  const { world, cuts } = original;
  const same = rebuildCase(original, program, world, cuts);
  yield same;
  if (cuts.length === 0 && original.intent !== "budget") return;
  const saved = BigInt(longest(original) - longest(same));
  if (saved <= 0n) return;
  const moved = [...new Set(cuts.map((cut) => (cut > saved ? cut - saved : 0n)))];
  yield { ...same, cuts: moved };
  if (original.intent === "budget" && original.budget > saved) {
    yield { ...same, cuts: moved, budget: original.budget - saved };
  }
}

/** The same for a program of which only the items are others. */
export function withItems(original: GeneratedCase, items: readonly Item[]): Generator<GeneratedCase> {
  return withProgram(original, { ...original.program, items });
}

function longest({ program, world }: GeneratedCase): number {
  return cycleBounds(layOut(program), world).most;
}

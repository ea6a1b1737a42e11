import { cycleBounds } from "../bounds.ts";
import { rebuildCase, type GeneratedCase } from "../case.ts";
import { layOut } from "../layout.ts";
import type { Item } from "../program.ts";
import { changes, runs, type Pass } from "./pass.ts";

/** Takes away items, many at once and then single ones. */
export const removeItems: Pass = function* (original, from) {
  const { items } = original.program;
  for (const { start, end, next } of runs(items.length, from)) {
    const left = [...items.slice(0, start), ...items.slice(end)];
    for (const smaller of withItems(original, left)) yield { smaller, next };
  }
};

/** Takes away the head and foot of a loop, or a function's head and its calls, and leaves what is inside. */
export const removeFrames: Pass = function* (original, from) {
  const { items } = original.program;
  yield* changes(items.length, from, (k) => {
    const { kind, id } = items[k];
    if (kind !== "loop" && kind !== "function") return [];
    const partner = kind === "loop" ? "end" : "call";
    const left = items.filter((item, n) => n !== k && !(item.kind === partner && item.target === id));
    return withItems(original, left);
  });
};

/** The case with other items: with its cuts where they are, and moved by what the whole run became shorter. */
export function* withItems(original: GeneratedCase, items: readonly Item[]): Generator<GeneratedCase> {
  const program = { ...original.program, items };
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

function longest({ program, world }: GeneratedCase): number {
  return cycleBounds(layOut(program), world.cost).most;
}

import { generateCase } from "../generate/index.ts";
import type { Target } from "../targets/index.ts";
import type { NamedCase } from "./check-case.ts";
import { worldKindsAt } from "./world-kinds.ts";

/**
 * Random case `k` of a gate over these targets: each target in turn has the worlds made for it that it runs, where it runs few; some
 * worlds are without W^X, some have host calls. The first target, in a gate always the reference, says where cuts are worth it.
 */
export function gateCaseAt(seed: number | bigint, targets: readonly Target[], k: number): NamedCase {
  return {
    name: `seed ${seed} case ${k}`,
    checked: generateCase(seed, k, {
      kinds: worldKindsAt(targets, k),
      events: ({ world, budget }) => targets[0].events?.(world, budget),
    }),
  };
}

import type { World } from "../../case/index.ts";
import { cycleBounds } from "../bounds.ts";
import { SPARE_CYCLES } from "../budgets.ts";
import type { GeneratedCase } from "../case.ts";
import { elfOf } from "../elf.ts";
import { layOut } from "../layout.ts";
import type { GeneratedProgram } from "../program.ts";
import type { Surroundings } from "../surroundings.ts";

/**
 * A case that is to exit, without cuts, that comes from `original` but for its program and its world.
 * @param budget cycles; more than the program needs if left out @throws RangeError if its code is longer than its room
 */
export function buildCase(
  original: GeneratedCase,
  program: GeneratedProgram,
  surroundings: Surroundings,
  budget?: bigint,
): GeneratedCase {
  const layout = layOut(program);
  const world: World = { ...surroundings, program: elfOf(program, layout) };
  const families = [...new Set(program.items.map(({ family }) => family))];
  const enough = budget ?? BigInt(cycleBounds(layout, surroundings).most) + SPARE_CYCLES;
  return { ...original, intent: "exit", world, cuts: [], budget: enough, program, families };
}

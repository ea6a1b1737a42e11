import { cycleBounds } from "../bounds.ts";
import type { GeneratedCase } from "../case.ts";
import { layOut } from "../layout.ts";

/** Cycles of a program without branches, exactly. */
export function mostCycles({ program, world }: GeneratedCase): bigint {
  return BigInt(cycleBounds(layOut(program), world).most);
}

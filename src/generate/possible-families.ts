import { FAMILIES } from "./families/index.ts";
import type { Family, FamilyWorld } from "./families/family.ts";

/** What was found before, by the system calls of the world, and by what else families ask of it. */
const known = new WeakMap<readonly number[], (readonly Family[])[]>();

/** The families that are asked for and can be had; where there is none, the first of all. */
export function possibleFamilies(world: FamilyWorld, names: readonly string[] | undefined): readonly Family[] {
  if (names) return select(world, names);
  // Most worlds have the same array of calls, and there are few kinds of the rest.
  let ofCalls = known.get(world.systemCalls);
  if (!ofCalls) known.set(world.systemCalls, (ofCalls = []));
  return (ofCalls[2 * world.isa + (world.writeXorExecute ? 1 : 0)] ??= select(world, undefined));
}

function select(world: FamilyWorld, names: readonly string[] | undefined): readonly Family[] {
  const possible = FAMILIES.filter(
    (family) => (names?.includes(family.name) ?? true) && (family.possible?.(world) ?? true),
  );
  return possible.length > 0 ? possible : FAMILIES.slice(0, 1);
}

import { DEFAULT_WORLD, type WorldKind } from "../case/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../isa/index.ts";
import type { Capabilities } from "../targets/index.ts";

const DEFAULT_SYSTEM_CALLS = DEFAULT_WORLD.systemCalls;
const VERSIONS = [0, 1, 2] as const;

/**
 * Kinds of worlds to make for a target: those it names; where random worlds would seldom suit what it can run, one that
 * does; undefined where any will do.
 */
export function worldKindsFor(capabilities: Capabilities): readonly WorldKind[] | undefined {
  const { versions, isa, memorySizeMax, costs, systemCalls, worldKinds } = capabilities;
  if (worldKinds) return worldKinds;
  const calls = DEFAULT_SYSTEM_CALLS.filter((call) => systemCalls.includes(call));
  const possible = VERSIONS.filter((version) => versions.includes(version));
  const small = memorySizeMax < DEFAULT_WORLD.memorySize;
  const all = calls.length === DEFAULT_SYSTEM_CALLS.length && possible.length === VERSIONS.length && !small;
  if (all && costs.length > 1 && (isa & (ISA_A | ISA_B)) === (ISA_A | ISA_B)) return undefined;
  const sets = [0, ISA_A, ISA_B, ISA_A | ISA_B].flatMap((set) => [set, set | ISA_MOP]);
  return [
    {
      isa: sets.filter((set) => (set & ~isa) === 0),
      ...(possible.length > 0 && { versions: possible }),
      ...(small && { memorySize: memorySizeMax }),
      ...(costs.length === 1 && { cost: costs[0] }),
      systemCalls: calls,
    },
  ];
}

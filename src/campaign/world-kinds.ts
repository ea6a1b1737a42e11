import { DEFAULT_WORLD, type WorldKind } from "../case/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../isa/index.ts";
import type { Capabilities, Target } from "../targets/index.ts";

const DEFAULT_SYSTEM_CALLS = DEFAULT_WORLD.systemCalls;
const VERSIONS = [0, 1, 2] as const;

/** One case in so many is without W^X: 4 %. */
const WRITABLE_CODE_EVERY = 25;

/**
 * Kinds of worlds for case `k` of a gate over these targets: of each target in turn those made for it; and now and then a
 * world without W^X. The same targets and `k` always give the same. Undefined where any world will do.
 */
export function worldKindsAt(targets: readonly Target[], k: number): readonly WorldKind[] | undefined {
  // Two that can run it compare more than one; a gate over a single target has only that one.
  const writers = targets.filter(({ capabilities }) => capabilities.writableCode === true);
  const enough = writers.length >= Math.min(2, targets.length);
  if (!enough || k % WRITABLE_CODE_EVERY !== WRITABLE_CODE_EVERY - 1) {
    return worldKindsFor(targets[k % targets.length].capabilities);
  }
  const turn = Math.floor(k / WRITABLE_CODE_EVERY) % writers.length;
  const kinds = worldKindsFor(writers[turn].capabilities) ?? [{}];
  return kinds.map((kind) => ({ ...kind, writeXorExecute: false }));
}

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

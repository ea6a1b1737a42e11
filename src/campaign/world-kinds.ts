import { DEFAULT_WORLD, HOST_CALLS, type WorldKind } from "../case/index.ts";
import { MEMORY_SIZE_LARGE_MAX } from "../generate/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../isa/index.ts";
import type { Capabilities, Target } from "../targets/index.ts";

const DEFAULT_SYSTEM_CALLS = DEFAULT_WORLD.systemCalls;
const VERSIONS = [0, 1, 2] as const;

/** One case in so many is without W^X: 4 %; one in so many has host calls: 3 %. */
const WRITABLE_CODE_EVERY = 25;
const HOST_CALLS_EVERY = 29;

/** Host calls that are offered together: with some of them, code may be another than the program's. */
const HOST_CALL_GROUPS: readonly (readonly number[])[] = [
  Object.values(HOST_CALLS),
  [HOST_CALLS.setFlags, HOST_CALLS.clearFlags],
  [HOST_CALLS.initPages, HOST_CALLS.setFlags, HOST_CALLS.clearFlags],
  [HOST_CALLS.yield, HOST_CALLS.addCycles, HOST_CALLS.setRegister],
  [HOST_CALLS.reset, HOST_CALLS.addCycles],
];

/**
 * Kinds of worlds for case `k` of a gate over these targets: of each target in turn those made for it; and now and then a
 * world without W^X, or with host calls. The same targets and `k` always give the same. Undefined where any world will do.
 */
export function worldKindsAt(targets: readonly Target[], k: number): readonly WorldKind[] | undefined {
  const writable = k % WRITABLE_CODE_EVERY === WRITABLE_CODE_EVERY - 1;
  const hosted = k % HOST_CALLS_EVERY === HOST_CALLS_EVERY - 1;
  if (writable) {
    const writer = turnOf(targets, Math.floor(k / WRITABLE_CODE_EVERY), ({ writableCode }) => writableCode === true);
    if (writer) return (worldKindsFor(writer) ?? [{}]).map((kind) => ({ ...kind, writeXorExecute: false }));
  } else if (hosted) {
    const host = turnOf(
      targets,
      Math.floor(k / HOST_CALLS_EVERY),
      ({ systemCalls }) => offered(systemCalls).length > 0,
    );
    if (host) return (worldKindsFor(host) ?? [{}]).flatMap((kind) => withHostCalls(kind, host));
  }
  return worldKindsFor(targets[k % targets.length].capabilities);
}

/** What the target whose turn it is can do, of those that can do something; undefined if there are too few. */
function turnOf(
  targets: readonly Target[],
  turn: number,
  can: (capabilities: Capabilities) => boolean,
): Capabilities | undefined {
  const able = targets.filter(({ capabilities }) => can(capabilities));
  // Two that can run it compare more than one; a gate over a single target has only that one.
  return able.length >= Math.min(2, targets.length) ? able[turn % able.length].capabilities : undefined;
}

function withHostCalls(kind: WorldKind, { systemCalls }: Capabilities): WorldKind[] {
  const { systemCalls: calls = DEFAULT_SYSTEM_CALLS } = kind;
  return HOST_CALL_GROUPS.map((group) => group.filter((call) => systemCalls.includes(call)))
    .filter((group) => group.length > 0)
    .map((group) => ({ ...kind, systemCalls: [...calls, ...group] }));
}

function offered(systemCalls: readonly number[]): number[] {
  return HOST_CALL_GROUPS[0].filter((call) => systemCalls.includes(call));
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
  if (all && costs.length > 1 && (isa & (ISA_A | ISA_B)) === (ISA_A | ISA_B)) {
    return memorySizeMax < MEMORY_SIZE_LARGE_MAX ? [{ memorySizeMax }] : undefined;
  }
  const sets = [0, ISA_A, ISA_B, ISA_A | ISA_B].flatMap((set) => [set, set | ISA_MOP]);
  return [
    {
      isa: sets.filter((set) => (set & ~isa) === 0),
      ...(possible.length > 0 && { versions: possible }),
      ...(small ? { memorySize: memorySizeMax } : { memorySizeMax }),
      ...(costs.length === 1 && { cost: costs[0] }),
      systemCalls: calls,
    },
  ];
}

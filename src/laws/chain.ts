import type { Case, World } from "../case/index.ts";
import { unsupportedReason, type Target } from "../targets/target.ts";

/** The target that runs leg `k` of a relay: as the case says, or all in turn. */
export function chainTarget({ legTargets }: Case, targets: readonly Target[], k: number): Target {
  const choice = legTargets && legTargets.length > 0 ? legTargets[k % legTargets.length] : k;
  return targets[choice % targets.length];
}

/** Targets that can be asked of a case, and why not where there is none. */
export interface Usable {
  readonly targets: readonly Target[];
  readonly reason?: string;
}

/** The targets that run `world`. */
export function runners(world: World, targets: readonly Target[]): Usable {
  return select(targets, (target) => unsupportedReason(target, world));
}

/** The targets that run every one of `worlds`. */
export function runnersOfAll(worlds: readonly World[], targets: readonly Target[]): Usable {
  return select(targets, (target) => reasonAgainst(worlds, target));
}

/** Why `target` cannot run every one of `worlds`, or undefined if it can. */
export function reasonAgainst(worlds: readonly World[], target: Target): string | undefined {
  for (const world of worlds) {
    const reason = unsupportedReason(target, world);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** The targets that run `world`, and take and give snapshots. */
export function relayers(world: World, targets: readonly Target[]): Usable {
  return select(
    targets,
    (target) =>
      unsupportedReason(target, world) ??
      (target.capabilities.snapshots ? undefined : `${target.name} takes and gives no snapshots`),
  );
}

function select(targets: readonly Target[], reasonOf: (target: Target) => string | undefined): Usable {
  const reasons = targets.map(reasonOf);
  const usable = targets.filter((_, k) => reasons[k] === undefined);
  const reason = reasons.find((each) => each !== undefined);
  return usable.length > 0 ? { targets: usable } : { targets: [], reason: reason ?? "there is no target" };
}

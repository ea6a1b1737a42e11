import type { Case } from "../case/index.ts";
import { unsupportedReason, type Target } from "../targets/target.ts";

/** Why these targets cannot relay this case, or undefined if they can. */
export function snapshotReason(checked: Case, targets: readonly Target[]): string | undefined {
  for (const target of targets) {
    const reason = unsupportedReason(target, checked.world);
    if (reason) return reason;
    if (!target.capabilities.snapshots) return `${target.name} takes and gives no snapshots`;
  }
  return undefined;
}

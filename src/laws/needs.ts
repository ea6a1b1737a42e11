import type { Case, World } from "../case/index.ts";
import type { Observable, Target } from "../targets/target.ts";
import { reasonAgainst } from "./chain.ts";

/** What a law needs of a target; of one that has it not, it says nothing, or only in few cases. */
export interface Needs {
  /** That it takes and gives snapshots. */
  readonly snapshots?: true;
  /** That it counts what it executes (`Finish.retired`). */
  readonly counts?: true;
  /** Parts of the state that it shows in every finish. */
  readonly observes?: readonly Observable[];
  /** That it runs these worlds; that of the case if left out. */
  worlds?(checked: Case): readonly World[];
}

/**
 * Why a law says nothing of `target` in this case, as far as its capabilities tell; undefined if it can. They do not tell
 * whether it counts what it executes.
 */
export function reasonToLeaveOut(
  { needs = {} }: { readonly needs?: Needs },
  target: Target,
  checked: Case,
): string | undefined {
  const { snapshots, observes = [] } = needs;
  const { capabilities, name } = target;
  const cannot = reasonAgainst(needs.worlds?.(checked) ?? [checked.world], target);
  if (cannot !== undefined) return cannot;
  if (snapshots && !capabilities.snapshots) return `${name} takes and gives no snapshots`;
  const hidden = observes.find((part) => !capabilities.observes.includes(part));
  return hidden && `${name} does not show ${hidden}`;
}

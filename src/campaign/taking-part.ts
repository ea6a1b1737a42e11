import type { Case } from "../case/index.ts";
import { reasonToLeaveOut, type Law, type Verdict } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";

/** What one target had to do with checks of a law that ended with held or broken. */
export interface Part {
  /** Checks that it could have taken part in, by its capabilities and what the law needs. */
  possible: number;
  /** Checks in which a leg of it was compared. */
  took: number;
  /** Checks in which it took no part, by why: a text, or `""` where nothing but the cut plan or the case decided it. */
  readonly reasons: Map<string, number>;
}

/** A check of a law, as far as it says who took part. */
export interface AskedTargets {
  readonly law: Law;
  readonly checked: Case;
  readonly targets: readonly Target[];
}

/** Adds to `parts`, by the name of the target, what each did in a check. A verdict of unsupported counts for nobody. */
export function countParts(parts: Map<string, Part>, { law, checked, targets }: AskedTargets, verdict: Verdict): void {
  if (verdict.kind === "unsupported") return;
  const { tookPart, legsByTarget } = verdict.evidence;
  for (const target of new Map(targets.map((each) => [each.name, each])).values()) {
    const part = partOf(parts, target.name);
    const reason = reasonToLeaveOut(law, target, checked);
    if (reason === undefined) part.possible++;
    if (tookPart ? tookPart.has(target.name) : legsByTarget?.has(target.name)) part.took++;
    else increase(part.reasons, reason ?? "", 1);
  }
}

/** Adds all that `more` has counted to `parts`. */
export function addParts(parts: Map<string, Part>, more: ReadonlyMap<string, Part>): void {
  for (const [name, { possible, took, reasons }] of more) {
    const part = partOf(parts, name);
    part.possible += possible;
    part.took += took;
    for (const [reason, times] of reasons) increase(part.reasons, reason, times);
  }
}

/** True if all that was checked was checked without the target: then nothing is known of it. */
export function tookNoPart(laws: Iterable<{ readonly byTarget: ReadonlyMap<string, Part> }>, name: string): boolean {
  const parts = [...laws].flatMap(({ byTarget }) => byTarget.get(name) ?? []);
  return parts.length > 0 && parts.every(({ took }) => took === 0);
}

function partOf(parts: Map<string, Part>, name: string): Part {
  let part = parts.get(name);
  if (!part) parts.set(name, (part = { possible: 0, took: 0, reasons: new Map() }));
  return part;
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

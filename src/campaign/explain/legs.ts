import type { Case } from "../../case/index.ts";
import type { Target } from "../../targets/index.ts";
import type { Explanation } from "../investigation.ts";
import { freedomOf, tryAll, type Judge } from "./judge.ts";

/** Legs that are looked at. */
const LEGS_MAX = 8;

/** Which legs must run on the target that they run on, where there are several. */
export async function explainLegs(whole: Case, targets: readonly Target[], judge: Judge): Promise<Explanation[]> {
  const count = whole.cuts.length + 1;
  if (targets.length < 2 || count < 2 || count > LEGS_MAX) return [];
  const given = whole.legTargets ?? targets.map((_, k) => k);
  const present = Array.from({ length: count }, (_, leg) => given[leg % given.length] % targets.length);
  const explained: Explanation[] = [];
  for (const [leg, on] of present.entries()) {
    if (judge.bounds.isOver()) break;
    const others = targets.map((_, k) => k).filter((k) => k !== on);
    const counts = await tryAll(
      judge,
      others.map((other) => ({ ...whole, legTargets: present.with(leg, other) })),
    );
    if (counts.tried === 0) break;
    const freedom = freedomOf(counts);
    const names = {
      free: "can be on any target",
      some: "can be on some others",
      needed: `must be on ${targets[on].name}`,
    };
    explained.push({ kind: "legs", part: `leg ${leg}`, freedom, text: names[freedom], ...counts });
  }
  return explained;
}

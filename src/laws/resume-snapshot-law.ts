// Resuming a snapshot and taking one at once gives the same snapshot.
import { compareSnapshots } from "../snapshot/compare.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import type { Divergence, Law, Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";
import { snapshotReason } from "./support.ts";

const NAME = "resume-snapshot";

/**
 * At each cut the snapshot is resumed under its own limit, where no instruction can run, and taken again; the finish
 * must be the one the snapshot came from.
 */
export const resumeSnapshotLaw: Law = {
  name: NAME,
  sentence: "Resuming a snapshot and taking one at once gives the same snapshot.",
  preconditions:
    "Targets take and give snapshots; sources are stable; the leg before ended because its budget was spent. Max cycles are set for each leg, so that a snapshot that loses them is not noticed here.",
  brokenBy: ["canary"],
  cuts: true,
  async check(checked, targets): Promise<Verdict> {
    const reason = snapshotReason(checked, targets);
    if (reason) return { kind: "unsupported", reason };
    const { world, budget } = checked;
    const retired: Float64Array[] = [];
    let legs = 0;
    let cuts = 0;
    let start: Leg["start"] = "boot";
    let last: Finish | undefined;
    let divergence: Divergence | undefined;
    for (const maxCycles of checked.cuts.filter((cut) => cut < budget)) {
      const target = targets[legs % targets.length];
      last = await runLeg(target, world, { start, maxCycles, snapshot: true });
      legs++;
      if (last.retired) retired.push(last.retired);
      if (last.stop.kind !== "budget" || !last.snapshot) break;
      start = last.snapshot;
      const next = targets[legs % targets.length];
      const again = await runLeg(next, world, { start, maxCycles: start.maxCycles, snapshot: true });
      legs++;
      cuts++;
      divergence = difference(last, again, target, next);
      if (divergence) break;
    }
    if (!last) return { kind: "unsupported", reason: "the case has no cut below its budget" };
    if (cuts === 0) return { kind: "unsupported", reason: "the program ends before its first cut" };
    const evidence = { legs, cuts, comparisons: cuts, retired };
    return divergence ? { kind: "broken", divergence, evidence } : { kind: "held", evidence };
  },
};

function difference(before: Finish, again: Finish, from: Target, to: Target): Divergence | undefined {
  // A system call may charge beyond the limit. What follows it was never decoded, and may fault before its cost is asked.
  const beyond = before.snapshot !== undefined && before.snapshot.cycles > before.snapshot.maxCycles;
  const differences = compareFinishes(before, again, ["output"]).filter(({ what }) => !(beyond && what === "stop"));
  differences.push(...snapshotDifference(before, again));
  if (differences.length === 0) return undefined;
  const [expectedFrom, actualFrom] = [`snapshot by ${from.name}`, `resumed and taken again by ${to.name}`];
  return { law: NAME, expectedFrom, actualFrom, expected: before, actual: again, differences };
}

function snapshotDifference({ snapshot: before }: Finish, { snapshot: again }: Finish): Difference[] {
  if (!before || !again) return [{ what: "snapshot", expected: "present", actual: "missing" }];
  const first = compareSnapshots(before, again);
  return first ? [{ what: `snapshot ${first.field}`, expected: first.expected, actual: first.actual }] : [];
}

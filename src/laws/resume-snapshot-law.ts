// Resuming a snapshot and taking one at once gives the same snapshot.
import type { Case } from "../case/index.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";
import { chainTarget, relayers } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Divergence, Law, Verdict } from "./law.ts";
import { runLeg, runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

const NAME = "resume-snapshot";

/**
 * At each cut the snapshot is resumed, in a fresh machine of the next target, under a limit that is spent, where no
 * instruction can run, and taken again; the finish must be the one the snapshot came from.
 */
export const resumeSnapshotLaw: Law = {
  name: NAME,
  sentence: "Resuming a snapshot and taking one at once gives the same snapshot.",
  preconditions:
    "Targets take and give snapshots; sources are stable; the leg before ended because its budget was spent. Max cycles are set for each leg, so that a snapshot that loses them is not noticed here.",
  brokenBy: [
    "canary",
    "canary-storage",
    "forgets the reservation",
    "stores by content what it resumed from a source",
    "hands over page by page what it resumed",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 10,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { world, budget } = checked;
    const limits = checked.cuts.filter((cut) => cut < budget);
    if (limits.length === 0) return { kind: "unsupported", reason: "the case has no cut below its budget" };
    const book = new EvidenceBook();
    let start: Leg["start"] = "boot";
    for (const [k, maxCycles] of limits.entries()) {
      const target = chainTarget(checked, usable, 2 * k);
      const before: Finish = await runLeg(target, world, { start, maxCycles, snapshot: true });
      book.leg(target, before);
      if (before.stop.kind !== "budget" || !before.snapshot) break;
      start = before.snapshot;
      const next = chainTarget(checked, usable, 2 * k + 1);
      const divergence = await compareAgain(checked, usable[0], { target, before }, next, book);
      if (divergence) return { kind: "broken", divergence, evidence: book.evidence() };
    }
    if (book.cuts === 0) return { kind: "unsupported", reason: "the program ends before its first cut" };
    return { kind: "held", evidence: book.evidence() };
  },
};

interface Taken {
  readonly target: Target;
  readonly before: Finish;
}

async function compareAgain(
  checked: Case,
  yardstick: Target,
  { target, before }: Taken,
  next: Target,
  book: EvidenceBook,
): Promise<Divergence | undefined> {
  const { world } = checked;
  const taken = before.snapshot!;
  // A target that stops early would run on under the limit of its leg: what it has spent is spent everywhere. A system
  // call may have charged beyond the limit; then the limit itself is spent.
  const maxCycles = taken.cycles > taken.maxCycles ? taken.maxCycles : taken.cycles;
  const again = await runLeg(next, world, { start: taken, maxCycles, snapshot: true });
  book.leg(next, again);
  book.cut(target, next);
  book.comparisons++;
  const { differences, tolerated } = await compareUnderPolicy({
    world,
    expected: before,
    actual: again,
    target: next,
    yardstick,
    except: ["output", "maxCycles"],
    rerun: async (budget) => (await runSolo({ ...checked, budget }, yardstick, true)).finish,
  });
  book.tolerate(tolerated);
  // What follows a call that charged beyond the limit was never decoded, and may fault before its cost is asked.
  const beyond = taken.cycles > taken.maxCycles;
  const all = [
    ...differences.filter(({ what }) => !(beyond && what === "stop")),
    ...snapshotDifference({ ...taken, maxCycles }, again.snapshot ?? "missing"),
  ];
  if (all.length === 0) return undefined;
  const [expectedFrom, actualFrom] = [`snapshot by ${target.name}`, `resumed and taken again by ${next.name}`];
  const legs = [target.name, next.name];
  return { law: NAME, expectedFrom, actualFrom, expected: before, actual: again, differences: all, legs };
}

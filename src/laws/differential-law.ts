// A target finishes where the reference finishes.
import type { Case } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Divergence, Law, Verdict } from "./law.ts";
import { runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

const NAME = "differential";

/**
 * The solo run on the first target against the solo run on each other one, in all that both show, and the snapshots of
 * both ends.
 */
export const differentialLaw: Law = {
  name: NAME,
  sentence: "A target finishes where the reference finishes.",
  preconditions: "At least two targets run the world; differences that the policy of a target names are tolerated.",
  brokenBy: ["canary-solo"],
  cuts: false,
  comparesState: true,
  targetsMin: 2,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (usable.length < 2) {
      return { kind: "unsupported", reason: `only ${usable[0].name} runs the world of the case` };
    }
    const [yardstick, ...others] = usable;
    const book = new EvidenceBook();
    const solo = await runSolo(checked, yardstick, yardstick.capabilities.snapshots);
    book.relay(solo);
    book.stop = solo.finish.stop;
    for (const target of others) {
      const divergence = await compareWith(checked, target, yardstick, solo.finish, book);
      if (divergence) return { kind: "broken", divergence, evidence: book.evidence() };
    }
    return { kind: "held", evidence: book.evidence() };
  },
};

async function compareWith(
  checked: Case,
  target: Target,
  yardstick: Target,
  expected: Finish,
  book: EvidenceBook,
): Promise<Divergence | undefined> {
  const run = await runSolo(checked, target, target.capabilities.snapshots);
  book.relay(run);
  const actual = run.finish;
  const { world } = checked;
  const { differences, tolerated } = await compareUnderPolicy({
    world,
    expected,
    actual,
    target,
    yardstick,
    rerun: async (budget) => (await runSolo({ ...checked, budget }, yardstick, true)).finish,
    rerunActual: async (budget) => (await runSolo({ ...checked, budget }, target)).finish,
  });
  book.comparisons++;
  book.tolerate(tolerated);
  const given = actual.snapshot ?? (target.capabilities.snapshots ? "missing" : undefined);
  const more = [
    ...differences,
    ...loadDifference(expected, actual),
    ...(tolerated === undefined ? snapshotDifference(expected.snapshot, given) : []),
  ];
  if (more.length === 0) return undefined;
  return {
    law: NAME,
    expectedFrom: `solo on ${yardstick.name}`,
    actualFrom: `solo on ${target.name}`,
    expected,
    actual,
    differences: more,
    legs: [target.name],
  };
}

/** What loading counted, and whether it succeeded: no part of the state, but hosts charge cycles for it. */
function loadDifference(expected: Finish, actual: Finish): Divergence["differences"] {
  const differences = [];
  if (expected.started !== actual.started) {
    differences.push({ what: "started", expected: `${expected.started}`, actual: `${actual.started}` });
  }
  const { loadedBytes: a } = expected;
  const { loadedBytes: b } = actual;
  if (a !== undefined && b !== undefined && a !== b) {
    differences.push({ what: "loaded bytes", expected: `${a}`, actual: `${b}` });
  }
  return differences;
}

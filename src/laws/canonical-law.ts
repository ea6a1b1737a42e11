// Two histories that lead to the same point give the same bytes.
import { BINCODE } from "../snapshot/encodings.ts";
import type { Difference } from "./difference.ts";
import { runTaken, type Taken } from "./asked-leg.ts";
import { verdictOf } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { legsOfCase } from "./legs-of-case.ts";
import { snapshotDifference } from "./snapshot-difference.ts";

const NAME = "canonical";

/**
 * The relay of a case, through all targets, against one leg of another target under the limit of each of its legs: where
 * both stopped at the same point, their snapshots are the same bytes in bincode. It holds every bit of every field, as JSON
 * does (law encodings): what differs in one of them differs in the other.
 */
export const canonicalLaw: Law = {
  name: NAME,
  sentence: "Two histories that lead to the same point give the same bytes.",
  preconditions:
    "Targets take and give snapshots; sources are stable; both histories stop at the same cycle count and pc.",
  brokenBy: [
    "canary",
    "canary-snapshot",
    "remembers in which order pages came",
    "keeps the runs of the leg before apart",
    "stores by content what it resumed from a source",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 10,
  exercises: { "same points": 0.4 },
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const legs = await legsOfCase(checked, usable, book);
    let met = 0;
    for (const [k, { target, finish: actual }] of legs.entries()) {
      if (k === 0) continue; // one leg only: no history yet
      const other = chainTarget(checked, usable, legs.length + k);
      const { maxCycles } = actual.snapshot;
      const expected = await runTaken(other, checked.world, { start: "boot", maxCycles }, book);
      if (!samePoint(expected, actual)) continue;
      met++;
      book.comparisons++;
      const differences = bytesDifference(expected, actual);
      const [expectedFrom, actualFrom] = [`one leg on ${other.name}`, `${k + 1} legs, the last on ${target.name}`];
      const chain = legs.slice(0, k + 1).map((each) => each.target);
      // Only the first target is a yardstick.
      const peers = other !== usable[0] && { peers: true as const };
      const sides = { expectedFrom, expected, actualFrom, actual, targets: chain, ...peers };
      const verdict = verdictOf(NAME, sides, differences, book);
      if (verdict.kind === "broken") return verdict;
    }
    if (met === 0) return { kind: "unsupported", reason: "no two histories lead to the same point" };
    book.exercise("same points", met);
    return { kind: "held", evidence: book.evidence() };
  },
};

function samePoint({ snapshot: a }: Taken, { snapshot: b }: Taken): boolean {
  return a.cycles === b.cycles && a.pc === b.pc && a.maxCycles === b.maxCycles;
}

function bytesDifference({ snapshot: a }: Taken, { snapshot: b }: Taken): Difference[] {
  const [expected, actual] = [BINCODE.encode(a), BINCODE.encode(b)];
  if (Buffer.compare(expected, actual) === 0) return [];
  const at = expected.findIndex((byte, k) => byte !== actual[k]);
  const lengths = `${expected.length} and ${actual.length} bytes`;
  return [
    { what: `bincode at byte ${at}`, expected: `${expected[at]}`, actual: `${actual[at]} (${lengths})` },
    ...snapshotDifference(a, b),
  ];
}

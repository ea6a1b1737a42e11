// The same leg asked twice gives the same finish.
import { runners } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { runSolo } from "./relay.ts";

const NAME = "repeatable";

/** The solo run twice on each target. */
export const repeatableLaw: Law = {
  name: NAME,
  sentence: "The same leg asked twice gives the same finish.",
  preconditions: "Targets run the world; data sources are stable.",
  brokenBy: ["canary-flaky", "has another reservation in every run", "prints again what it printed in earlier runs"],
  cuts: false,
  every: 4,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = runners(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    for (const target of book.turns(usable)) {
      const first = await runSolo(checked, target);
      const second = await runSolo(checked, target);
      book.relay(first);
      book.relay(second);
      book.comparisons++;
      const differences = compareFinishes(first.finish, second.finish);
      if (differences.length === 0) continue;
      const divergence = {
        law: NAME,
        expectedFrom: `solo on ${target.name}`,
        actualFrom: `the same once more`,
        expected: first.finish,
        actual: second.finish,
        differences,
        legs: [target.name],
        peers: true as const,
      };
      return { kind: "broken", divergence, evidence: book.evidence() };
    }
    return { kind: "held", evidence: book.evidence() };
  },
};

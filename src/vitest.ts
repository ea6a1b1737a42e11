/** The door for people who test their own VM with vitest. */
import fc from "fast-check";
import { describe, test } from "vitest";
import { Tally } from "./campaign/index.ts";
import { arbitraryCase, type CaseOptions } from "./generate/index.ts";
import { LAWS, type Law } from "./laws/index.ts";
import { ReferenceTarget, type Target } from "./targets/index.ts";

/** How laws are asserted; everything may be left out. */
export interface AssertOptions {
  /** The first is the yardstick; legs of relays take them as the case says. The reference if left out. */
  readonly targets?: readonly Target[];
  /** Generated cases. Default 500. */
  readonly cases?: number;
  /** Default: RVRELAY_SEED, or a new one each time; fast-check prints it when a law is broken. */
  readonly seed?: number;
  /** What generated cases may be like. */
  readonly generate?: CaseOptions;
}

/** Share of the cases that must really have been checked. */
const CHECKED_LEAST = 0.5;
const CASES_DEFAULT = 500;

/**
 * Asserts a law over generated cases.
 * @throws Error with the shrunk case if it is broken, and if too few cases said anything
 */
export async function assertLaw(law: Law, options: AssertOptions = {}): Promise<void> {
  const { targets = [new ReferenceTarget()], cases = CASES_DEFAULT, seed = seedOfRun(), generate = {} } = options;
  const tally = new Tally();
  const events: CaseOptions["events"] = ({ world, budget }) => targets[0].events?.(world, budget);
  const property = fc.asyncProperty(arbitraryCase({ events, ...generate }), async (checked) => {
    const verdict = await law.check(checked, targets);
    tally.addCase(checked.world.version);
    tally.add(law.name, verdict);
    if (verdict.kind !== "broken") return;
    const lines = verdict.divergence.differences.map((each) => `${each.what}: ${each.expected} but ${each.actual}`);
    throw new Error([law.sentence, ...lines].join("\n"));
  });
  await fc.assert(property, { seed, numRuns: cases });
  if (tally.checks < cases * CHECKED_LEAST) {
    const reasons = [...tally.unsupported].map(([reason, count]) => `${count} times: ${reason}`);
    throw new Error([`only ${tally.checks} of ${cases} cases were checked`, ...reasons].join("\n"));
  }
}

/** One vitest test for each law, called by its sentence. Laws that need more targets than there are are left out. */
export function describeLaws(name: string, options: AssertOptions = {}, laws: readonly Law[] = LAWS): void {
  const count = options.targets?.length ?? 1;
  describe(name, () => {
    for (const law of laws.filter(({ targetsMin = 1 }) => targetsMin <= count))
      test(law.sentence, async () => assertLaw(law, options));
  });
}

function seedOfRun(): number {
  return Number(process.env["RVRELAY_SEED"] ?? Date.now() & 0x7fff_ffff);
}

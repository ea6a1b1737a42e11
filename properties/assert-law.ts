import fc from "fast-check";
import { Tally } from "../src/campaign/index.ts";
import { arbitraryCase } from "../src/generate/index.ts";
import type { Law } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";

/** Share of the cases that must really have been checked. */
const CHECKED_LEAST = 0.5;

/** The seed of this run: RVRELAY_SEED, or a new one each time. fast-check prints it when the law is broken. */
const seed = Number(process.env["RVRELAY_SEED"] ?? Date.now() & 0x7fff_ffff);

/** Asserts a law over generated cases on the reference, and that enough of them said something. */
export async function assertLaw(law: Law, { cases }: { cases: number }): Promise<void> {
  const targets = [new ReferenceTarget()];
  const tally = new Tally();
  const property = fc.asyncProperty(arbitraryCase(), async (checked) => {
    const verdict = await law.check(checked, targets);
    tally.cases++;
    tally.add(law.name, verdict);
    if (verdict.kind !== "broken") return;
    const lines = verdict.divergence.differences.map(
      ({ what, expected, actual }) => `${what}: ${expected} but ${actual}`,
    );
    throw new Error([law.sentence, ...lines].join("\n"));
  });
  await fc.assert(property, { seed, numRuns: cases });
  if (tally.checks < cases * CHECKED_LEAST) throw new Error(`only ${tally.checks} of ${cases} cases were checked`);
}

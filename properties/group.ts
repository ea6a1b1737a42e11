// Binds a group of laws to generated cases, and to the canaries that they must catch.
import { expect, test } from "vitest";
import { LAW_GROUPS, type Law } from "../src/laws/index.ts";
import { CANARIES, ReferenceTarget, type Target } from "../src/targets/index.ts";
import { assertLaw, describeLaws } from "../src/vitest.ts";

/** Cases of a law that is asked of every case; of others, a part, but for `CASES_LEAST`: of fewer, chance alone misses a share. */
const CASES = 1000;
const CASES_LEAST = 300;

/** The laws of `group` on `targets`, over fewer cases where they cost more; then each against every canary that it names. */
export function describeGroup(group: keyof typeof LAW_GROUPS, targets: readonly Target[], cases = CASES): void {
  const laws: readonly Law[] = LAW_GROUPS[group];
  for (const law of laws) {
    const part = Math.max(CASES_LEAST, Math.ceil(cases / (law.every ?? 1)));
    describeLaws(`${group}: ${law.name}`, { targets, cases: part }, [law]);
    describeCanaries(law);
  }
}

function describeCanaries(law: Law): void {
  for (const [name, open] of [...CANARIES].filter(([each]) => law.brokenBy.includes(each))) {
    test(`${law.name}: is broken by ${name}`, async () => {
      const targets: Target[] = (law.targetsMin ?? 1) > 1 ? [new ReferenceTarget(), open()] : [open()];
      const failure = await assertLaw(law, { targets, cases: 200 }).then(
        () => undefined,
        (error: unknown) => error as Error,
      );
      expect(failure?.message).toContain("Counterexample: [/* rvrelay case 1");
      expect(failure?.message).toMatch(new RegExp(`^BROKEN  law ${law.name}: `));
      expect((failure?.cause as Error | undefined)?.message).toContain(law.sentence);
    });
  }
}

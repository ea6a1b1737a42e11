import { expect, test } from "vitest";
import { LAWS } from "../src/laws/index.ts";
import { CANARIES, ReferenceTarget, type Target } from "../src/targets/index.ts";
import { assertLaw, describeLaws } from "../src/vitest.ts";

describeLaws("the reference", { cases: 1500 });

describeLaws("two references, one behind the other", {
  targets: [new ReferenceTarget(), new ReferenceTarget()],
  cases: 300,
});

for (const law of LAWS) {
  for (const [name, open] of [...CANARIES].filter(([each]) => law.brokenBy.includes(each))) {
    test(`${name} breaks: ${law.sentence}`, async () => {
      const targets: Target[] = (law.targetsMin ?? 1) > 1 ? [new ReferenceTarget(), open()] : [open()];
      const failure = await assertLaw(law, { targets, cases: 200 }).catch((error: unknown) => error as Error);
      expect(failure?.message).toContain("Counterexample: [/* rvrelay case 1");
      expect((failure?.cause as Error | undefined)?.message).toContain(law.sentence);
    });
  }
}

import { expect, test } from "vitest";
import { LAWS } from "../src/laws/index.ts";
import { CanaryTarget } from "../src/targets/index.ts";
import { assertLaw, describeLaws } from "../src/vitest.ts";

describeLaws("the reference", { cases: 1500 });

for (const law of LAWS) {
  test(`the canary breaks: ${law.sentence}`, async () => {
    const options = { targets: [new CanaryTarget()], cases: 200 };
    const failure = await assertLaw(law, options).catch((error: unknown) => error as Error);
    expect(failure?.message).toContain("Counterexample: [/* rvrelay case 1");
    expect((failure?.cause as Error | undefined)?.message).toContain(law.sentence);
  });
}

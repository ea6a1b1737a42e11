import { generateCase, type CaseOptions } from "../../src/generate/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import type { Check } from "./check.ts";

/** Cases of a law that is asked of every case, and the fewest of any law. */
const CASES = 60;
const CASES_LEAST = 6;
const SEED = 6;

/**
 * Every law on generated cases, no two laws on the same ones. The mutated code is the only target there is: what kills a
 * mutant is a law, never an unmutated reference.
 */
export function lawChecks(): Check[] {
  const target = new ReferenceTarget();
  const options: CaseOptions = { events: ({ world, budget }) => target.events(world, budget) };
  let next = 0;
  return LAWS.map(({ name, sentence, every = 1, targetsMin = 1, ...law }) => {
    const from = next;
    next += Math.max(CASES_LEAST, Math.ceil(CASES / every));
    const to = next;
    return {
      name: `law ${name}`,
      run: async () => {
        const targets = Array.from({ length: targetsMin }, () => new ReferenceTarget());
        for (let index = from; index < to; index++) {
          const verdict = await law.check(generateCase(SEED, index, options), targets);
          if (verdict.kind === "broken") throw new Error(`seed ${SEED} case ${index} breaks: ${sentence}`);
        }
      },
    };
  });
}

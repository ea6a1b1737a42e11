import { checkCanary } from "../../src/campaign/index.ts";
import { generateCase, type CaseOptions } from "../../src/generate/index.ts";
import { encodings } from "../../src/laws/encodings-law.ts";
import { LAW_GROUPS, LAWS, type Law } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import type { Check } from "./check.ts";

/** Cases of a law that is asked of every case, and the fewest of any law. */
const CASES = 60;
const CASES_LEAST = 6;
/** Of laws about snapshots: a gate asks everything of its first 20 cases. */
const CASES_SNAPSHOT = 20;
const SEED = 6;
/** Of the cases that canaries are caught with. */
const CANARY_SEED = 8;

const ABOUT_SNAPSHOTS = new Set<string>([...LAW_GROUPS.snapshot, ...LAW_GROUPS.source].map(({ name }) => name));

/** Questions to the readers of each encoding in a case: in these few cases all that a gate spreads over its many. */
const QUESTIONS = 40;

/** The laws as gates ask them, but for that. */
const ASKED: readonly Law[] = LAWS.map((law) =>
  law.name === "encodings" ? encodings({ questionsMax: QUESTIONS }) : law,
);

/**
 * Every law on generated cases, no two laws on the same ones, and whether it catches its canary. The mutated code is the only
 * target there is: what kills a mutant is a law, never an unmutated reference.
 */
export function lawChecks(): Check[] {
  const target = new ReferenceTarget();
  const options: CaseOptions = { events: ({ world, budget }) => target.events(world, budget) };
  let next = 0;
  const held = ASKED.map(({ name, sentence, every = 1, targetsMin = 1, ...law }): Check => {
    const from = next;
    next += Math.max(ABOUT_SNAPSHOTS.has(name) ? CASES_SNAPSHOT : CASES_LEAST, Math.ceil(CASES / every));
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
  const caught = LAWS.map((law): Check => ({
    name: `law ${law.name} and its canary`,
    run: async () => {
      const caseAt = (k: number) => ({ name: `seed ${CANARY_SEED} case ${k}`, checked: generateCase(CANARY_SEED, k) });
      const [result] = await checkCanary([law], caseAt);
      if (!result.caught) throw new Error(`does not catch its canary in ${result.cases} cases`);
    },
  }));
  return [...held, ...caught];
}

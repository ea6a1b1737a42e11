import type { Case } from "../../case/index.ts";
import { LAWS } from "../../laws/index.ts";
import { ReferenceTarget } from "../../targets/index.ts";
import type { Method } from "../hunt.ts";
import { huntRandom } from "./random.ts";

/** The laws that compare runs of a case, solo and cut. */
const ASKED = ["relay", "differential"];

/**
 * A method that compares runs of cases with the reference's, and nothing else.
 * @param caseOf case `k` of a seed
 */
export function comparing(name: string, about: string, caseOf: (seed: bigint, k: number) => Case): Method {
  return {
    name,
    about,
    seeded: true,
    async hunt(target, options) {
      const laws = LAWS.filter((law) => ASKED.includes(law.name));
      const caseAt = (k: number) => ({ name: `${name} ${k}`, checked: caseOf(options.seed, k) });
      return huntRandom({ targets: [new ReferenceTarget(), target], caseAt, lawsAt: () => laws }, options);
    },
  };
}

import { generateCase } from "../../generate/index.ts";
import { LAWS } from "../../laws/index.ts";
import { ReferenceTarget } from "../../targets/index.ts";
import type { Method } from "../hunt.ts";
import { huntRandom } from "./random.ts";

const ASKED = ["relay", "differential"];

/** (d) The generator without what guides it: cuts know nothing of the run, and only runs are compared. */
export const unguided: Method = {
  name: "unguided",
  about: "generated cases with cuts that know nothing of the run; solo runs and relays compared with the reference",
  seeded: true,
  async hunt(target, options) {
    const laws = LAWS.filter(({ name }) => ASKED.includes(name));
    const caseAt = (k: number) => ({ name: `case ${k}`, checked: generateCase(options.seed, k) });
    return huntRandom({ targets: [new ReferenceTarget(), target], caseAt, lawsAt: () => laws }, options);
  },
};

import { generateCase } from "../../generate/index.ts";
import { LAWS } from "../../laws/index.ts";
import { ReferenceTarget } from "../../targets/index.ts";
import type { Method } from "../hunt.ts";
import { huntRandom } from "./random.ts";

const ASKED = ["relay", "differential"];

/** The generator of the harness, and of its laws no more than the two that compare runs: what the others add. */
export const relays: Method = {
  name: "relays alone",
  about:
    "cases of the harness, with cuts that know nothing of the run; solo runs and relays compared with the reference",
  seeded: true,
  async hunt(target, options) {
    const laws = LAWS.filter(({ name }) => ASKED.includes(name));
    const caseAt = (k: number) => ({ name: `case ${k}`, checked: generateCase(options.seed, k) });
    return huntRandom({ targets: [new ReferenceTarget(), target], caseAt, lawsAt: () => laws }, options);
  },
};

import { gateCaseAt, isAsked, type NamedCase } from "../../campaign/index.ts";
import { LAWS, type Law } from "../../laws/index.ts";
import { ReferenceTarget } from "../../targets/index.ts";
import type { Hunt, Method } from "../hunt.ts";
import { directed } from "./directed.ts";
import { huntRandom } from "./random.ts";

/** Random cases before the directed programs have their turn. */
const CASES_FIRST = 200;

/** (e) What `check` does with a target: random cases under every law, and the directed programs in between. */
export const full: Method = {
  name: "full harness",
  about: "every law on generated cases with cuts where something happens, and the directed programs",
  seeded: true,
  async hunt(target, options): Promise<Hunt> {
    const targets = [new ReferenceTarget(), target] as const;
    const caseAt = (k: number): NamedCase => gateCaseAt(options.seed, targets, k);
    const lawsAt = (k: number): readonly Law[] => LAWS.filter((law) => isAsked(law, k));
    const left = (hunts: readonly Hunt[]): number =>
      Math.max(0, options.timeMs - hunts.reduce((sum, { seconds }) => sum + seconds * 1000, 0));
    const first = await huntRandom({ targets, caseAt, lawsAt, cases: CASES_FIRST }, options);
    if (first.found) return first;
    const second = await directed.hunt(target, { ...options, timeMs: left([first]) });
    if (second.found) return inAll([first, second]);
    const from = (k: number): number => k + CASES_FIRST;
    const third = await huntRandom(
      { targets, caseAt: (k) => caseAt(from(k)), lawsAt: (k) => lawsAt(from(k)) },
      { ...options, timeMs: left([first, second]) },
    );
    return inAll([first, second, third]);
  },
};

function inAll(hunts: readonly Hunt[]): Hunt {
  const last = hunts[hunts.length - 1];
  const sum = (of: (hunt: Hunt) => number): number => hunts.reduce((total, hunt) => total + of(hunt), 0);
  return { ...last, cases: sum(({ cases }) => cases), seconds: sum(({ seconds }) => seconds) };
}

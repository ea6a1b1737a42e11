import type { Case } from "../src/case/index.ts";
import { gateCaseAt } from "../src/campaign/index.ts";
import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { Coverage, ReferenceTarget } from "../src/targets/index.ts";
import { msPerUnit, type Opened, type Row, type Work } from "./row.ts";

/** Gives about 1,000 instructions executed in all legs of a check with one cut: the size DESIGN.md's figure is for. */
export const RELAY_SIZE = 570;
const SEED = 1n;
/** Checks between two looks at the clock. */
const BATCH = 50;

/** Whole relay checks a second: generate, solo, legs, compare. */
export const RELAY_ROWS: readonly Row[] = [
  row("relay", "relay checks, one cut, coverage on", () => open(oneCutAt, new Coverage())),
  row("relay-no-coverage", "relay checks, one cut, coverage off", () => open(oneCutAt)),
  row("relay-all-cuts", "relay checks of the gate's cases, coverage on", () =>
    open((k, target) => gateCaseAt(SEED, [target], k).checked, new Coverage()),
  ),
];

function row(name: string, what: string, opened: () => Opened): Row {
  return { name, what, unit: "/s", goal: 10_000, warmUpMs: 3000, open: opened };
}

type CaseAt = (k: number, target: ReferenceTarget) => Case;

function oneCutAt(k: number): Case {
  const generated = generateCase(SEED, k, { size: RELAY_SIZE });
  const { cuts, budget } = generated;
  return { ...generated, cuts: [cuts.find((cut) => cut > 0n && cut < budget) ?? budget / 4n] };
}

function open(caseAt: CaseAt, coverage?: Coverage): Opened {
  const target = new ReferenceTarget({ coverage });
  const [relayLaw] = LAWS;
  const total = { instructions: 0, checks: 0, legs: 0 };
  let next = 0;
  const batch = async (): Promise<Work> => {
    for (let k = 0; k < BATCH; k++) {
      const checked = caseAt(next++, target);
      // As a gate does: what a case meets counts once its verdict is there.
      coverage?.hold(checked.world);
      const verdict = await relayLaw.check(checked, [target]);
      coverage?.count(checked.world);
      if (verdict.kind !== "held") throw new Error(`case ${next - 1} is ${verdict.kind}`);
      total.checks++;
      total.legs += verdict.evidence.legs;
      for (const counts of verdict.evidence.retired) for (const count of counts) total.instructions += count;
    }
    return { count: BATCH };
  };
  const average = (value: number): string => (value / total.checks).toFixed(1);
  return {
    sample: async (timeMs) => 1000 / (await msPerUnit(timeMs, batch)),
    about: () => `${average(total.legs)} legs, ${average(total.instructions)} instructions each`,
  };
}

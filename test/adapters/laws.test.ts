import { describe, expect, test } from "vitest";
import { ADAPTERS } from "../../src/cli/adapters.ts";
import { worldKindsAt } from "../../src/campaign/world-kinds.ts";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { opening, whyNot } from "./adapter.ts";

// Every law on every engine of the real CKB-VM, each with the reference, a few cases of each.

const SEED = 26n;
const CASES = 12;
const AT_ONCE = 6;
/** The number of a case in which code can be written, where an engine runs such worlds. */
const WITHOUT_W_XOR_X = 24;

/** Engines do not count what they execute, and this law needs that: it is asked of the reference alone. */
const NEEDS_COUNTS = "fusion";

interface Result {
  held: number;
  /** Legs that the engine ran. */
  legs: number;
  readonly broken: string[];
}

async function checkOn(law: Law, targets: readonly Target[]): Promise<Result> {
  const result: Result = { held: 0, legs: 0, broken: [] };
  const engine = targets[targets.length - 1].name;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < CASES) {
      const k = next++ === 0 ? WITHOUT_W_XOR_X : next;
      const checked = generateCase(SEED, k, { kinds: worldKindsAt(targets, k) });
      const verdict = await law.check(checked, targets);
      if (verdict.kind === "unsupported") continue;
      result.legs += verdict.evidence.legsByTarget?.get(engine) ?? 0;
      if (verdict.kind === "held") result.held++;
      else {
        const { actualFrom, differences } = verdict.divergence;
        result.broken.push(`case ${k}: ${actualFrom}: ${differences.map(({ what }) => what).join(", ")}`);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return result;
}

describe.each(ADAPTERS.map(({ name }) => name))("%s", (name) => {
  test.for(LAWS.map((law) => [law.name, law] as const))(`law %s holds in ${CASES} cases`, async ([, law], { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const { held, legs, broken } = await checkOn(law, [new ReferenceTarget(), await opening(name)]);
    expect(broken).toEqual([]);
    expect(held).toBeGreaterThan(CASES / 2);
    if (law.name !== NEEDS_COUNTS) expect(legs).toBeGreaterThan(0);
  });
});

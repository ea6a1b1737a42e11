import { generateCase } from "../src/generate/index.ts";
import { ReferenceTarget, unsupportedReason, type Target } from "../src/targets/index.ts";
import { ADAPTERS, adapterTarget, isBuilt } from "../src/cli/adapters.ts";
import { measure, type Row } from "./row.ts";

const CASES = 64;
/** Makes generated programs execute about 1,000 instructions. */
const SIZE = 900;
const SEED = 7n;
const FIRST = 1000;
/** Of the reference in process; what goes through the wire is measured against that. */
const GOAL = 10_000;

/** Legs a second (boot, run, whole finish) in process, and through the wire for each adapter that is built. */
export async function wireRows(): Promise<Row[]> {
  const targets: Target[] = [new ReferenceTarget()];
  for (const adapter of ADAPTERS.filter(isBuilt)) {
    targets.push(await adapterTarget(adapter, { policy: [], timeoutMs: undefined }));
  }
  const generated = Array.from({ length: 2 * CASES }, (_, k) => generateCase(SEED, k, { size: SIZE }));
  const cases = generated
    .filter(({ world }) => targets.every((target) => !unsupportedReason(target, world)))
    .slice(0, CASES);
  const rows: Row[] = [];
  let inProcess = GOAL;
  for (const target of targets) {
    const all = async (): Promise<void> => {
      const leg = { start: "boot", snapshot: false } as const;
      await Promise.all(cases.map(async ({ world, budget }) => target.run(world, { ...leg, maxCycles: budget })));
    };
    const { ms, noise } = await measure(all, { timeMs: 1500, iterations: 8 });
    const measured = (cases.length * 1000) / ms;
    rows.push({ what: `legs, ${target.name}`, unit: "/s", measured, first: FIRST, goal: inProcess, noise });
    if (target === targets[0]) inProcess = measured;
    await target.close?.();
  }
  return rows;
}

import { generateCase } from "../src/generate/index.ts";
import { unsupportedReason, type Target } from "../src/targets/index.ts";
import { ADAPTERS, adapterTarget, isBuilt } from "../src/cli/adapters.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { measure, type Row } from "./row.ts";

const CASES = 64;
/** Makes generated programs execute about 1,000 instructions. */
const SIZE = 900;
const SEED = 7n;

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
  for (const target of targets) {
    const all = async (): Promise<void> => {
      const legs = cases.map(({ world, budget }) =>
        target.run(world, { start: "boot", maxCycles: budget, snapshot: false }),
      );
      await Promise.all(legs);
    };
    const { ms, noise } = await measure(all, { timeMs: 1500, iterations: 8 });
    const measured = (cases.length * 1000) / ms;
    rows.push({ what: `legs, ${target.name}`, unit: "/s", measured, first: 1, goal: 6000, noise });
    await target.close?.();
  }
  return rows;
}

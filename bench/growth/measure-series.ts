/**
 * Measures one series, and prints each point as a line of JSON once it is known: what ends the process early, such as a full
 * heap, loses no point. `node --expose-gc bench/growth/measure-series.ts NAME MINUTES`
 */
import { cleaningUp } from "../clean-up.ts";
import { campaignMemory } from "./campaign.ts";
import { CAMPAIGN, SERIES } from "./index.ts";
import { msOf } from "./series.ts";

/** After a size that took longer than this, larger ones are left out. */
const POINT_MAX_MS = 60_000;

const [name, minutes] = process.argv.slice(2);
if (name === CAMPAIGN) {
  await campaignMemory(Number(minutes), ({ minutes: x, mebibytes: y }) => print({ x, y }));
} else {
  const series = SERIES.find((each) => each.name === name);
  if (!series) throw new Error(`there is no series ${name}`);
  for (const size of series.sizes) {
    const started = performance.now();
    const prepared = await series.prepare(size);
    const figure = await cleaningUp(
      () => prepared.close?.(),
      async () => msOf(prepared),
    );
    print({ x: prepared.size ?? size, y: figure });
    const took = performance.now() - started;
    if (took > POINT_MAX_MS && size !== series.sizes.at(-1)) {
      print({ stopped: `stopped behind ${size.toLocaleString("en-US")}, which took ${(took / 1000).toFixed(0)} s` });
      break;
    }
  }
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { measure, type Row } from "./row.ts";

const BATCH = 200;

/** Whole relay checks a second: generate, solo, legs, compare. */
export async function relayRows(): Promise<Row[]> {
  const targets = [new ReferenceTarget()];
  const [relayLaw] = LAWS;
  let instructions = 0;
  let checks = 0;
  let next = 0;
  const run = async (): Promise<void> => {
    for (let k = 0; k < BATCH; k++) {
      const verdict = await relayLaw.check(generateCase(1n, next++), targets);
      if (verdict.kind !== "held") throw new Error(`case ${next - 1} is ${verdict.kind}`);
      checks++;
      for (const counts of verdict.evidence.retired) for (const count of counts) instructions += count;
    }
  };
  const { ms, noise } = await measure(run, { timeMs: 5000 });
  const average = Math.round(instructions / checks);
  const what = `relay checks (generate, solo, legs, compare; ${average} instructions each)`;
  return [{ what, unit: "/s", measured: (BATCH * 1000) / ms, first: 3000, goal: 10_000, noise }];
}

import type { Case } from "../src/case/index.ts";
import { generateCase } from "../src/generate/index.ts";
import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { measure, type Row } from "./row.ts";

const BATCH = 200;

/** Gives about 1,000 instructions executed in all legs of a check with one cut: the size DESIGN.md's figure is for. */
const SIZE = 450;

/** Whole relay checks a second: generate, solo, legs, compare; with one cut in every case, and with the cut plans as they come. */
export async function relayRows(): Promise<Row[]> {
  return [
    await relayRow("one cut", (generated) => ({ ...generated, cuts: [middleCut(generated)] })),
    await relayRow("all cuts", (generated) => generated),
  ];
}

function middleCut({ cuts, budget }: Case): bigint {
  return cuts.find((cut) => cut > 0n && cut < budget) ?? budget / 4n;
}

async function relayRow(name: string, prepare: (generated: Case) => Case): Promise<Row> {
  const targets = [new ReferenceTarget()];
  const [relayLaw] = LAWS;
  const total = { instructions: 0, checks: 0, legs: 0 };
  let next = 0;
  const run = async (): Promise<void> => {
    for (let k = 0; k < BATCH; k++) {
      const verdict = await relayLaw.check(prepare(generateCase(1n, next++, { size: SIZE })), targets);
      if (verdict.kind !== "held") throw new Error(`case ${next - 1} is ${verdict.kind}`);
      total.checks++;
      total.legs += verdict.evidence.legs;
      for (const counts of verdict.evidence.retired) for (const count of counts) total.instructions += count;
    }
  };
  const { ms, noise } = await measure(run, { timeMs: 5000 });
  const average = (value: number): string => (value / total.checks).toFixed(1);
  const what = `relay checks, ${name} (${average(total.legs)} legs, ${average(total.instructions)} instructions each)`;
  return { what, unit: "/s", measured: (BATCH * 1000) / ms, first: 3000, goal: 10_000, noise };
}

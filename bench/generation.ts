import { generateCase } from "../src/generate/index.ts";
import { elfOf } from "../src/generate/elf.ts";
import { growProgram } from "../src/generate/grow.ts";
import { layOut } from "../src/generate/layout.ts";
import { Random } from "../src/generate/random.ts";
import { pickWorld } from "../src/generate/world.ts";
import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { measure, type Row } from "./row.ts";

const BATCH = 200;
const SEED = 1n;

/** Programs a second, what first and what goal is, by the instructions that they execute on average. */
const FIGURES = [
  { size: 10, grown: [10_000, 60_000], encoded: [8000, 50_000], run: [4000, 15_000] },
  { size: 100, grown: [8000, 50_000], encoded: [6000, 33_333], run: [3500, 12_000] },
  { size: 1000, grown: [6000, 40_000], encoded: [5000, 25_000], run: [2500, 8000] },
] as const;

/** Programs a second: as symbols, as ELF files, and run to their end; and what of a relay check is generating its case. */
export async function generationRows(): Promise<Row[]> {
  const rows: Row[] = [];
  const target = new ReferenceTarget();
  for (const { size, grown, encoded, run } of FIGURES) {
    const name = `${size.toLocaleString("en-US")} instructions`;
    rows.push(await programsRow(`generate, ${name}`, grown, (k) => void grow(k, size)));
    rows.push(await programsRow(`generate + ELF, ${name}`, encoded, (k) => void encode(k, size)));
    const toEnd = (k: number): void => {
      const { world, budget } = generateCase(SEED, k, { size });
      target.run(world, { start: "boot", maxCycles: budget, snapshot: false });
    };
    rows.push(await programsRow(`generate whole case + run, ${name}`, run, toEnd));
  }
  rows.push(await shareRow(450));
  return rows;
}

function grow(k: number, size: number): ReturnType<typeof growProgram> {
  const random = new Random(SEED, k);
  return growProgram(random, pickWorld(random), { size });
}

function encode(k: number, size: number): Uint8Array {
  const program = grow(k, size);
  return elfOf(program, layOut(program));
}

async function programsRow(
  what: string,
  [first, goal]: readonly [number, number],
  make: (k: number) => void,
): Promise<Row> {
  let next = 0;
  const { ms, noise } = await measure(() => {
    for (let k = 0; k < BATCH; k++) make(next++);
  });
  return { what, unit: "/s", measured: (BATCH * 1000) / ms, first, goal, noise };
}

/** Of the time of relay checks, what goes into their cases: the same cases are generated alone and checked as well. */
async function shareRow(size: number): Promise<Row> {
  const targets = [new ReferenceTarget()];
  const [relayLaw] = LAWS;
  let next = 0;
  const alone = await measure(() => {
    for (let k = 0; k < BATCH; k++) generateCase(SEED, next++, { size });
  });
  next = 0;
  const whole = await measure(async () => {
    for (let k = 0; k < BATCH; k++) {
      const generated = generateCase(SEED, next++, { size });
      const verdict = await relayLaw.check(generated, targets);
      if (verdict.kind === "broken") throw new Error(`${generated.provenance} is broken`);
    }
  });
  return {
    what: "share of generation in relay checks, all cuts",
    unit: "%",
    measured: (100 * alone.ms) / whole.ms,
    first: 50,
    goal: 20,
    less: true,
    noise: alone.noise + whole.noise,
  };
}

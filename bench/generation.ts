import { generateCase } from "../src/generate/index.ts";
import { elfOf } from "../src/generate/elf.ts";
import { growProgram } from "../src/generate/grow.ts";
import { layOut } from "../src/generate/layout.ts";
import { Random } from "../src/generate/random.ts";
import { pickWorld } from "../src/generate/world.ts";
import { LAWS } from "../src/laws/index.ts";
import { ReferenceTarget } from "../src/targets/index.ts";
import { RELAY_SIZE } from "./relays.ts";
import { msPerUnit, type Row, type Work } from "./row.ts";

const BATCH = 100;
const SEED = 1n;

/** Microseconds that are the goal, by the instructions that a program executes on average. */
const FIGURES = [
  { size: 10, grown: 17, encoded: 20, run: 67 },
  { size: 100, grown: 20, encoded: 30, run: 83 },
  { size: 1000, grown: 25, encoded: 40, run: 125 },
] as const;

/** Programs as symbols, as ELF files, as whole cases that are run to their end; and what of a relay check is generation. */
export const GENERATION_ROWS: readonly Row[] = [
  ...FIGURES.flatMap(({ size, grown, encoded, run }) => {
    const name = `${size.toLocaleString("en-US")} instructions`;
    return [
      row(`grow-${size}`, `generate a program, ${name}`, grown, () => (k) => void grow(k, size)),
      row(`generate-${size}`, `generate and assemble a program, ${name}`, encoded, () => (k) => void encode(k, size)),
      row(`generate-run-${size}`, `generate a whole case and run it, ${name}`, run, () => {
        const target = new ReferenceTarget();
        return (k) => {
          const { world, budget } = generateCase(SEED, k, { size });
          target.run(world, { start: "boot", maxCycles: budget, snapshot: false });
        };
      }),
    ];
  }),
  {
    name: "generation-share",
    what: "share of generation in relay checks, all cuts",
    unit: "%",
    less: true,
    goal: 20,
    warmUpMs: 3000,
    open: () => ({ sample: shares(RELAY_SIZE) }),
  },
];

function row(name: string, what: string, goal: number, prepare: () => (k: number) => void): Row {
  const open: Row["open"] = () => {
    const make = prepare();
    let next = 0;
    const batch = (): Work => {
      for (let k = 0; k < BATCH; k++) make(next++);
      return { count: BATCH };
    };
    return { sample: async (timeMs) => (await msPerUnit(timeMs, batch)) * 1000 };
  };
  return { name, what, unit: "µs", less: true, goal, warmUpMs: 2000, open };
}

function grow(k: number, size: number): ReturnType<typeof growProgram> {
  const random = new Random(SEED, k);
  return growProgram(random, pickWorld(random), { size });
}

function encode(k: number, size: number): Uint8Array {
  const program = grow(k, size);
  return elfOf(program, layOut(program));
}

/** Of the time of relay checks, what goes into their cases: the same cases are generated alone and checked as well, in turn. */
function shares(size: number): (timeMs: number) => Promise<number> {
  const targets = [new ReferenceTarget()];
  const [relayLaw] = LAWS;
  let next = 0;
  return async (timeMs) => {
    let alone = 0;
    let count = 0;
    const whole = await msPerUnit(timeMs, async () => {
      const first = next;
      const before = performance.now();
      for (let k = 0; k < BATCH; k++) generateCase(SEED, first + k, { size });
      const between = performance.now();
      for (let k = 0; k < BATCH; k++) {
        const verdict = await relayLaw.check(generateCase(SEED, next++, { size }), targets);
        if (verdict.kind === "broken") throw new Error(`case ${next - 1} is broken`);
      }
      alone += between - before;
      count += BATCH;
      return { count: BATCH, ms: performance.now() - between };
    });
    return (100 * (alone / count)) / whole;
  };
}

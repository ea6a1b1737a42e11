import { loadProgram, Machine } from "../src/machine/index.ts";
import { loops } from "./programs.ts";
import { msPerUnit, type Row, type Work } from "./row.ts";

const TURNS = 400_000;
const UNIT = "million instructions/s";

/** Million instructions a second of the reference interpreter on three loops. Making and loading the machine is not counted. */
export const INTERPRETER_ROWS: readonly Row[] = loops(TURNS).map(({ name, program }) => ({
  name: `interpreter-${name}`,
  what: `interpreter, ${name}`,
  unit: UNIT,
  goal: { timesNative: 1, otherwise: 60 },
  native: { ask: "run", program },
  open() {
    const elf = program();
    const run = (): Work => {
      const machine = new Machine({ version: 2, isa: 5 });
      loadProgram(machine, elf, []);
      const started = performance.now();
      const result = machine.run();
      const ms = performance.now() - started;
      if (result.kind !== "exit" || result.code !== 0) throw new Error(`${name} did not end normally`);
      return { count: machine.retired().reduce((sum, count) => sum + count, 0), ms };
    };
    return { sample: async (timeMs) => 1 / (await msPerUnit(timeMs, run)) / 1000 };
  },
}));

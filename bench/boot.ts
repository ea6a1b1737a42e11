import { loadProgram, Machine } from "../src/machine/index.ts";
import { straight } from "./programs.ts";
import { msPerUnit, type Row, type Work } from "./row.ts";

const LENGTH = 700;
const BATCH = 20;

/** Fresh machines a second: made, loaded with a program of 700 instructions, run to its end. */
export const BOOT_ROWS: readonly Row[] = [
  {
    name: "boot",
    what: `fresh machine + load + run of ${LENGTH} instructions`,
    unit: "/s",
    goal: 30_000,
    native: { ask: "boot", program: () => straight(LENGTH) },
    open() {
      const program = straight(LENGTH);
      const batch = (): Work => {
        for (let k = 0; k < BATCH; k++) {
          const machine = new Machine({ version: 2, isa: 5 });
          loadProgram(machine, program, []);
          const result = machine.run();
          if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
        }
        return { count: BATCH };
      };
      return { sample: async (timeMs) => 1000 / (await msPerUnit(timeMs, batch)) };
    },
  },
];

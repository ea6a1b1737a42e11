import { loadProgram, Machine } from "../src/machine/index.ts";
import { straight } from "./programs.ts";
import { msPerUnit, type Row, type Work } from "./row.ts";

const LENGTH = 700;
const BATCH = 20;

/**
 * Fresh machines a second: made, loaded with a program of 700 instructions, run to its end. Machines of the reference share
 * what they have decoded of the program that ran last; the second row runs two programs in turn, so that each is decoded anew.
 */
export const BOOT_ROWS: readonly Row[] = [
  row("boot", `fresh machine + load + run of ${LENGTH} instructions`, [LENGTH]),
  row("boot-other", `the same, of a program that was not the last to be run`, [LENGTH, LENGTH + 1]),
];

function row(name: string, what: string, lengths: readonly number[]): Row {
  return {
    name,
    what,
    unit: "/s",
    goal: 30_000,
    native: { ask: "boot", program: () => straight(LENGTH) },
    open() {
      const programs = lengths.map(straight);
      let turn = 0;
      const batch = (): Work => {
        for (let k = 0; k < BATCH; k++) {
          const machine = new Machine({ version: 2, isa: 5 });
          loadProgram(machine, programs[turn++ % programs.length], []);
          const result = machine.run();
          if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
        }
        return { count: BATCH };
      };
      return { sample: async (timeMs) => 1000 / (await msPerUnit(timeMs, batch)) };
    },
  };
}

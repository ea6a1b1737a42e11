import { loadProgram, Machine } from "../src/machine/index.ts";
import { loops } from "./programs.ts";
import { measure, type Row } from "./row.ts";

const TURNS = 400_000;

/** Million instructions a second of the reference interpreter on three loops. */
export async function interpreterRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, program } of loops(TURNS)) {
    let instructions = 0;
    const run = (): void => {
      const machine = new Machine({ version: 2, isa: 5 });
      loadProgram(machine, program, []);
      const result = machine.run();
      if (result.kind !== "exit" || result.code !== 0) throw new Error(`${name} did not end normally`);
      instructions = machine.retired().reduce((sum, count) => sum + count, 0);
    };
    const { ms, noise } = await measure(run, { timeMs: 2000, iterations: 8 });
    const measured = instructions / ms / 1000;
    rows.push({ what: `interpreter, ${name}`, unit: "million instructions/s", measured, first: 25, goal: 65, noise });
  }
  return rows;
}

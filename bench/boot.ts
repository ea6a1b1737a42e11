import { loadProgram, Machine } from "../src/machine/index.ts";
import { straight } from "./programs.ts";
import { measure, type Row } from "./row.ts";

/** Fresh machines a second: made, loaded with a program of 700 instructions, run to its end. */
export async function bootRows(): Promise<Row[]> {
  const program = straight(700);
  const run = (): void => {
    const machine = new Machine({ version: 2, isa: 5 });
    loadProgram(machine, program, []);
    const result = machine.run();
    if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
  };
  const { ms, noise } = await measure(run);
  return [
    {
      what: "machine + load + run of 700 instructions",
      unit: "/s",
      measured: 1000 / ms,
      first: 10_000,
      goal: 30_000,
      noise,
    },
  ];
}

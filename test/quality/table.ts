// Prints what shrinking makes of every seeded fault, as a table, in the way of `rvrelay check`: npm run -s quality [SEED…]
import { COMBINED_FAULTS } from "./combined-faults.ts";
import { INSTRUCTION_FAULTS } from "./instruction-faults.ts";
import { instructionsOf } from "../../src/generate/index.ts";
import { findFault, isSmallest, reduced, SEEDS, shrunk } from "./shrunk.ts";
import { SNAPSHOT_FAULTS } from "./snapshot-faults.ts";

const faults = [...INSTRUCTION_FAULTS, ...SNAPSHOT_FAULTS, ...COMBINED_FAULTS];
const asked = process.argv.slice(2).map(Number);

function print(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

function leftText(names: readonly string[], smallest: boolean): string {
  const left = names.length > 0 ? `\`${names.join("; ")}\`` : "nothing";
  return smallest ? left : `${left} (could be smaller)`;
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];

async function printTable(seed: number): Promise<void> {
  const instructions: number[] = [];
  const cuts: number[] = [];
  const times: number[] = [];
  let smallest = 0;
  let smallestByVerdict = 0;
  process.stdout.write("\n");
  print("fault", "left", "by the verdict alone", "instructions", "cuts", "tries", "ms");
  print("---", "---", "---", "--:", "--:", "--:", "--:");
  for (const fault of faults) {
    const found = await findFault(fault, seed);
    const { names, smallest: least, milliseconds } = await reduced(fault, found);
    const byVerdict = await shrunk(fault, found);
    instructions.push(names.length);
    cuts.push(least.checked.cuts.length);
    times.push(milliseconds);
    const [isLeast, isLeastByVerdict] = [least.checked, byVerdict.smallest].map((each) => isSmallest(fault, each));
    if (isLeast) smallest++;
    if (isLeastByVerdict) smallestByVerdict++;
    const left = leftText(names, isLeast);
    const other = leftText(instructionsOf(byVerdict.smallest), isLeastByVerdict);
    const same = other === left ? "the same" : other;
    print(fault.name, left, same, names.length, least.checked.cuts.length, byVerdict.tries, milliseconds.toFixed(0));
  }
  process.stdout.write(
    `\nSeed ${seed}, ${faults.length} faults, ${smallest} in a form known to be smallest (${smallestByVerdict} by the verdict alone). Median: ${median(instructions)} instructions, ${median(cuts)} cuts, ${median(times).toFixed(0)} ms. Most: ${Math.max(...instructions)} instructions, ${Math.max(...cuts)} cuts, ${Math.max(...times).toFixed(0)} ms.\n`,
  );
}

for (const seed of asked.length > 0 ? asked : SEEDS) await printTable(seed);

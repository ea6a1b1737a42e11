// Prints what shrinking makes of every seeded fault, as a table: npm run -s quality [SEED]
import { COMBINED_FAULTS } from "./combined-faults.ts";
import { hasForm } from "./fault.ts";
import { INSTRUCTION_FAULTS } from "./instruction-faults.ts";
import { findAndShrink, SEED } from "./shrunk.ts";
import { SNAPSHOT_FAULTS } from "./snapshot-faults.ts";

const faults = [...INSTRUCTION_FAULTS, ...SNAPSHOT_FAULTS, ...COMBINED_FAULTS];
const seed = Number(process.argv[2] ?? SEED);
const instructions: number[] = [];
const cuts: number[] = [];
const times: number[] = [];
let smallest = 0;

function print(...cells: readonly (string | number)[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

print("fault", "left", "instructions", "cuts", "tries", "ms");
print("---", "---", "--:", "--:", "--:", "--:");
for (const fault of faults) {
  const { names, smallest: found, tries, milliseconds } = await findAndShrink(fault, seed);
  instructions.push(names.length);
  cuts.push(found.cuts.length);
  times.push(milliseconds);
  const isSmallest = found.cuts.length === fault.cuts && fault.forms.some((form) => hasForm(form, names));
  if (isSmallest) smallest++;
  const left = names.length > 0 ? `\`${names.join("; ")}\`` : "nothing";
  print(
    fault.name,
    isSmallest ? left : `${left} (could be smaller)`,
    names.length,
    found.cuts.length,
    tries,
    milliseconds.toFixed(0),
  );
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];
process.stdout.write(
  `\nSeed ${seed}, ${faults.length} faults, ${smallest} in a form known to be smallest. Median: ${median(instructions)} instructions, ${median(cuts)} cuts, ${median(times).toFixed(0)} ms. Most: ${Math.max(...instructions)} instructions, ${Math.max(...cuts)} cuts, ${Math.max(...times).toFixed(0)} ms.\n`,
);

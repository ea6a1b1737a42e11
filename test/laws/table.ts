// Prints what each law met in generated cases, what it took, and which seeded faults break it, in how many cases.
// node test/laws/table.ts [CASES] [LAW…]
import { performance } from "node:perf_hooks";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { group, table } from "../../src/report/table.ts";
import { CANARIES, ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { SEEDED_FAULTS } from "./seeded/index.ts";

const CASES_DEFAULT = 200;
const SEED = 1;

/** What one target did in all cases. */
interface Measured {
  readonly held: number;
  readonly broken: number;
  readonly withCuts: number;
  readonly millisecondsACase: number;
  /** Checks in which something was met. */
  readonly met: ReadonlyMap<string, number>;
}

async function measure(law: Law, open: () => Target, cases: number): Promise<Measured> {
  const count = { held: 0, broken: 0, unsupported: 0 };
  const met = new Map<string, number>();
  let [withCuts, took] = [0, 0];
  for (let k = 0; k < cases; k++) {
    const checked = generateCase(SEED, k);
    const others = Array.from({ length: (law.targetsMin ?? 1) - 1 }, () => new ReferenceTarget());
    const targets = [...others, open()]; // in each case a new one, as some remember what they ran
    const started = performance.now();
    const verdict = await law.check(checked, targets);
    took += performance.now() - started;
    count[verdict.kind]++;
    if (verdict.kind === "unsupported") continue;
    if (verdict.evidence.cuts > 0) withCuts++;
    for (const what of verdict.evidence.exercised?.keys() ?? []) met.set(what, (met.get(what) ?? 0) + 1);
  }
  return { ...count, withCuts, millisecondsACase: took / cases, met };
}

const [number = String(CASES_DEFAULT), ...names] = process.argv.slice(2);
const cases = Number(number);
if (!Number.isSafeInteger(cases) || cases < 1) throw new Error(`${number}: write a number of cases`);
const laws = LAWS.filter(({ name }) => names.length === 0 || names.includes(name));

const rows: (string | number)[][] = [];
const details: string[] = [];
let idle = 0;
for (const law of laws) {
  await measure(law, () => new ReferenceTarget(), Math.min(cases, 50)); // compiles what it needs
  const { held, withCuts, met, millisecondsACase } = await measure(law, () => new ReferenceTarget(), cases);
  const faults: string[] = [];
  for (const name of law.brokenBy) {
    const seeded = SEEDED_FAULTS.get(law.name)?.[name];
    const open = CANARIES.get(name) ?? (seeded && ((): Target => withFault(seeded)));
    if (!open) throw new Error(`law ${law.name} names "${name}", which nobody has seeded`);
    const { broken } = await measure(law, open, cases);
    if (broken === 0) idle++;
    faults.push(`  ${group(broken).padStart(6)}  ${name}`);
  }
  rows.push([law.name, held, withCuts, millisecondsACase.toFixed(2), `1 in ${law.every ?? 1}`, faults.length]);
  const exercised = [...met].map(([what, checks]) => `${what} ${group(checks)}`).join(", ");
  details.push(`${law.name}: ${law.sentence}`, ...(exercised ? [`  met: ${exercised}`] : []), ...faults, "");
}
print(`${group(cases)} generated cases of seed ${SEED}; broken: cases in which the law told the fault`, "");
print(...table(["law", "held", "really cut", "ms a case", "asked", "faults"], rows), "", ...details);
if (idle > 0) print(`${idle} faults were not told in so few cases`);

function print(...lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

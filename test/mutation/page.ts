import { explain } from "./explain.ts";
import type { Fate, Mutant } from "./results.ts";
import { SURVIVORS } from "./survivors.ts";
import { UNIT_ONLY } from "./unit-only.ts";

// reports/mutation.md: a table with a line a file, then a section a file with its survivors and what unit tests alone notice. A run of some files renews
// what it has measured and keeps the rest.

const COLUMNS: readonly Fate[] = ["corpus", "laws", "timeout", "unit", "survived", "uncovered"];

const HEAD = `# Mutation score

How many small changes of the reference's code are noticed. Written by \`npm run mutation\`, which changes one thing at a time
in \`src/isa\`, \`src/machine\` and \`src/snapshot\` ([Stryker](https://stryker-mutator.io) makes the changes) and asks, in this
order, until something fails:

1. *corpus*: the directed corpus and riscv-tests, solo and as relays, assembled by the unchanged assembler;
2. *laws*: every law on generated cases, with the changed code as the only target, and whether it still catches its canary;
3. *unit*: the unit tests of the three rooms, where neither of the above has noticed.

*Corpus and laws* is the share of changes that 1 and 2 notice, *with unit tests* that which anything notices. A change that
hangs is noticed (*timeout*), one that only makes the code slow is not: limits are of CPU time, at least ten times what a question
takes. What *survived* was executed and not noticed, what is *uncovered* was not executed. The reasons below
are kept in \`test/mutation/survivors.ts\`; a survivor without one fails the command. What survived corpus and laws and is
noticed by a unit test stands below as well, with the reason where no law can ask (\`test/mutation/unit-only.ts\`).
`;

type Counts = Readonly<Record<Fate | "mutants", number>>;

function countsOf(mutants: readonly Mutant[]): Counts {
  const count = (fate: Fate): number => mutants.filter((mutant) => mutant.fate === fate).length;
  const fates = Object.fromEntries(COLUMNS.map((fate) => [fate, count(fate)])) as Record<Fate, number>;
  return { ...fates, error: count("error"), mutants: mutants.length };
}

function sum(all: readonly Counts[]): Counts {
  const total = (what: keyof Counts): number => all.reduce((rest, counts) => rest + (counts[what] ?? 0), 0);
  const fates = Object.fromEntries(COLUMNS.map((fate) => [fate, total(fate)])) as Record<Fate, number>;
  return { ...fates, error: 0, mutants: total("mutants") };
}

/** What noticed how much, in percent: [corpus and laws, with unit tests]. */
export function scores({ mutants, corpus, laws, timeout, unit }: Counts): [string, string] {
  const percent = (part: number): string => `${((100 * part) / Math.max(mutants, 1)).toFixed(1)} %`;
  return [percent(corpus + laws + timeout), percent(corpus + laws + timeout + unit)];
}

function row(name: string, counts: Counts): string {
  return `| ${[name, counts.mutants, ...COLUMNS.map((fate) => counts[fate]), ...scores(counts)].join(" | ")} |`;
}

/** Lines of the table, and sections, by file. */
interface Page {
  readonly counts: Map<string, Counts>;
  readonly sections: Map<string, string>;
}

function read(text: string): Page {
  const counts = new Map<string, Counts>();
  for (const [, file, cells] of text.matchAll(/^\| (src\/\S+\.ts) \| (.*) \|$/gm)) {
    const [mutants, ...numbers] = cells.split(" | ").map(Number);
    const fates = Object.fromEntries(COLUMNS.map((fate, k) => [fate, numbers[k]])) as Record<Fate, number>;
    counts.set(file, { ...fates, error: 0, mutants });
  }
  const parts = text.split(/^## (?=src\/)/m).slice(1);
  const sections = new Map(parts.map((part) => [part.slice(0, part.indexOf("\n")), `## ${part.trimEnd()}\n`]));
  return { counts, sections };
}

function section(file: string, mutants: readonly Mutant[]): string | undefined {
  const { explained, unexplained } = explain(mutants, SURVIVORS[file] ?? []);
  const groups = [...explained, { reason: "**No reason yet.**", mutants: unexplained }].filter(
    (group) => group.mutants.length > 0,
  );
  const left = mutants.filter(({ fate }) => fate === "unit");
  if (groups.length === 0 && left.length === 0) return undefined;
  const lines = groups.flatMap((group) => [`\n${group.reason}\n`, ...texts(group.mutants)]);
  if (left.length > 0) {
    lines.push("\n### Noticed by unit tests only\n");
    if (UNIT_ONLY[file] !== undefined) lines.push(`${UNIT_ONLY[file]}\n`);
    lines.push(...texts(left));
  }
  return `## ${file}\n${lines.join("\n")}\n`;
}

function texts(mutants: readonly Mutant[]): string[] {
  const grouped = Map.groupBy(mutants, ({ text }) => text);
  return [...grouped].map(
    ([text, all]) => `- \`${text.replaceAll("`", "'")}\`${all.length > 1 ? ` ×${all.length}` : ""}`,
  );
}

/** The page with what was measured of some files. @param before the page as it was, empty if there was none */
export function renew(before: string, byFile: ReadonlyMap<string, readonly Mutant[]>): string {
  const { counts, sections } = read(before);
  for (const [file, mutants] of byFile) {
    counts.set(file, countsOf(mutants));
    const text = section(file, mutants);
    if (text === undefined) sections.delete(file);
    else sections.set(file, text);
  }
  const files = [...counts.keys()].sort();
  const folders = [...new Set(files.map((file) => file.slice(0, file.lastIndexOf("/"))))];
  const of = (folder: string): Counts[] =>
    files.filter((file) => file.startsWith(`${folder}/`)).map((file) => counts.get(file)!);
  const head = ["file", "mutants", ...COLUMNS, "corpus and laws", "with unit tests"];
  return [
    HEAD,
    `| ${head.join(" | ")} |`,
    `|${head.map((_, k) => (k === 0 ? "---" : "---:")).join("|")}|`,
    row("**all**", sum([...counts.values()])),
    ...folders.map((folder) => row(`**${folder}**`, sum(of(folder)))),
    ...files.map((file) => row(file, counts.get(file)!)),
    "",
    ...[...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text),
  ].join("\n");
}

/** One line that says how the mutants fared. */
export function summary(mutants: readonly Mutant[]): string {
  const [strict, all] = scores(countsOf(mutants));
  return `${mutants.length} mutants: ${strict} noticed by corpus and laws, ${all} with unit tests`;
}

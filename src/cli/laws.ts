import { LAW_GROUPS, type Law } from "../laws/index.ts";
import { CANARIES } from "../targets/index.ts";
import { UsageError } from "./exit.ts";

/** `rvrelay laws`: every law, or those that are named, by themselves or by their group, with its sentence, its preconditions, how often a gate asks it, and what breaks it. */
export function laws(names: readonly string[], options: { json?: boolean }): void {
  const groups = chosen(names);
  if (options.json) {
    const rows = groups.flatMap(([group, members]) => members.map((law) => row(group, law)));
    const document = { schemaVersion: 1, verdict: "held", seconds: 0, laws: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  for (const [, members] of groups) for (const law of members) process.stdout.write(`${text(law)}\n`);
}

/** The groups with the laws that are named; each of a group if the group is. @throws UsageError for an unknown name */
function chosen(names: readonly string[]): (readonly [string, readonly Law[]])[] {
  const all = Object.entries<readonly Law[]>(LAW_GROUPS);
  const known = new Set(all.flatMap(([group, members]) => [group, ...members.map(({ name }) => name)]));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new UsageError(`no law or group "${unknown}"; known are ${[...known].join(", ")}`);
  if (names.length === 0) return all;
  return all.map(([group, members]) => [
    group,
    names.includes(group) ? members : members.filter(({ name }) => names.includes(name)),
  ]);
}

function row(group: string, { name, sentence, preconditions, brokenBy, every = 1, exercises = {} }: Law): object {
  return { name, group, sentence, preconditions, every, exercises, brokenBy };
}

function text({ name, sentence, preconditions, brokenBy, every = 1 }: Law): string {
  const canaries = brokenBy.filter((each) => CANARIES.has(each));
  const faults = brokenBy.filter((each) => !CANARIES.has(each));
  return [
    `${name}: ${sentence}`,
    `  holds when: ${preconditions}`,
    `  asked of:   ${every === 1 ? "every case" : `one case in ${every}`}`,
    `  broken by:  ${canaries.join(", ")}${faults.length > 0 ? `; a target that ${faults.join("; ")}` : ""}`,
  ].join("\n");
}

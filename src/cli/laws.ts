import { LAW_GROUPS, type Law } from "../laws/index.ts";
import { CANARIES } from "../targets/index.ts";

/** `rvrelay laws`: every law with its sentence, its preconditions, how often a gate asks it, and what breaks it. */
export function laws(options: { json?: boolean }): void {
  const groups = Object.entries<readonly Law[]>(LAW_GROUPS);
  if (options.json) {
    const rows = groups.flatMap(([group, members]) => members.map((law) => row(group, law)));
    const document = { schemaVersion: 1, verdict: "held", seconds: 0, laws: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  for (const [, members] of groups) for (const law of members) process.stdout.write(`${text(law)}\n`);
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

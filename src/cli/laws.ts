import { LAWS } from "../laws/index.ts";

/** `rvrelay laws`: every law with its sentence, its preconditions and what breaks it. */
export function laws(options: { json?: boolean }): void {
  const rows = LAWS.map(({ name, sentence, preconditions, brokenBy }) => ({ name, sentence, preconditions, brokenBy }));
  if (options.json) {
    const document = { schemaVersion: 1, verdict: "held", seconds: 0, laws: rows };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return;
  }
  for (const { name, sentence, preconditions, brokenBy } of rows) {
    process.stdout.write(`${name}: ${sentence}\n  holds when: ${preconditions}\n  broken by: ${brokenBy.join(", ")}\n`);
  }
}

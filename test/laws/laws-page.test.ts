import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LAW_GROUPS, LAWS, type Law } from "../../src/laws/index.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/laws.md"), "utf8");

/** The rows of the table below a heading. */
function rowsOf(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "")));
}

test.each(Object.entries<readonly Law[]>(LAW_GROUPS))(
  "docs/laws.md says of group %s what its laws say",
  (group, laws) => {
    const rows = rowsOf(group[0].toUpperCase() + group.slice(1));
    expect(rows.map((row) => row.slice(0, 5))).toEqual(
      laws.map(({ name, sentence, preconditions, brokenBy, every = 1 }) => [
        `\`${name}\``,
        sentence,
        preconditions,
        brokenBy.join("; "),
        every === 1 ? "every case" : `1 in ${every}`,
      ]),
    );
    for (const row of rows) expect(row[5]).toMatch(/^\d+\.\d$/);
  },
);

test("every law is in one group", () => {
  const grouped = Object.values<readonly Law[]>(LAW_GROUPS).flat();
  expect(grouped).toEqual(LAWS);
  expect(new Set(grouped.map(({ name }) => name)).size).toBe(LAWS.length);
});

test("the first line of each law's file is its sentence", () => {
  for (const { name, sentence } of LAWS) {
    const [line] = readFileSync(join(import.meta.dirname, `../../src/laws/${name}-law.ts`), "utf8").split("\n");
    expect([name, line]).toEqual([name, `// ${sentence}`]);
  }
});

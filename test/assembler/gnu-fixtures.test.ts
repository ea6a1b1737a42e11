import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { assemble } from "../../src/assembler/index.ts";

const folder = join(import.meta.dirname, "fixtures/gnu");
const names = globSync("*.s", { cwd: folder })
  .map((path) => basename(path, ".s"))
  .toSorted();

/** The bytes that GNU as and ld made of a source, by section; see fixtures/make.sh. */
function expected(name: string): Record<string, string> {
  const sections: Record<string, string> = {};
  let section = "";
  for (const line of readFileSync(join(folder, `${name}.hex`), "utf8")
    .trimEnd()
    .split("\n")) {
    if (line.startsWith(".")) sections[(section = line)] = "";
    else sections[section] += line;
  }
  return sections;
}

function actual(name: string): Record<string, string> {
  const text = readFileSync(join(folder, `${name}.s`), "utf8");
  const march = /^# march: (.*)$/m.exec(text)?.[1] ?? "";
  const compress = /^rv64[a-z]*c/.test(march);
  const sections: Record<string, string> = {};
  for (const { flags, data } of assemble([{ name: `${name}.s`, text }], { march, compress }).segments) {
    if (data.length > 0)
      sections[flags & 1 ? ".text" : flags & 2 ? ".data" : ".rodata"] = Buffer.from(data).toString("hex");
  }
  return sections;
}

test("there are sources and results", () => expect(names.length).toBeGreaterThan(10));

test.each(names)("%s has the bytes that GNU as makes", (name) => {
  expect(actual(name)).toEqual(expected(name));
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, rvrelay } from "../cli/cli.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/debugging.md"), "utf8");
const blocks = (info: string): string[] =>
  [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === info).map((match) => match[2]);

test("the sessions of docs/debugging.md are what its case gives", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "loop.S"), blocks("asm")[0]);
  const sessions = blocks("console");
  expect(sessions).toHaveLength(2);
  for (const session of sessions) {
    const commands = [...session.matchAll(/^\(rvrelay\) (.*)$/gm)].flatMap(([, command]) => ["--command", command]);
    const relay = session.includes(": relay of ") ? ["--relay"] : [];
    expect(rvrelay(["debug", "loop.S", ...relay, ...commands], folder)).toEqual({ code: 0, out: session, err: "" });
  }
});

test("its table of commands names no command that there is not, and all", () => {
  const table = page.split("| command | does |")[1].split("\n\n")[0];
  const named = [...table.matchAll(/`([a-z-]+)[^`]*`/g)].map(([, name]) => name);
  const folder = emptyFolder();
  writeFileSync(join(folder, "loop.S"), blocks("asm")[0]);
  const { out } = rvrelay(["debug", "loop.S", "--command", "help"], folder);
  const known = [...out.matchAll(/^ {2}([a-z-]+)(?:,| |$).* {2}/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(known.filter((name) => name !== "help" && name !== "quit").toSorted());
});

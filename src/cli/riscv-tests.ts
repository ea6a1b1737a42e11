import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readCase, type CaseFile } from "../case/index.ts";
import { CORPUS } from "./corpus.ts";
import { InconclusiveError, UsageError } from "./exit.ts";
import { readText } from "./files.ts";
import { includeReader } from "./include.ts";

const FOLDER = join(CORPUS, "..", "vendor", "riscv-tests");
const SUITES = ["rv64ui", "rv64um", "rv64ua", "rv64uc", "rv64uzba", "rv64uzbb", "rv64uzbc", "rv64uzbs"];

/** A test that cannot hold on this VM. */
export interface Excluded {
  readonly name: string;
  readonly reason: string;
}

/** True if the submodule is checked out. */
export function hasRiscvTests(): boolean {
  return existsSync(join(FOLDER, "isa"));
}

/** What to do where it is not. */
export const HOW_TO_GET = "git submodule update --init vendor/riscv-tests";

/**
 * The tests of riscv-tests as cases, assembled with our own environment header, and those left out with the reason.
 * @throws InconclusiveError if the submodule is not checked out
 */
export function readRiscvTests(): { cases: CaseFile[]; excluded: Excluded[] } {
  if (!hasRiscvTests()) throw new InconclusiveError(`riscv-tests is not checked out; get it with: ${HOW_TO_GET}`);
  const excluded = readExcluded();
  const names = SUITES.flatMap((suite) =>
    readdirSync(join(FOLDER, "isa", suite))
      .filter((file) => file.endsWith(".S"))
      .sort()
      .map((file) => `${suite}/${file.slice(0, -2)}`),
  );
  for (const { name } of excluded) {
    if (!names.includes(name)) throw new UsageError(`excluded.txt names ${name}, which is not in riscv-tests`);
  }
  const wanted = names.filter((name) => !excluded.some((entry) => entry.name === name));
  return { cases: wanted.map(readTest), excluded };
}

function readTest(name: string): CaseFile {
  const file = join(FOLDER, "isa", `${name}.S`);
  const folders = [join(CORPUS, "riscv-tests"), join(FOLDER, "isa", "macros", "scalar")];
  const options = { ...includeReader(folders), defines: { __riscv_xlen: "64" } };
  return { ...readCase(file, readText(file), options), name: `riscv-tests ${name}`, title: name };
}

function readExcluded(): Excluded[] {
  return readText(join(CORPUS, "riscv-tests", "excluded.txt"))
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [name, reason = ""] = line.split(/\s+(.*)/s);
      return { name, reason };
    });
}

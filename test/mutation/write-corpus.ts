import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { CaseFile } from "../../src/case/index.ts";
import { CORPUS, readCases } from "../../src/cli/corpus.ts";
import { hasRiscvTests, readRiscvTests } from "../../src/cli/riscv-tests.ts";

/** Writes the directed programs, assembled; says how many of our own there are and how many of riscv-tests. */
export function writeCorpus(file: string): { own: number; riscvTests: number } {
  const own = readCases([join(CORPUS, "conformance")], join(CORPUS, ".."));
  const riscvTests = hasRiscvTests() ? readRiscvTests().cases : [];
  writeFileSync(file, serialize([...own, ...riscvTests].map(withoutText)));
  return { own: own.length, riscvTests: riscvTests.length };
}

function withoutText(file: CaseFile): CaseFile {
  const { assembly: _, ...checked } = file.checked;
  return { ...file, checked };
}

import { join } from "node:path";
import type { CaseFile } from "../case/index.ts";
import { CORPUS, readCases } from "./corpus.ts";
import { hasRiscvTests, readRiscvTests } from "./riscv-tests.ts";

/** Directed programs: riscv-tests where they are checked out, and the project's own. */
export function readDirected(): CaseFile[] {
  const own = readCases([join(CORPUS, "conformance")], join(CORPUS, ".."));
  return hasRiscvTests() ? [...readRiscvTests().cases, ...own] : own;
}

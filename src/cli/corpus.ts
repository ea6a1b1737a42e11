import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Finding } from "../campaign/index.ts";
import { readCase, type CaseFile } from "../case/index.ts";
import { UsageError } from "./exit.ts";
import { assemblyFiles, readText } from "./files.ts";
import { includeReader } from "./include.ts";

/** The package's own corpus: the same place from the sources and from the built package. */
export const CORPUS = join(import.meta.dirname, "..", "..", "corpus");

/** Where failing cases of earlier runs are kept. */
export const FINDINGS = join("reports", "findings");

/** Where those of the canary are kept: it is broken on purpose, and nobody wants them replayed. */
export const CANARY_FINDINGS = join("reports", "canary");

/** Reads case files and folders of them; names are relative to `base`. @throws UsageError, CaseFileError, AssemblyError */
export function readCases(paths: readonly string[], base = "."): CaseFile[] {
  return paths.flatMap(assemblyFiles).map((file) => {
    const name = relative(base, file);
    const text = readText(file);
    // Else the assembler would say what it makes of it.
    if (text.includes("\0")) throw new UsageError(`${name}: not a case file: it is no text`);
    return readCase(name, text, includeReader([dirname(file), join(CORPUS, "conformance")]));
  });
}

/** The cases of earlier failures: the package's, and those found here. */
export function readRegressions(): CaseFile[] {
  return readCases([join(CORPUS, "regressions"), FINDINGS].filter((folder) => existsSync(folder)));
}

/** Addresses of sections in the file that the case of a finding was read from; none for others. */
export function sectionsOf({ name, checked }: Finding): ReadonlyMap<string, bigint> {
  if (checked.assembly === undefined || !existsSync(name)) return new Map();
  return readCases([name]).at(0)?.sections ?? new Map<string, bigint>();
}

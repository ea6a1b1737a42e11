import { readFileSync } from "node:fs";
import type { AssembleOptions } from "../assembler/index.ts";

/** Assembler options that read included files from disk: quoted ones beside their includer, then from `folders`. */
export function includeReader(folders: readonly string[]): Pick<AssembleOptions, "includePaths" | "readFile"> {
  return { includePaths: folders, readFile };
}

/** The text of a file, or undefined if there is none. */
function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

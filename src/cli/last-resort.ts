import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { UsageError } from "./exit.ts";
import { writeWhole } from "./files.ts";

/**
 * Writes what must not be lost. Where it cannot be written, it is printed on standard error, between two lines that say what it
 * is: a full disk loses no finding.
 * @returns false if it could not be written
 */
export function lastResort(file: string, text: string): boolean {
  try {
    makeFolder(dirname(file));
    writeWhole(file, text);
    return true;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`rvrelay: ${error.message}; what was to be written follows\n`);
    process.stderr.write(`----- ${file}\n${text.endsWith("\n") ? text : `${text}\n`}----- end of ${file}\n`);
    return false;
  }
}

/** @throws UsageError if it is not there and cannot be made */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new UsageError(`${folder}: cannot be made`);
  }
}

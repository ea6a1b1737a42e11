import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "./exit.ts";

/** Largest file a command reads, in bytes. */
const FILE_SIZE_MAX = 256 * 1024 * 1024;

/** The bytes of a file. @throws UsageError naming the file if it cannot be read */
export function readBytes(file: string): Uint8Array<ArrayBuffer> {
  try {
    if (statSync(file).size > FILE_SIZE_MAX) throw new UsageError(`${file}: larger than ${FILE_SIZE_MAX} bytes`);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}

/** The text of a file. @throws UsageError naming the file if it cannot be read */
export function readText(file: string): string {
  return new TextDecoder().decode(readBytes(file));
}

/** Looks whether `writeWhole` could write a file now, and leaves what is there as it is. @throws UsageError if not */
export function checkWritable(file: string): void {
  const isFolder = existsSync(file) && statSync(file).isDirectory();
  if (isFolder) throw new UsageError(`${file}: ${REASONS["EISDIR"]}`);
  const part = `${file}.part`;
  try {
    writeFileSync(part, "");
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * Writes a file whole or not at all.
 * @param mode who may read and write it
 * @throws UsageError naming the file if it cannot be written
 */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o666): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, content, { mode });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): UsageError {
  return new UsageError(`${file}: ${existsSync(dirname(file)) ? reasonOf(error) : "its folder does not exist"}`);
}

/** The `.S` files at `path`: itself, or those in a folder and its subfolders, sorted by name. @throws UsageError */
export function assemblyFiles(path: string): string[] {
  if (!existsSync(path)) throw new UsageError(`${path}: no such file or folder`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".S"))
    .sort()
    .map((file) => join(path, file));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "not permitted",
  EISDIR: "is a folder",
  ENOTDIR: "part of the path is not a folder",
  ENOSPC: "no space left",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

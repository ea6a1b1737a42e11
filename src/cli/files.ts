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

/** Writes a file whole or not at all. @throws UsageError naming the file if it cannot be written */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const part = `${file}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = existsSync(dirname(file)) ? reasonOf(error) : "its folder does not exist";
    throw new UsageError(`${file}: ${reason}`);
  }
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

import {
  accessSync,
  appendFileSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  type Stats,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
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
  let part: string | undefined;
  try {
    const place = placeOf(file);
    if (place.whole) writeFileSync((part = `${place.path}.part`), "");
    else accessSync(place.path, constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  } finally {
    if (part !== undefined) rmSync(part, { force: true });
  }
}

/**
 * Writes a file whole or not at all. A link is followed and stays; into what is no regular file (a device, a pipe, standard
 * output) it is written as it stands.
 * @param mode who may read and write it
 * @throws UsageError naming the file if it cannot be written
 */
export function writeWhole(file: string, content: Uint8Array | string, mode = 0o666): void {
  let part: string | undefined;
  try {
    const place = placeOf(file);
    if (!place.whole) return appendFileSync(place.path, content);
    writeFileSync((part = `${place.path}.part`), content, { mode });
    renameSync(part, place.path);
  } catch (error) {
    if (part !== undefined) rmSync(part, { force: true });
    throw cannotWrite(file, error);
  }
}

/** Where a file is to be written; `whole` if another may take its place. @throws Error if it is a folder */
function placeOf(file: string): { readonly path: string; readonly whole: boolean } {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return { path: behindLinks(file), whole: true };
  if (found.isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
  const isOurs = OUTPUTS.some((fd) => isOpenAs(fd, found));
  return found.isFile() && !isOurs ? { path: realpathSync(file), whole: true } : { path: file, whole: false };
}

/** Links that lead to each other one behind the other at the most: a system follows about as many. */
const LINKS_MAX = 40;

/** Where a link leads to what is not there yet. */
function behindLinks(file: string): string {
  let path = file;
  for (let k = 0; k < LINKS_MAX && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink(); k++) {
    path = resolve(dirname(path), readlinkSync(path));
  }
  return path;
}

/** Standard output and standard error: whoever redirected them to a file holds that file, and not one in its place. */
const OUTPUTS = [1, 2] as const;

function isOpenAs(fd: number, { dev, ino }: Stats): boolean {
  try {
    const open = fstatSync(fd);
    return open.dev === dev && open.ino === ino;
  } catch {
    return false; // it is closed
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

import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import type { NewFile } from "../report/patch.ts";
import { writeWhole } from "./files.ts";
import { makeFolder } from "./last-resort.ts";

const BLOCK = 512;
/** Names that fit the header of POSIX's ustar format. */
const NAME_MAX = 100;

/**
 * A `.tar.gz` with these files, in POSIX's ustar format. Times and owners are zero, so that the same files give the same bytes.
 * @throws RangeError for a name over 100 bytes
 */
export function archiveOf(files: readonly NewFile[]): Uint8Array {
  const blocks = files.flatMap(({ path, text }) => {
    const content = Buffer.from(text);
    return [headerOf(path, content.length), content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)];
  });
  // Two empty blocks end it.
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]));
}

/** Writes them as one archive that only its owner can read, whole or not at all. @throws UsageError naming the file if it cannot be written */
export function writeArchive(file: string, files: readonly NewFile[]): void {
  makeFolder(dirname(file));
  writeWhole(file, archiveOf(files), 0o600);
}

function headerOf(path: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(path) > NAME_MAX) throw new RangeError(`${path}: longer than ${NAME_MAX} bytes`);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(path, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write(" ".repeat(8), 148); // the checksum is taken with spaces in its own place
  header.write("0", 156);
  header.write("ustar\0" + "00", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

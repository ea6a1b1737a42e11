import { ERRNO, WasiError, WasiOutputLimit } from "./errors.ts";

/** A file opened for reading. */
interface OpenFile {
  readonly bytes: Uint8Array;
  position: number;
}

/** What an open descriptor is. */
export type Descriptor =
  | { readonly kind: "input"; readonly file: OpenFile }
  | { readonly kind: "output"; readonly sink: OutputSink }
  | { readonly kind: "directory"; readonly name: string }
  | { readonly kind: "file"; readonly file: OpenFile };

/** How many bytes may still be written, on all output streams together. */
export interface OutputBudget {
  bytes: number;
}

const FIRST_SIZE = 4096;

/** One output stream. */
export class OutputSink {
  readonly #budget: OutputBudget;
  // Programs write line by line and less: one array that grows is cheaper than many small ones.
  #bytes = new Uint8Array(FIRST_SIZE);
  #length = 0;

  constructor(budget: OutputBudget) {
    this.#budget = budget;
  }

  /** Keeps a copy of `bytes`, as far as the budget goes. @throws WasiOutputLimit when it is spent */
  write(bytes: Uint8Array): void {
    const kept = bytes.length > this.#budget.bytes ? bytes.subarray(0, this.#budget.bytes) : bytes;
    this.#reserve(this.#length + kept.length);
    this.#bytes.set(kept, this.#length);
    this.#length += kept.length;
    this.#budget.bytes -= kept.length;
    if (kept.length < bytes.length) throw new WasiOutputLimit();
  }

  text(): string {
    return Buffer.from(this.#bytes.buffer, 0, this.#length).toString("utf8");
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(length, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

/** Directory that is open from the start: the first descriptor behind the three standard streams. */
const ROOT = 3;
const DESCRIPTORS_MAX = 256;

/** An in-memory, read-only file system with one directory, `/`, and the table of open descriptors. */
export class Files {
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #open: Map<number, Descriptor>;

  /** `files`: contents by name, without slashes. */
  constructor(files: ReadonlyMap<string, Uint8Array>, stdin: Uint8Array, stdout: OutputSink, stderr: OutputSink) {
    this.#files = files;
    this.#open = new Map<number, Descriptor>([
      [0, { kind: "input", file: { bytes: stdin, position: 0 } }],
      [1, { kind: "output", sink: stdout }],
      [2, { kind: "output", sink: stderr }],
      [ROOT, { kind: "directory", name: "/" }],
    ]);
  }

  get(descriptor: number): Descriptor | undefined {
    return this.#open.get(descriptor);
  }

  /** Opens `path` in the directory `descriptor`; gives the new descriptor or an error number, negated. */
  open(descriptor: number, path: string): number {
    const directory = this.#open.get(descriptor);
    if (!directory) return -ERRNO.badf;
    if (directory.kind !== "directory") return -ERRNO.notdir;
    if (this.#open.size >= DESCRIPTORS_MAX) throw new WasiError(`it opened more than ${DESCRIPTORS_MAX} files`);
    const bytes = this.#files.get(path);
    if (!bytes) return path === "" || path === "." ? -ERRNO.isdir : -ERRNO.noent;
    let free = ROOT + 1;
    while (this.#open.has(free)) free++;
    this.#open.set(free, { kind: "file", file: { bytes, position: 0 } });
    return free;
  }

  /** True if it was open. */
  close(descriptor: number): boolean {
    return this.#open.delete(descriptor);
  }
}

import { ERRNO, WasiError, WasiExit } from "./errors.ts";
import type { Files } from "./files.ts";
import type { GuestMemory } from "./guest-memory.ts";

/** A host function. Arguments are i32 as Number (signed) or i64 as bigint; the result is an error number. */
export type WasiCall = (...args: number[]) => number;

/** What the calls work on. */
export interface WasiContext {
  readonly memory: GuestMemory;
  readonly files: Files;
  /** Each one ends with a zero byte. */
  readonly args: readonly Uint8Array[];
  readonly environment: readonly Uint8Array[];
}

/** Kinds of a descriptor, as `fd_filestat_get` tells them. */
const FILE_TYPES = { input: 2, output: 2, directory: 3, file: 4 } as const;
const FILE_STAT_BYTES = 64;
/** Any of these open flags asks to change the file system: create, exclusive, truncate. */
const WRITING_FLAGS = 1 | 4 | 8;
const DIRECTORY_FLAG = 2;
const PATH_MAX = 4096;
const PIECES_MAX = 1024;
/** A moment (2020-01-01), and what each look at the clock adds to it: runs are to be repeatable. */
const FIRST_MOMENT = 1_577_836_800_000_000_000n;
const TICK_NANOSECONDS = 1000n;

/** The functions of WASI preview 1 that programs without sockets and without written files need. */
export function wasiCalls({ memory, files, args, environment }: WasiContext): Record<string, WasiCall> {
  let moment = FIRST_MOMENT;
  let random = 1;

  /** Calls `move` for each piece of a list of buffers, until one gives less than the whole; stores the sum. */
  const forPieces = (list: number, count: number, sum: number, move: (piece: Uint8Array) => number): number => {
    if (count >>> 0 > PIECES_MAX) return ERRNO.inval;
    let moved = 0;
    for (let k = 0; k < count; k++) {
      const length = memory.u32(list + 8 * k + 4);
      const part = move(memory.bytes(memory.u32(list + 8 * k), length));
      moved += part;
      if (part < length) break;
    }
    memory.setU32(sum, moved);
    return ERRNO.success;
  };
  const putSizes = (strings: readonly Uint8Array[], count: number, bytes: number): number => {
    memory.setU32(count, strings.length);
    memory.setU32(
      bytes,
      strings.reduce((sum, { length }) => sum + length, 0),
    );
    return ERRNO.success;
  };
  const putStrings = (strings: readonly Uint8Array[], pointers: number, bytes: number): number => {
    let at = bytes;
    for (const [k, string] of strings.entries()) {
      memory.setU32(pointers + 4 * k, at);
      memory.bytes(at, string.length).set(string);
      at += string.length;
    }
    return ERRNO.success;
  };

  return {
    args_sizes_get: (count, bytes) => putSizes(args, count, bytes),
    args_get: (pointers, bytes) => putStrings(args, pointers, bytes),
    environ_sizes_get: (count, bytes) => putSizes(environment, count, bytes),
    environ_get: (pointers, bytes) => putStrings(environment, pointers, bytes),

    clock_time_get: (_clock, _precision, result) => {
      memory.setU64(result, moment);
      moment += TICK_NANOSECONDS;
      return ERRNO.success;
    },

    random_get: (pointer, length) => {
      const bytes = memory.bytes(pointer, length);
      for (const k of bytes.keys()) {
        random = (Math.imul(random, 1_664_525) + 1_013_904_223) | 0;
        bytes[k] = random >>> 24;
      }
      return ERRNO.success;
    },

    fd_read: (descriptor, list, count, read) => {
      const opened = files.get(descriptor);
      if (opened?.kind !== "file" && opened?.kind !== "input") return ERRNO.badf;
      const { file } = opened;
      return forPieces(list, count, read, (piece) => {
        const part = file.bytes.subarray(file.position, file.position + piece.length);
        piece.set(part);
        file.position += part.length;
        return part.length;
      });
    },

    fd_write: (descriptor, list, count, written) => {
      const opened = files.get(descriptor);
      if (opened?.kind !== "output") return ERRNO.badf;
      return forPieces(list, count, written, (piece) => {
        opened.sink.write(piece);
        return piece.length;
      });
    },

    fd_close: (descriptor) => (files.close(descriptor) ? ERRNO.success : ERRNO.badf),

    fd_filestat_get: (descriptor, result) => {
      const opened = files.get(descriptor);
      if (!opened) return ERRNO.badf;
      memory.bytes(result, FILE_STAT_BYTES).fill(0);
      memory.setU64(result + 8, BigInt(descriptor));
      memory.setU8(result + 16, FILE_TYPES[opened.kind]);
      memory.setU64(result + 24, 1n);
      if (opened.kind === "file") memory.setU64(result + 32, BigInt(opened.file.bytes.length));
      return ERRNO.success;
    },

    fd_prestat_get: (descriptor, result) => {
      const opened = files.get(descriptor);
      if (opened?.kind !== "directory") return ERRNO.badf;
      memory.setU32(result, 0);
      memory.setU32(result + 4, opened.name.length);
      return ERRNO.success;
    },

    fd_prestat_dir_name: (descriptor, pointer, length) => {
      const opened = files.get(descriptor);
      if (opened?.kind !== "directory") return ERRNO.badf;
      if (length >>> 0 < opened.name.length) return ERRNO.inval;
      memory.bytes(pointer, opened.name.length).set(Buffer.from(opened.name));
      return ERRNO.success;
    },

    path_open: (directory, _lookup, path, pathLength, flags, _rights, _inherited, _mode, result) => {
      if (pathLength >>> 0 > PATH_MAX) return ERRNO.inval;
      if (flags & WRITING_FLAGS) return ERRNO.rofs;
      if (flags & DIRECTORY_FLAG) return ERRNO.notdir;
      const opened = files.open(directory, Buffer.from(memory.bytes(path, pathLength)).toString("utf8"));
      if (opened < 0) return -opened;
      memory.setU32(result, opened);
      return ERRNO.success;
    },

    proc_exit: (code) => {
      throw new WasiExit(code >>> 0);
    },
  };
}

/** `call` for a module: a pointer outside memory is an error number, not an exception. */
export function guarded(call: WasiCall): WasiCall {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (error instanceof RangeError) return ERRNO.fault;
      throw error;
    }
  };
}

/** A function that this host does not have. */
export function missing(name: string): WasiCall {
  return () => {
    throw new WasiError(`it called ${name}, which its host does not offer`);
  };
}

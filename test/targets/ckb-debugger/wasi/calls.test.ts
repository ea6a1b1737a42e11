import { beforeEach, describe, expect, test } from "vitest";
import { guarded, wasiCalls, type WasiCall } from "../../../../src/targets/ckb-debugger/wasi/calls.ts";
import { Files, OutputSink } from "../../../../src/targets/ckb-debugger/wasi/files.ts";
import { GuestMemory } from "../../../../src/targets/ckb-debugger/wasi/guest-memory.ts";

// Shapes and error numbers are those of WASI preview 1 (its witx files).

const [OK, BADF, FAULT, INVAL, ISDIR, NOENT, NOTDIR, ROFS] = [0, 8, 21, 28, 31, 44, 54, 69];
const MEMORY_SIZE = 65536;
const [RESULT, LIST, PATH, BUFFER] = [0x100, 0x200, 0x300, 0x400];
const ROOT = 3;

let view: DataView;
let calls: Record<string, WasiCall>;

beforeEach(() => {
  const buffer = new ArrayBuffer(MEMORY_SIZE);
  view = new DataView(buffer);
  calls = newCalls(buffer);
});

function newCalls(buffer: ArrayBuffer): Record<string, WasiCall> {
  const memory = new GuestMemory();
  memory.attach({ buffer });
  const budget = { bytes: 1000 };
  const contents = new Map([["program", Buffer.from("0123456789")]]);
  const files = new Files(contents, Buffer.from("in"), new OutputSink(budget), new OutputSink(budget));
  const args = [Buffer.from("ab\0"), Buffer.from("\0")];
  const made = wasiCalls({ memory, files, args, environment: [] });
  return Object.fromEntries(Object.entries(made).map(([name, call]) => [name, guarded(call)]));
}

function bytes(at: number, length: number): string {
  return Buffer.from(view.buffer, at, length).toString("latin1");
}

function open(path: string, { flags = 0, directory = ROOT } = {}): number {
  Buffer.from(view.buffer).write(path, PATH);
  return calls.path_open(directory, 0, PATH, path.length, flags, 0, 0, 0, RESULT);
}

/** Reads into one buffer for each length; gives the error number, and what came. */
function read(descriptor: number, ...lengths: number[]): [number, string] {
  let at = BUFFER;
  for (const [k, length] of lengths.entries()) {
    view.setUint32(LIST + 8 * k, at, true);
    view.setUint32(LIST + 8 * k + 4, length, true);
    at += length;
  }
  const error = calls.fd_read(descriptor, LIST, lengths.length, RESULT);
  return [error, bytes(BUFFER, view.getUint32(RESULT, true))];
}

describe("arguments", () => {
  test("their sizes, pointers and bytes", () => {
    expect(calls.args_sizes_get(RESULT, RESULT + 4)).toBe(OK);
    expect([view.getUint32(RESULT, true), view.getUint32(RESULT + 4, true)]).toEqual([2, 4]);
    expect(calls.args_get(LIST, BUFFER)).toBe(OK);
    expect([view.getUint32(LIST, true), view.getUint32(LIST + 4, true)]).toEqual([BUFFER, BUFFER + 3]);
    expect(bytes(BUFFER, 4)).toBe("ab\0\0");
  });

  test("no environment", () => {
    expect(calls.environ_sizes_get(RESULT, RESULT + 4)).toBe(OK);
    expect(view.getBigUint64(RESULT, true)).toBe(0n);
  });
});

describe("files", () => {
  test("the directory / is open from the start, and it is the only one", () => {
    expect(calls.fd_prestat_get(ROOT, RESULT)).toBe(OK);
    expect([view.getUint32(RESULT, true), view.getUint32(RESULT + 4, true)]).toEqual([0, 1]);
    expect(calls.fd_prestat_dir_name(ROOT, BUFFER, 1)).toBe(OK);
    expect(bytes(BUFFER, 1)).toBe("/");
    expect(calls.fd_prestat_dir_name(ROOT, BUFFER, 0)).toBe(INVAL);
    expect(calls.fd_prestat_get(ROOT + 1, RESULT)).toBe(BADF);
  });

  test("a file is opened, read to its end in pieces, and closed", () => {
    expect(open("program")).toBe(OK);
    const file = view.getUint32(RESULT, true);
    expect(read(file, 3, 0, 2)).toEqual([OK, "01234"]);
    expect(read(file, 100)).toEqual([OK, "56789"]);
    expect(read(file, 100)).toEqual([OK, ""]);
    expect(calls.fd_close(file)).toBe(OK);
    expect(read(file, 1)[0]).toBe(BADF);
    expect(calls.fd_close(file)).toBe(BADF);
  });

  test("two descriptors of one file have positions of their own", () => {
    open("program");
    const first = view.getUint32(RESULT, true);
    open("program");
    const second = view.getUint32(RESULT, true);
    expect(second).not.toBe(first);
    expect(read(first, 4)[1]).toBe("0123");
    expect(read(second, 2)[1]).toBe("01");
  });

  test("its status has kind 4 and its size; that of the directory kind 3", () => {
    open("program");
    expect(calls.fd_filestat_get(view.getUint32(RESULT, true), BUFFER)).toBe(OK);
    expect([view.getUint8(BUFFER + 16), view.getBigUint64(BUFFER + 32, true)]).toEqual([4, 10n]);
    expect(calls.fd_filestat_get(ROOT, BUFFER)).toBe(OK);
    expect(view.getUint8(BUFFER + 16)).toBe(3);
    expect(calls.fd_filestat_get(77, BUFFER)).toBe(BADF);
  });

  test.each([
    ["a file that is not there", "other", {}, NOENT],
    ["a way out of the directory", "../program", {}, NOENT],
    ["the directory itself", ".", {}, ISDIR],
    ["creating", "new", { flags: 1 }, ROFS],
    ["truncating", "program", { flags: 8 }, ROFS],
    ["a file as a directory", "program", { flags: 2 }, NOTDIR],
    ["no directory to start from", "program", { directory: 1 }, NOTDIR],
    ["a closed one", "program", { directory: 99 }, BADF],
  ])("refuses %s", (_, path, where, error) => {
    expect(open(path, where)).toBe(error);
  });

  test("standard input ends; output is not to be read, input not to be written", () => {
    expect(read(0, 10)).toEqual([OK, "in"]);
    expect(read(0, 10)).toEqual([OK, ""]);
    expect(read(1, 1)[0]).toBe(BADF);
    expect(calls.fd_write(0, LIST, 1, RESULT)).toBe(BADF);
  });
});

describe("hostile pointers and lengths", () => {
  const outside = MEMORY_SIZE - 2;

  test.each<[string, () => number]>([
    ["a result outside memory", () => calls.args_sizes_get(outside, 0)],
    ["a negative one", () => calls.fd_prestat_get(ROOT, -1)],
    ["a list outside memory", () => calls.fd_write(1, outside, 1, RESULT)],
    ["a path outside memory", () => calls.path_open(ROOT, 0, outside, 100, 0, 0, 0, 0, RESULT)],
    ["random bytes outside memory", () => calls.random_get(outside, 100)],
    ["a time outside memory", () => calls.clock_time_get(0, 0, outside)],
  ])("%s", (_, act) => {
    expect(act()).toBe(FAULT);
  });

  test("a buffer outside memory, or longer than all of it", () => {
    expect(read(0, 0xffff_ffff)[0]).toBe(FAULT);
  });

  test("more buffers, and a longer path, than anyone needs", () => {
    expect(calls.fd_write(1, LIST, -1, RESULT)).toBe(INVAL);
    expect(calls.path_open(ROOT, 0, PATH, 5000, 0, 0, 0, 0, RESULT)).toBe(INVAL);
  });

  test("files that are opened and never closed", () => {
    const openMany = (): void => {
      for (let k = 0; k < 1000; k++) open("program");
    };
    expect(openMany).toThrow("it opened more than 256 files");
  });
});

test("time moves on, and time and entropy are the same in every run", () => {
  const observe = (made: Record<string, WasiCall>): string => {
    made.clock_time_get(0, 0, BUFFER);
    made.clock_time_get(0, 0, BUFFER + 8);
    made.random_get(BUFFER + 16, 32);
    return bytes(BUFFER, 48);
  };
  const first = observe(calls);
  expect(view.getBigUint64(BUFFER + 8, true)).toBeGreaterThan(view.getBigUint64(BUFFER, true));
  expect(new Set(first.slice(16)).size).toBeGreaterThan(10);
  const buffer = new ArrayBuffer(MEMORY_SIZE);
  view = new DataView(buffer);
  expect(observe(newCalls(buffer))).toBe(first);
});

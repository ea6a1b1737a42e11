import { describe, expect, test } from "vitest";
import { runWasi, WasiError } from "../../../../src/targets/ckb-debugger/wasi/index.ts";
import { call, constant, DROP, forever, tinyModule, UNREACHABLE, type TinyModule } from "./tiny-module.ts";

const options = { args: ["tiny"], outputLimitBytes: 100 };
const EXIT = { name: "proc_exit", params: 1, result: false };
const WRITE = { name: "fd_write", params: 4 };
/** A list of one buffer, at address 0: five bytes at address 8. */
const HELLO = "\x08\0\0\0\x05\0\0\0hello";
const writeTo = (stream: number): number[] => [stream, 0, 1, 32].flatMap(constant).concat(call(0), DROP);

describe("how a program ends", () => {
  test.each<[string, TinyModule, object]>([
    ["it returns", {}, { kind: "exit", code: 0 }],
    ["it exits", { imports: [EXIT], body: [...constant(7), ...call(0)] }, { kind: "exit", code: 7 }],
    ["it traps", { body: UNREACHABLE }, { kind: "trap", text: "unreachable" }],
    ["it recurses without end", { body: call(0) }, { kind: "trap", text: "Maximum call stack size exceeded" }],
  ])("%s", async (_, tiny, end) => {
    expect(runWasi(await tinyModule(tiny), options).end).toEqual(end);
  });
});

describe("output", () => {
  test.each([
    [1, "hello", ""],
    [2, "", "hello"],
    [0, "", ""],
    [3, "", ""],
    [9, "", ""],
  ])("descriptor %i", async (stream, stdout, stderr) => {
    const module = await tinyModule({ imports: [WRITE], body: writeTo(stream), data: HELLO });
    expect(runWasi(module, options)).toEqual({ end: { kind: "exit", code: 0 }, stdout, stderr });
  });

  test("a program that writes forever is stopped at the limit, and what it wrote is kept", async () => {
    const module = await tinyModule({ imports: [WRITE], body: forever(writeTo(1)), data: HELLO });
    const { end, stdout } = runWasi(module, { ...options, outputLimitBytes: 12 });
    expect([end, stdout]).toEqual([{ kind: "limit" }, "hellohellohe"]);
  });

  test("both streams share the limit", async () => {
    const body = [...writeTo(2), ...forever(writeTo(1))];
    const { stdout, stderr } = runWasi(await tinyModule({ imports: [WRITE], body, data: HELLO }), {
      ...options,
      outputLimitBytes: 8,
    });
    expect([stdout, stderr]).toEqual(["hel", "hello"]);
  });
});

describe("what is refused, each by a clear error", () => {
  test.each<[string, TinyModule, string]>([
    ["calls the host does not have", { imports: [{ name: "sock_send", params: 5 }] }, "sock_send"],
    ["imports from elsewhere", { imports: [{ from: "env", name: "abort", params: 0 }] }, "function env.abort"],
    ["no memory", { memory: false }, "it exports no memory"],
    ["no start function", { start: "main" }, "it exports no _start"],
    ["names of the object prototype", { imports: [{ name: "toString", params: 0 }] }, "toString"],
  ])("%s", async (_, tiny, message) => {
    const params = tiny.imports?.[0].params ?? 0;
    const body = Array.from({ length: params }, () => constant(0)).flat();
    const module = await tinyModule({ ...tiny, body: tiny.imports ? [...body, ...call(0), ...DROP] : [] });
    expect(() => runWasi(module, options)).toThrow(WasiError);
    expect(() => runWasi(module, options)).toThrow(message);
  });

  test("arguments with a zero byte", async () => {
    const module = await tinyModule({});
    expect(() => runWasi(module, { ...options, args: ["a\0b"] })).toThrow(/zero byte/);
  });
});

test("each run has a fresh instance, however many there are", async () => {
  const module = await tinyModule({ imports: [WRITE], body: writeTo(1), data: HELLO });
  for (let k = 0; k < 2000; k++) expect(runWasi(module, options).stdout).toBe("hello");
});

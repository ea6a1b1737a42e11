import { describe, expect, test } from "vitest";
import { readAnswer, readProbedFault } from "../../../src/targets/ckb-debugger/answer.ts";
import { TargetError } from "../../../src/targets/index.ts";

// The texts are those that ckb-debugger 0.200.1 prints.

const answer = (stdout: string, stderr = ""): unknown => readAnswer({ end: { kind: "exit", code: 0 }, stdout, stderr });

test("an exit, with cycles small and large", () => {
  expect(answer("Run result: -3\nAll cycles: 509\n")).toEqual({ kind: "exit", code: -3, cycles: 509n });
  expect(answer("Script log: x\nRun result: 0\nAll cycles: 1234567(1.2M)\n")).toEqual({
    kind: "exit",
    code: 0,
    cycles: 1_234_567n,
  });
});

test("the last result counts: a program may print another one before", () => {
  const printed = "Script log: \nRun result: 1\nAll cycles: 2\n";
  expect(answer(`${printed}Run result: 0\nAll cycles: 509\n`)).toMatchObject({ code: 0, cycles: 509n });
});

test.each([
  ["CyclesExceeded", { kind: "budget" }],
  ["MemOutOfBound", { kind: "fault", fault: { name: "MemOutOfBound", payload: "unknown" } }],
  ["InvalidEcall(18446744073709551615)", { kind: "fault", fault: { name: "InvalidEcall", code: 2n ** 64n - 1n } }],
  [
    "InvalidInstruction { pc: 65540, instruction: 11904303 }",
    { kind: "fault", fault: { name: "InvalidInstruction", pc: 65540n, instruction: 11904303 } },
  ],
  ['ElfParseError("bad offset 40")', { kind: "fault", fault: { name: "ElfParseError", text: "bad offset 40" } }],
  ['External("a \\"b\\"")', { kind: "fault", fault: { name: "External", payload: "unknown" } }],
])("the error %s", (text, stop) => {
  expect(answer("", `Error: ${text}\n`)).toEqual({ kind: "error", stop });
  expect(
    readProbedFault({
      end: { kind: "exit", code: 0 },
      stdout: `Run result: Err(${text})\nAll cycles: 0\n`,
      stderr: "",
    }),
  ).toEqual(stop);
});

describe("what is no answer is a failed target", () => {
  test.each([
    ["nothing", "", ""],
    ["half a result", "Run result: 0\n", ""],
    ["a result with something behind it", "Run result: 0\nAll cycles: 5\nmore\n", ""],
    ["an exit code that is none", "Run result: 300\nAll cycles: 5\n", ""],
    ["no number", "Run result: zero\nAll cycles: 5\n", ""],
    ["an error of no VM", "", 'Error: Error("Invalid ELF section header offset or size")\n'],
    ["names of the object prototype", "", "Error: constructor\n"],
    ["a panic", "", "thread 'main' panicked at src/main.rs:1:1:\n"],
  ])("%s", (_, stdout, stderr) => {
    expect(() => answer(stdout, stderr)).toThrow(TargetError);
  });

  test("no fault where one was asked for", () => {
    const result = {
      end: { kind: "exit", code: 0 },
      stdout: "Run result: Ok(0)\nAll cycles: 5\n",
      stderr: "",
    } as const;
    expect(() => readProbedFault(result)).toThrow("it ended without a fault");
  });
});

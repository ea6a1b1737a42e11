import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFileError, DEFAULT_WORLD, readCase, writeCase, type Case } from "../../src/case/index.ts";

const PROGRAM = "_start: li a0, 0\n li a7, 93\n ecall\n";

function withHeader(...lines: string[]): string {
  return ["/* rvrelay case 1", ...lines.map((line) => ` * ${line}`), " */", PROGRAM].join("\n");
}

describe("reading a case file", () => {
  test("a text without header has the default world and must exit with 0", () => {
    const { checked, expectation } = readCase("a.S", PROGRAM);
    expect({ ...checked.world, program: undefined }).toEqual({ ...DEFAULT_WORLD, program: undefined });
    expect(expectation).toEqual({ stop: "exit 0" });
    expect(checked.cuts).toEqual([]);
    expect(checked).not.toHaveProperty("legTargets");
  });

  test("every header line is read", () => {
    const text = withHeader(
      "title: all of it",
      "version: 1",
      "isa: imc,b",
      "memory: 0x40000",
      "cost: constant",
      "budget: 77",
      "cuts: 5 3, 9",
      "leg-targets: 0 2, 1 255",
      'arg: "one"',
      "arg: base64:/w==",
      "arg: repeat:3 0x7f",
      "source: 0x300000001 AQID",
      "mark-program: no",
      "system-calls: 2041",
      "expect: fault MemOutOfBound address=0x400000 kind=Memory",
      "expect-pc: 0x10004",
      "expect-cycles: 12",
      "expect-register: a0 0x5",
      "expect-register: x7 9",
      "expect-reservation: none",
      "expect-flags: 16 DXF",
      "provenance: by hand",
    );
    const { checked, expectation, title } = readCase("a.S", text);
    expect(title).toBe("all of it");
    expect(checked.world).toMatchObject({
      version: 1,
      isa: 1,
      memorySize: 0x40000,
      cost: "constant",
      markProgram: false,
    });
    expect(checked.world.args).toEqual([
      new TextEncoder().encode("one"),
      Uint8Array.of(0xff),
      Uint8Array.of(0x7f, 0x7f, 0x7f),
    ]);
    expect(checked.world.sources).toEqual([{ id: 0x3_0000_0001n, bytes: Uint8Array.of(1, 2, 3) }]);
    expect(checked.world.systemCalls).toEqual([2041]);
    expect(checked).toMatchObject({
      budget: 77n,
      cuts: [3n, 5n, 9n],
      legTargets: [0, 2, 1, 255],
      provenance: "by hand",
    });
    const stop = "fault MemOutOfBound address=0x400000 kind=Memory";
    const registers = new Map([
      [10, 5n],
      [7, 9n],
    ]);
    const whole = {
      stop,
      pc: 0x10004n,
      cycles: 12n,
      reservation: 2n ** 64n - 1n,
      registers,
      pageFlags: new Map([[16, 7]]),
    };
    expect(expectation).toEqual(whole);
    expect(readCase("b.S", writeCase(checked, { expectation })).expectation).toEqual(whole);
  });

  test.each([
    ["versoin: 2", 'a.S:2: unknown header line "versoin: 2"'],
    ["version: 3", 'a.S:2: version cannot be "3"'],
    ["isa: imcq", 'a.S:2: isa cannot be "imcq"'],
    ["memory: 4095", 'a.S:2: memory cannot be "4095"'],
    ["budget: -1", 'a.S:2: budget cannot be "-1"'],
    ["budget: 18446744073709551616", 'a.S:2: budget cannot be "18446744073709551616"'],
    ["source: 1 !!", 'a.S:2: source cannot be "1 !!"'],
    ["leg-targets: 0 256", 'a.S:2: leg-targets cannot be "0 256"'],
    ["leg-targets: 0 -1", 'a.S:2: leg-targets cannot be "0 -1"'],
    ["leg-targets:", 'a.S:2: leg-targets cannot be ""'],
    ["expect: maybe", 'a.S:2: expect cannot be "maybe"'],
  ])("%s is refused with file and line", (line, message) => {
    expect(() => readCase("a.S", withHeader(line))).toThrow(new CaseFileError("a.S", 2, message.slice(7)));
  });

  test("64 leg targets are read, 65 are not", () => {
    const line = (count: number) => withHeader(`leg-targets: ${"7 ".repeat(count)}`);
    expect(readCase("a.S", line(64)).checked.legTargets).toHaveLength(64);
    expect(() => readCase("a.S", line(65))).toThrow("a.S:2: leg-targets cannot be");
  });

  test("a line given twice, an unknown format and an open comment are refused", () => {
    expect(() => readCase("a.S", withHeader("version: 2", "version: 2"))).toThrow("a.S:3: version is given twice");
    expect(() => readCase("a.S", "/* rvrelay case 2 */")).toThrow("a.S:1: format 2 is not known");
    expect(() => readCase("a.S", "/* rvrelay case 1\n")).toThrow("a.S:1: the header comment does not end");
  });

  test("an error in the program names the line of the file", () => {
    expect(() => readCase("a.S", withHeader("version: 2") + "\n bogus x1\n")).toThrow(/^a\.S:8:\d+: error: /);
  });
});

const u64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const bytes = fc.uint8Array({ maxLength: 40 });

const anyCase: fc.Arbitrary<Case> = fc.record(
  {
    world: fc.record({
      version: fc.constantFrom(0, 1, 2),
      isa: fc.integer({ min: 0, max: 7 }),
      memorySize: fc.integer({ min: 1, max: 2 ** 19 }).map((pages) => pages * 4096),
      cost: fc.constantFrom("real", "constant"),
      program: bytes,
      args: fc.array(bytes),
      sources: fc.array(fc.record({ id: u64.filter((id) => id !== 0n), bytes })),
      markProgram: fc.boolean(),
      writeXorExecute: fc.boolean(),
      systemCalls: fc.uniqueArray(fc.nat(5000)),
    }),
    cuts: fc.array(u64).map((cuts) => cuts.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))),
    budget: u64,
    legTargets: fc.array(fc.nat(255), { minLength: 1, maxLength: 64 }),
    provenance: fc.stringMatching(/^[a-z]{1,9}( [a-z0-9]{1,9}){0,3}$/),
  },
  { requiredKeys: ["world", "cuts", "budget", "provenance"] },
);

test("a case written to its file reads back as the same case, whatever its program file is", () => {
  fc.assert(
    fc.property(anyCase, (written) => {
      const { assembly, ...read } = readCase("a.S", writeCase(written)).checked;
      expect(assembly).toBeDefined();
      expect(read).toEqual(written);
    }),
  );
});

test("reading mutated headers gives a case or an error of our own", () => {
  const text = withHeader("title: x", "version: 1", "isa: imc,b", "cuts: 1 2", "source: 1 AQID", "expect: exit 0");
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 6 }), (at, removed, inserted) => {
      try {
        readCase("a.S", text.slice(0, at) + inserted + text.slice(at + removed));
      } catch (error) {
        if (!(error instanceof Error) || !["CaseFileError", "AssemblyError"].includes(error.name)) throw error;
      }
    }),
    { numRuns: 300 },
  );
});

test("how a case was found is kept beside it, and is no part of it", () => {
  const found = { law: "relay", targets: ["museum:bge-strict", "./my vm */ --x"], policies: ["policy/a.json"] };
  const { checked } = readCase("a.S", "/* rvrelay case 1\n * cuts: 3\n */\n_start: nop\n");
  const text = writeCase(checked, { found });
  expect(text).toContain("\n * found-by: relay\n * found-on: museum:bge-strict\n");
  const read = readCase("a.S", text);
  // What would end the comment is written with a space in it.
  expect(read.found).toEqual({ ...found, targets: ["museum:bge-strict", "./my vm * / --x"] });
  const { assembly: _one, ...same } = read.checked;
  const { assembly: _other, ...whole } = checked;
  expect(same).toEqual(whole);
  expect(readCase("a.S", writeCase(checked))).not.toHaveProperty("found");
  expect(() => readCase("a.S", "/* rvrelay case 1\n * found-by: a\n * found-by: b\n */\n")).toThrow(
    "a.S:3: found-by is given twice",
  );
});

import { describe, expect, test } from "vitest";
import { CaseFileError, readCase, writeCase, type Case } from "../../src/case/index.ts";

const PROGRAM = "_start: li a0, 0\n li a7, 93\n ecall\n";
const OTHER = "_start: nop\n li a0, 0\n li a7, 93\n ecall\n";

function withHeader(...lines: string[]): string {
  return ["/* rvrelay case 1", ...lines.map((line) => ` * ${line}`), " */", PROGRAM].join("\n");
}

/** Reads a case whose folder holds one other file. */
function read(text: string, other = `/* rvrelay case 1\n */\n${OTHER}`): Case {
  const readFile = (path: string): string | undefined => (path === "here/other.S" ? other : undefined);
  return readCase("here/a.S", text, { includePaths: ["elsewhere", "here"], readFile }).checked;
}

const LINES = [
  "counterpart: other.S after two things",
  "may-differ: register x8 x9",
  "may-differ: register s1 s0",
  "may-differ: cycles -12",
  "may-differ: code 16 32",
  "may-differ: data 32 45 3 sp x20",
];

describe("a case with a counterpart", () => {
  test("has the program of the file beside it, and all that may differ", () => {
    const { counterpart } = read(withHeader(...LINES));
    expect(counterpart?.checked.world.program).toEqual(readCase("other.S", OTHER).checked.world.program);
    const registers = Array.from({ length: 32 }, (_, r) => r);
    [registers[8], registers[9]] = [9, 8];
    expect(counterpart).toMatchObject({
      name: "two things",
      change: { registers, moreCycles: -12n, moved: { first: 32, end: 45, pages: 3, pointers: [2, 20] } },
      code: [16, 32],
    });
  });

  test("of which nothing may differ", () => {
    const { counterpart } = read(withHeader("counterpart: other.S"));
    const registers = Array.from({ length: 32 }, (_, r) => r);
    expect(counterpart).toMatchObject({ name: undefined, change: { registers, moreCycles: 0n }, code: [0, 0] });
    expect(counterpart?.change).not.toHaveProperty("moved");
  });

  test("reads back as it was written", () => {
    const once = read(withHeader(...LINES));
    const again = read(writeCase(once, { counterpartFile: "other.S" }));
    expect(again.counterpart).toEqual(once.counterpart);
    // Where nobody keeps the other file, the case is written without it.
    expect(read(writeCase(once))).not.toHaveProperty("counterpart");
  });

  test.each([
    ["counterpart: ../other.S"],
    ["counterpart: /etc/passwd"],
    ["counterpart: .."],
    ["counterpart: "],
    ["may-differ: register x8"],
    ["may-differ: register x8 x32"],
    ["may-differ: cycles many"],
    ["may-differ: code 32 16"],
    ["may-differ: code 1 99999999"],
    ["may-differ: data 1 2"],
    ["may-differ: data 1 2 0"],
    ["may-differ: data 1 2 3 q0"],
    ["may-differ: colour 1"],
  ])("%s is refused with file and line", (line) => {
    const [key, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()];
    expect(() => read(withHeader(line))).toThrow(new CaseFileError("here/a.S", 2, `${key} cannot be "${value}"`));
  });

  test("two registers in one, a file that is not there, and one that has a counterpart itself are refused", () => {
    expect(() => read(withHeader("counterpart: other.S", "may-differ: register x8 x9"))).toThrow(
      "here/a.S:3: may-differ puts two registers into the same one",
    );
    expect(() => read(withHeader("counterpart: none.S"))).toThrow("its counterpart none.S is not beside it");
    const itself = withHeader("counterpart: other.S");
    expect(() => read(itself, itself)).toThrow("other.S:1: a counterpart has no counterpart of its own");
  });
});

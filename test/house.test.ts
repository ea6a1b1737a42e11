import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { importsOf } from "../tools/imports.ts";
import { checkRooms, rooms } from "../tools/rooms.ts";

/**
 * The design's table once more, written out, so that a slip in the rule's own table is seen. `all ROOM` stands for
 * every file of a room; `types` are the files that may be imported as types only.
 */
const table: Record<string, { values: string[]; types?: string[] }> = {
  isa: { values: [] },
  machine: { values: ["all isa"] },
  assembler: { values: ["all isa"] },
  case: { values: ["all assembler", "all isa"] },
  snapshot: { values: ["machine/index.ts"] },
  generate: { values: ["all case", "all assembler", "all isa"] },
  targets: { values: ["all case", "all snapshot", "all machine", "all assembler", "all isa"] },
  laws: {
    values: [
      "targets/target.ts",
      "targets/policy.ts",
      "snapshot/compare.ts",
      "snapshot/encodings.ts",
      "all generate",
      "all case",
      "all isa",
    ],
    types: ["all snapshot", "all machine"],
  },
  campaign: { values: ["all laws", "all generate", "all case", "all targets", "all isa"], types: ["all report"] },
  museum: {
    values: ["campaign", "laws", "generate", "case", "targets", "snapshot", "machine", "assembler", "isa"].map(
      (room) => `all ${room}`,
    ),
  },
  debug: { values: ["targets", "snapshot", "machine", "assembler", "isa", "case"].map((room) => `all ${room}`) },
  report: {
    values: ["targets/target.ts"],
    types: ["all laws", "all campaign", "all museum", "all targets", "all case"],
  },
};
const names = [...Object.keys(table), "cli"];
const files = names.flatMap((room) => ["a", "index", "target", "policy", "deep/a"].map((file) => `${room}/${file}.ts`));

/** What the rule says against `source` standing at the path `from` inside src/. */
const faults = (from: string, source: string) => checkRooms(new Map([[from, source]]));
/** The files that an import, as `write` puts it, may name from inside `room`. */
const accepted = (room: string, write: (path: string) => string) =>
  [...files, "index.ts", "vitest.ts"].filter((to) => faults(`${room}/self.ts`, write(`../${to}`)).length === 0);
/** Written-out paths for the table's entries. */
const expand = (entries: readonly string[]) =>
  files.filter((file) => entries.includes(file) || entries.includes(`all ${file.split("/")[0]}`));

test("the rule knows the same rooms", () => {
  expect(Object.keys(rooms).toSorted()).toEqual(names.toSorted());
});

describe.each(Object.entries(table))("%s imports exactly what it may", (room, { values, types = [] }) => {
  test("at run time", () => {
    expect(accepted(room, (path) => `import { x } from "${path}";`)).toEqual(expand([`all ${room}`, ...values]));
  });

  test("as types", () => {
    const whole = expand([`all ${room}`, ...values, ...types]);
    expect(accepted(room, (path) => `import type { X } from "${path}";`)).toEqual(whole);
  });
});

test("cli may import everything", () => {
  expect(accepted("cli", (path) => `import { x } from "${path}";`)).toEqual([...files, "index.ts", "vitest.ts"]);
});

test.each(["index.ts", "vitest.ts"])("the door %s may import every room", (door) => {
  for (const room of names) expect(faults(door, `export * from "./${room}/a.ts";`)).toEqual([]);
});

describe("each way to import is seen", () => {
  test.each([
    `import "../cli/a.ts";`,
    `import x from "../cli/a.ts";`,
    `import * as x from "../cli/a.ts";`,
    `import {} from "../cli/a.ts";`,
    `export { x } from "../cli/a.ts";`,
    `export * from "../cli/a.ts";`,
    `export type { X } from "../cli/a.ts";`,
    `export type * from "../cli/a.ts";`,
    `const x = await import("../cli/a.ts");`,
    `type X = import("../cli/a.ts").X;`,
    `const x = new Worker(new URL("../cli/a.ts", import.meta.url));`,
  ])("%s", (source) => {
    expect(faults("isa/a.ts", source)).toEqual(["src/isa/a.ts:1: isa must not import src/cli/a.ts"]);
  });

  test("an inline type import still loads the module, so it is not types only", () => {
    expect(importsOf("a.ts", `import { type X } from "./b.ts";`)).toEqual([
      { specifier: "./b.ts", typeOnly: false, line: 1 },
    ]);
    expect(faults("laws/a.ts", `import { type X } from "../machine/index.ts";`)).toHaveLength(1);
  });

  test("a deeper folder belongs to its room", () => {
    expect(faults("isa/deep/er/a.ts", `\nimport { x } from "../../../machine/a.ts";`)).toEqual([
      "src/isa/deep/er/a.ts:2: isa must not import src/machine/a.ts",
    ]);
  });

  test("comments and strings are not imports", () => {
    expect(faults("isa/a.ts", `// import "../cli/a.ts";\nexport const x = 'import "../cli/a.ts"';`)).toEqual([]);
  });
});

test("a folder or file that the table does not know is a fault", () => {
  expect(faults("attic/a.ts", "")).toEqual(["src/attic/a.ts: attic is neither a room nor a door; see tools/rooms.ts"]);
  expect(faults("constructor/a.ts", "")).toHaveLength(1);
  expect(faults("other.ts", "")).toHaveLength(1);
});

test("the package's own name is no way around", () => {
  expect(faults("isa/a.ts", `import { x } from "rvrelay";`)).toHaveLength(1);
  expect(faults("isa/a.ts", `import { x } from "rvrelay/vitest";`)).toHaveLength(1);
});

test("nothing in a room imports what is outside src", () => {
  expect(faults("isa/a.ts", `import { x } from "../../test/help.ts";`)).toEqual([
    "src/isa/a.ts:1: imports test/help.ts, outside src",
  ]);
});

test("circles are found, types included, and named file by file", () => {
  const sources = new Map([
    ["isa/a.ts", `import { b } from "./b.ts";`],
    ["isa/b.ts", `import type { C } from "./deep/c.ts";`],
    ["isa/deep/c.ts", `import { a } from "../a.ts";`],
    ["isa/d.ts", `import { b } from "./b.ts"; import { a } from "./a.ts";`],
  ]);
  expect(checkRooms(sources)).toEqual(["circle: src/isa/a.ts → src/isa/b.ts → src/isa/deep/c.ts → src/isa/a.ts"]);
});

describe("the command", () => {
  function runOn(files: Record<string, string>) {
    const root = mkdtempSync(join(tmpdir(), "rvrelay-house-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), source);
    }
    const command = join(import.meta.dirname, "../tools/deps.ts");
    return spawnSync(process.execPath, [command, root], { encoding: "utf8" });
  }

  test("succeeds on a clean tree", () => {
    const { status, stderr } = runOn({ "src/isa/a.ts": "", "src/machine/a.ts": `import { x } from "../isa/a.ts";` });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("fails on a forbidden import", () => {
    const { status, stderr } = runOn({
      "src/isa/a.ts": `import { x } from "../machine/a.ts";`,
      "src/machine/a.ts": "",
    });
    expect(stderr).toBe("src/isa/a.ts:1: isa must not import src/machine/a.ts\n");
    expect(status).toBe(1);
  });

  test("fails when it finds nothing to check", () => {
    expect(runOn({ "README.md": "" }).status).toBe(1);
  });
});

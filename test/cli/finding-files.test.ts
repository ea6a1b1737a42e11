import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { archiveOf } from "../../src/cli/archive.ts";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const STRICT = ["--target", "museum:bge-strict"];

/** BGE with equal operands must be taken; the exit code tells. */
const BRANCH = `/* rvrelay case 1
 * provenance: written by hand
 */
_start: li a0, 5
        li a1, 5
        bge a0, a1, out
        li a0, 1
out:    li a7, 93
        ecall
`;

function caseFile(): { folder: string; file: string } {
  const folder = emptyFolder();
  const file = join(folder, "branch.S");
  writeFileSync(file, BRANCH);
  return { folder, file };
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 120_000 });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return stdout;
}

describe("locate --files", () => {
  const { folder, file } = caseFile();
  const files = join(folder, "out");
  const told = rvrelay(["locate", file, ...STRICT, "--files", files]);
  const names = existsSync(files) ? readdirSync(files) : [];
  const nameOf = (ending: string): string => names.find((name) => name.endsWith(ending)) ?? `no ${ending}`;
  const textOf = (ending: string): string => readFileSync(join(files, nameOf(ending)), "utf8");

  test("writes case, test, vector, patch and page, and names them", () => {
    expect(told.code).toBe(1);
    const endings = names.map((name) => name.slice(name.indexOf("."))).toSorted();
    expect(endings).toEqual([".S", ".md", ".patch", ".test.ts", ".vector.json"]);
    for (const name of names) expect(told.err).toContain(join(files, name));
  });

  test("the case says what matters beside its lines, and is the same program", () => {
    const text = textOf(".S");
    expect(text).toMatch(/^ {8}bge a0, a1, out\t# needed as it is$/m);
    const open = "bug: to be filled in; cause: to be filled in; fix: to be filled in";
    expect(text).toContain(`provenance: ${open}; seen: 0x10008: bge a0, a1, .+8 (begins at cycle 2); found in `);
    expect(text).toContain("written by hand");
    expect(readCase("a.S", text).checked.world.program).toEqual(readCase("b.S", BRANCH).checked.world.program);
  });

  test("the page has the command that repeats it, and it does", () => {
    const [, command] = /```sh\nnpx rvrelay (.*)\n```/.exec(textOf(".md"))!;
    const { code, out } = rvrelay(command.split(" "));
    expect(code).toBe(1);
    expect(out).toContain("broken: 1 case");
  });

  test("the patch applies to a clean checkout, where the case is replayed and the test runs and fails until it is mended", () => {
    const clone = join(emptyFolder(), "clone");
    run("git", ["clone", "-q", "--depth", "1", `file://${ROOT}`, clone], tmpdir());
    run("git", ["apply", "--check", join(files, nameOf(".patch"))], clone);
    run("git", ["apply", join(files, nameOf(".patch"))], clone);
    const added = run("git", ["status", "--porcelain", "--untracked-files=all"], clone).trim().split("\n");
    const name = nameOf(".S");
    expect(added).toEqual([`?? corpus/regressions/${name}`, `?? test/regressions/${name.replace(".S", ".test.ts")}`]);
    expect(readFileSync(join(clone, "corpus", "regressions", name), "utf8")).toBe(textOf(".S"));
    symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
    const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
    const args = [vitest, "run", "--project", "unit", "test/regressions"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: clone,
      encoding: "utf8",
      timeout: 120_000,
    });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("broken: 1 case");
    // Both see that nobody has said what the bug was: the generated test, and the one that looks at the whole folder.
    expect(stdout + stderr).toContain("bug, cause and fix are filled in");
    expect(stdout + stderr).toContain(`${name} says what the bug was, its cause and its fix`);
    // A target whose branches are right stands for one that was mended.
    const regression = join(clone, "corpus", "regressions", name);
    writeFileSync(regression, readFileSync(regression, "utf8").replaceAll("to be filled in", "known"));
    const own = join(clone, "test", "regressions", name.replace(".S", ".test.ts"));
    writeFileSync(own, readFileSync(own, "utf8").replace("museum:bge-strict", "museum:clzw-counts-64"));
    expect(spawnSync(process.execPath, args, { cwd: clone, timeout: 120_000 }).status).toBe(0);
  }, 300_000);
});

describe("the test of a target that a relative command starts", () => {
  const { folder, file } = caseFile();
  const vm = join(folder, "my-vm");
  const serve = (target: string): void =>
    writeFileSync(vm, `#!/bin/sh\nexec ${process.execPath} ${BIN} serve --target ${target}\n`, { mode: 0o755 });
  const args = ["locate", file, "--no-explain", "--target", "./my-vm", "--files", "deep/out"];

  test("finds it wherever it is started, also where its folder was moved, and fails where it is not", ({ skip }) => {
    skip(process.platform === "win32", "needs sh");
    serve("museum:bge-strict");
    expect(rvrelay(args, folder).code).toBe(1);
    const name = readdirSync(join(folder, "deep", "out")).find((each) => each.endsWith(".test.ts"))!;
    const written = join(folder, "deep", "out", name);
    const caseText = written.replace(".test.ts", ".S");
    writeFileSync(caseText, readFileSync(caseText, "utf8").replaceAll("to be filled in", "known"));
    serve("reference"); // mended
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    // The package as it is installed: its command is this checkout's.
    writeFileSync(written, readFileSync(written, "utf8").replace(/^const PROGRAM = .*$/m, `const PROGRAM = "${BIN}";`));
    writeFileSync(join(folder, "vitest.config.js"), "export default { test: { include: ['**/*.test.ts'] } };\n");
    const vitest = join(ROOT, "node_modules", "vitest", "vitest.mjs");
    const started = (env: Record<string, string>) =>
      spawnSync(process.execPath, [vitest, "run", "--root", folder], {
        cwd: tmpdir(),
        encoding: "utf8",
        env: { ...process.env, ...env },
        timeout: 120_000,
      });
    const { status, stdout, stderr } = started({});
    expect({ status, told: stdout + stderr }).toMatchObject({ status: 0 });
    const elsewhere = started({ RVRELAY_TARGET_FOLDER: emptyFolder() });
    expect(elsewhere.status).toBe(1);
    expect(elsewhere.stdout + elsewhere.stderr).toContain("my-vm");
  }, 300_000);
});

describe("--embargo", () => {
  test("writes one archive that tar reads, and nothing else, and says no more than that", () => {
    const { folder, file } = caseFile();
    const archive = join(folder, "private.tar.gz");
    const { code, out, err } = rvrelay(["locate", file, ...STRICT, "--embargo", archive], folder);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).not.toMatch(/bge|0x10008|law/i);
    expect(readdirSync(folder).toSorted()).toEqual(["branch.S", "private.tar.gz"]);
    if (process.platform !== "win32") expect(statSync(archive).mode & 0o777).toBe(0o600);
    const names = run("tar", ["tzf", archive], folder).trim().split("\n");
    expect(names.map((name) => name.slice(name.indexOf("."))).toSorted()).toEqual([
      ".S",
      ".md",
      ".patch",
      ".test.ts",
      ".vector.json",
    ]);
    run("tar", ["xzf", archive], folder);
    expect(
      rvrelay([
        "replay",
        join(
          folder,
          names.find((name) => name.endsWith(".S"))!,
        ),
        ...STRICT,
      ]).code,
    ).toBe(1);
  });

  test("check keeps its findings in it, and no report beside it", () => {
    const folder = emptyFolder();
    const archive = join(folder, "private.tar.gz");
    const args = ["check", "--cases", "40", "--seed", "1", "--law", "differential", ...STRICT, "--embargo", archive];
    const { code, out, err } = rvrelay(args, folder);
    expect(code).toBe(1);
    expect(out).toBe(`broken: 1 finding under embargo, in ${archive}\n`);
    expect(err).not.toMatch(/bge/);
    expect(readdirSync(folder)).toEqual(["private.tar.gz"]);
    const names = run("tar", ["tzf", archive], folder).trim().split("\n");
    const endings = names.map((name) => name.slice(name.indexOf("."))).toSorted();
    expect(endings).toEqual([".S", ".md", ".patch", ".test.ts", ".txt", ".vector.json"]);
    expect(run("tar", ["xzOf", archive, "gate.txt"], folder)).toMatch(/first differing instruction: 0x\w+: bge/);
  });

  test("check puts all files of a finding in it, also of one that an earlier run has kept", () => {
    const folder = emptyFolder();
    const args = ["check", "--cases", "40", "--seed", "1", "--law", "differential", ...STRICT];
    expect(rvrelay(args, folder).code).toBe(1);
    const [kept] = readdirSync(join(folder, "reports", "findings"));
    const archive = join(emptyFolder(), "private.tar.gz");
    const told = rvrelay([...args, "--embargo", archive], folder);
    expect(told.code).toBe(1);
    expect(told.err).not.toMatch(/bge/);
    const unpacked = emptyFolder();
    run("tar", ["xzf", archive], unpacked);
    const name = kept.replace(/\.S$/, "");
    const endings = [".S", ".md", ".patch", ".test.ts", ".vector.json"];
    expect(readdirSync(unpacked).toSorted()).toEqual([...endings.map((ending) => name + ending), "gate.txt"]);
    const gate = readFileSync(join(unpacked, "gate.txt"), "utf8");
    const [, command] = /repeat with: npx rvrelay (.*)/.exec(gate)!;
    expect(command).toContain(` ${kept} `);
    expect(rvrelay(command.split(" "), unpacked).code).toBe(1);
  });

  test("refuses a place in a git work tree, links followed, and reports there", () => {
    const { folder, file } = caseFile();
    const repository = join(folder, "repository");
    mkdirSync(join(repository, ".git"), { recursive: true });
    symlinkSync(repository, join(folder, "link"));
    for (const place of ["repository/a.tar.gz", "repository/new/a.tar.gz", "link/a.tar.gz"]) {
      const { code, err } = rvrelay(["locate", file, ...STRICT, "--embargo", place], folder);
      expect(code).toBe(2);
      expect(err).toMatch(/^rvrelay: --embargo \S+: lies in the git work tree \S+repository; name a file outside$/m);
    }
    const report = ["--reporter", "junit=repository/a.xml", "--embargo", join(folder, "a.tar.gz")];
    expect(rvrelay(["check", "--cases", "1", ...report], folder).code).toBe(2);
    expect(readdirSync(repository)).toEqual([".git"]);
  });
});

test("the same files give the same archive, of texts of any length and with names of at most 100 bytes", () => {
  const folder = emptyFolder();
  const files = [0, 1, 511, 512, 513, 5000].map((length) => ({ path: `${length}.txt`, text: "x".repeat(length) }));
  expect(Buffer.compare(archiveOf(files), archiveOf(files))).toBe(0);
  writeFileSync(join(folder, "a.tar.gz"), archiveOf(files));
  run("tar", ["xzf", "a.tar.gz"], folder);
  for (const { path, text } of files) expect(readFileSync(join(folder, path), "utf8")).toBe(text);
  expect(() => archiveOf([{ path: "x".repeat(101), text: "" }])).toThrow(RangeError);
});

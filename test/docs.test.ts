import { spawnSync } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { FAMILY_NAMES } from "../src/generate/index.ts";
import { describe, expect, onTestFinished, test } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = globSync(["*.md", "{docs,corpus,bench,reports,adapters,properties}/**/*.md"], { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .toSorted();
const read = (page: string) => readFileSync(join(root, page), "utf8");

/** The text between the fences of a page, with the words behind the opening one and the text before it. */
function blocks(text: string): { info: string; code: string; before: string }[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    info: match[1],
    code: match[2],
    before: text.slice(0, match.index),
  }));
}

test("the search finds pages, so that the tests below can fail", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/quick-start.md", "corpus/regressions/README.md"]));
});

test.each(pages)("every relative link of %s leads to a file", (page) => {
  const prose = read(page).replaceAll(/^```[\s\S]*?^```$/gm, "");
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target.replace(/#.*/, ""));
  const relative = targets.filter((target) => target !== "" && !/^[a-z]+:/.test(target));
  expect(relative.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
});

test("the README names the verbs of --help: all of them and no others", () => {
  const { stdout } = spawnSync(process.execPath, [join(root, "bin/rvrelay.js"), "--help"], { encoding: "utf8" });
  const commands = stdout.slice(stdout.indexOf("Commands:"));
  const verbs = [...commands.matchAll(/^ {2}([a-z]+) \[/gm)].map(([, verb]) => verb).filter((verb) => verb !== "help");
  const section = read("README.md").split("\n## Commands\n")[1].split("\n| exit code ")[0];
  const named = [...section.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, verb]) => verb);
  expect(named.toSorted()).toEqual(verbs.toSorted());
});

test("docs/generating.md names the families of programs: all of them and no others", () => {
  const table = read("docs/generating.md").split("| family |")[1].split("\n\n")[0];
  const named = table.split("\n").flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([\w-]+)`/g)]);
  expect(named.map(([, name]) => name).toSorted()).toEqual([...FAMILY_NAMES].toSorted());
});

describe("code of the pages", () => {
  /** Where the code belongs: the last `src/….ts` or `test/….ts` named before it, or nowhere. */
  const place = (before: string): string | undefined => before.match(/`((?:src|test)\/[\w/.-]+\.ts)`(?=[^`]*$)/)?.[1];
  const examples = pages.flatMap((page) =>
    blocks(read(page))
      .filter(({ info }) => info === "ts")
      .map(({ code, before }, k) => {
        const outside = code.includes('from "rvrelay');
        const file = outside ? `outside/${page.replaceAll(/\W/g, "-")}-${k}.ts` : (place(before) ?? "unplaced.ts");
        return { page, file, code };
      }),
  );

  test("is found", () => {
    expect(examples.map(({ file }) => file)).toContain("src/targets/stepper.ts");
  });

  test("type-checks", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "rvrelay-docs-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const { file, code } of examples) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    const compilerOptions = {
      // What stands in src/ of either folder sees the other as beside it.
      rootDirs: [root, folder],
      paths: { rvrelay: [join(root, "src/index.ts")], "rvrelay/vitest": [join(root, "src/vitest.ts")] },
      typeRoots: [join(root, "node_modules/@types")],
    };
    const config = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["**/*.ts"], exclude: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    writeFileSync(join(folder, "package.json"), `{"type": "module"}`);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
    const ours = stdout.split("\n").filter((line) => examples.some(({ file }) => line.includes(file)));
    expect(ours).toEqual([]);
  });

  const complete = examples.filter(({ page }) => page === "docs/generating.md");

  test.each(complete.map(({ code }, k) => [k + 1, code] as const))(
    "of docs/generating.md runs: example %i",
    { timeout: 60_000 },
    (_, code) => {
      const folder = mkdtempSync(join(tmpdir(), "rvrelay-docs-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
      const door = JSON.stringify(pathToFileURL(join(root, "src/index.ts")).href);
      writeFileSync(join(folder, "example.mts"), code.replaceAll('"rvrelay"', door));
      const { status, stdout, stderr } = spawnSync(process.execPath, ["example.mts"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      if (code.includes("console.log")) expect(stdout).toMatch(/_start:[^]*exit /);
    },
  );
});

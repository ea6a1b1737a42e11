import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder } from "./cli.ts";

const root = join(import.meta.dirname, "../..");
const rvrelay = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, "bin/rvrelay.js"), ...args], { encoding: "utf8" });

describe("rvrelay", () => {
  test("--version prints the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    expect(rvrelay("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("--help goes to standard output", () => {
    const { status, stdout, stderr } = rvrelay("--help");
    expect(stdout).toContain("Usage: rvrelay");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("an unknown flag is a usage error: exit code 2, nothing on standard output", () => {
    const { status, stdout, stderr } = rvrelay("--no-such-flag");
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--no-such-flag");
  });

  describe("what Node compiled is kept under the temporary folder", () => {
    const started = (temporary: string) => {
      const { NODE_COMPILE_CACHE: _, NODE_DISABLE_COMPILE_CACHE: __, ...env } = process.env;
      const places = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/rvrelay.js"), "--help"], {
        encoding: "utf8",
        env: { ...env, ...places },
      });
      expect(stdout).toContain("Usage: rvrelay");
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    };

    test("for the next start", () => {
      const folder = emptyFolder();
      started(folder);
      expect(existsSync(join(folder, "node-compile-cache"))).toBe(true);
      started(folder);
    });

    test("and where it cannot be kept, nothing is said and all works", () => {
      const file = join(emptyFolder(), "file");
      writeFileSync(file, "");
      started(file);
    });
  });
});

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

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
});

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

const SERVED = `${process.execPath} ${BIN} serve`;
const PROGRAM = "_start: li a0, 7\n li a7, 93\n ecall\n";

function elf(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "p.S"), PROGRAM);
  expect(rvrelay(["asm", "p.S", "--out", "p.elf"], folder).code).toBe(0);
  return join(folder, "p.elf");
}

describe("a command line works where the name of a target does", () => {
  test("check: another rvrelay holds against this one", () => {
    const { code, out } = rvrelay(["check", "--cases", "40", "--seed", "7", "--json", "--target", SERVED]);
    expect(code).toBe(0);
    const document = JSON.parse(out) as { readonly verdict: string; readonly perLaw: Record<string, { held: number }> };
    expect(document.verdict).toBe("held");
    expect(document.perLaw["differential"]?.held).toBe(40);
  });

  test("check: a canary behind it breaks laws, and the command that repeats it is one for a shell", () => {
    const folder = emptyFolder();
    const target = `${SERVED} --target canary-solo`;
    const args = ["check", "--cases", "5", "--seed", "7", "--law", "differential", "--target", target];
    const { code, err } = rvrelay(args, folder);
    expect(code).toBe(1);
    expect(err.trimEnd()).toMatch(
      /repeat with: npx rvrelay replay \S+ --law differential --target '[^']+ serve --target canary-solo'$/,
    );
  });

  test("run, conform and replay", () => {
    const file = elf();
    expect(rvrelay(["run", file, "--target", SERVED]).out).toBe(rvrelay(["run", file]).out);
    const folder = emptyFolder();
    writeFileSync(join(folder, "p.S"), `/* rvrelay case 1\n * cuts: 1 2\n * expect: exit 7\n */\n${PROGRAM}`);
    expect(rvrelay(["conform", ".", "--target", SERVED], folder).code).toBe(0);
    expect(rvrelay(["replay", "p.S", "--target", SERVED], folder).code).toBe(0);
  });

  test("words in quotes; a quote that does not end is a usage error", () => {
    const file = elf();
    expect(rvrelay(["run", file, "--target", `"${process.execPath}" '${BIN}' serve`]).code).toBe(0);
    const { code, err } = rvrelay(["run", file, "--target", "./vm 'half"]);
    expect({ code, err }).toEqual({ code: 2, err: "rvrelay: --target: a quote does not end in: ./vm 'half\n" });
  });
});

describe("the longest time for an answer", () => {
  test("is taken from --target-timeout", () => {
    const sleeper = `${process.execPath} -e setInterval(Boolean,1000)`;
    const { code, err } = rvrelay(["check", "--cases", "5", "--target", sleeper, "--target-timeout", "300ms"]);
    expect(code).toBe(3);
    expect(err).toContain("hung: it did not answer within 300 ms");
  });
});

describe("--policy", () => {
  test("a file that cannot be used is a usage error naming file and entry", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "policy.json"), '{"entries":[{"id":"x"}]}');
    const { code, out, err } = rvrelay(["check", "--cases", "5", "--policy", "policy.json"], folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^rvrelay: policy\.json: entries\[0\]\.targets is missing/);
    expect(rvrelay(["check", "--cases", "5", "--policy", "none.json"], folder).code).toBe(2);
  });
});

describe("serve", () => {
  test("answers each line and ends when its input ends", () => {
    const input = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { protocolVersion: 1 } })}\nno JSON\n`;
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "serve"], { input, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [first, second, ...rest] = stdout.split("\n");
    expect(JSON.parse(first)).toMatchObject({ id: 1, result: { name: "reference", protocolVersion: 1 } });
    expect(JSON.parse(second)).toMatchObject({ id: null, error: { code: -32700 } });
    expect(rest).toEqual([""]);
  });

  test("takes one target", () => {
    const { code, err } = rvrelay(["serve", "--target", "canary", "--target", "reference"]);
    expect({ code, err }).toEqual({ code: 2, err: "rvrelay: serve takes one --target\n" });
  });
});

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, rvrelay } from "./cli.ts";

test("a finding that two programs show is kept as both, small, and one command repeats it", () => {
  const folder = emptyFolder();
  const args = ["check", "--cases", "40", "--seed", "7", "--target", "canary-layout", "--law", "rewritten"];
  const { code, err } = rvrelay(args, folder);
  expect(code).toBe(1);
  const [, repeat = ""] = /repeat with: npx rvrelay (.*)$/.exec(err.trimEnd()) ?? [];
  expect(repeat).toMatch(/^replay reports\/canary\/rewritten-[0-9a-f]{12}\.S --law rewritten --target canary-layout$/);
  const again = rvrelay(repeat.split(" "), folder);
  expect(again.code).toBe(1);
  expect(again.out).toContain("BROKEN  law rewritten");
  const file = repeat.split(" ")[1];
  expect(rvrelay(["replay", file, "--law", "rewritten"], folder)).toMatchObject({ code: 0 });
  // The programs alone, without header and directives: of the one that is checked, little is left beside its exit.
  const instructions = readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => /^\t[a-z]/.test(line));
  expect(instructions.length).toBeLessThan(12);
  expect(readdirSync(join(folder, "reports/canary"))).toContain(file.slice(15).replace(".S", ".counterpart.S"));
});

test("a pair written by hand is compared, with what its header says may differ", () => {
  const folder = emptyFolder();
  const header = (...lines: string[]): string => ["/* rvrelay case 1", ...lines, " */\n"].join("\n * ");
  const end = " li a0, 0\n li a7, 93\n ecall\n";
  writeFileSync(join(folder, "b.S"), `${header()}_start: nop\n li s1, 5\n${end}`);
  const check = (...lines: string[]): { code: number | null; out: string } => {
    writeFileSync(join(folder, "a.S"), `${header("counterpart: b.S", ...lines)}_start: li s0, 5\n${end}`);
    return rvrelay(["replay", "a.S", "--law", "rewritten"], folder);
  };
  const swapped = ["may-differ: register s0 s1", "may-differ: register s1 s0", "may-differ: code 16 17"];
  expect(check(...swapped, "may-differ: cycles 1").code).toBe(0);
  const wrong = check(...swapped, "may-differ: cycles 2");
  expect(wrong.code).toBe(1);
  // Four instructions of one cycle each and an ecall; what is exact is the difference of one.
  expect(wrong.out).toMatch(/cycles {2,}(\d+) {2,}(\d+)/);
  const [, expected, actual] = /cycles {2,}(\d+) {2,}(\d+)/.exec(wrong.out) ?? [];
  expect(Number(expected) - Number(actual)).toBe(1);
  expect(check("may-differ: code 16 17", "may-differ: cycles 1")).toMatchObject({ code: 1 });
  // `li s0, 5` is 0x00500413, and `nop` 0x00000013.
  expect(check(...swapped.slice(0, 2), "may-differ: cycles 1").out).toMatch(/memory at 0x10001 +0x4 +0x0$/m);
});

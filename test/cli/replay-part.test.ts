import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CkbDebuggerTarget } from "../../src/targets/index.ts";
import { emptyFolder, rvrelay } from "./cli.ts";

test("what holds without the target that was named is not said to hold of it", ({ skip }) => {
  const missing = CkbDebuggerTarget.missing();
  skip(missing !== undefined, missing);
  const folder = emptyFolder();
  const end = " li a0, 0\n li a7, 93\n ecall\n";
  // VM version 2 without fusion: CKB's debugger has no such world.
  const header = (...lines: string[]): string => ["/* rvrelay case 1", ...lines, " */\n"].join("\n * ");
  const world = ["isa: imc,b", "system-calls: 2177"];
  writeFileSync(join(folder, "b.S"), `${header(...world)}_start: li s1, 5\n${end}`);
  const pair = header(
    ...world,
    "counterpart: b.S",
    "may-differ: register s0 s1",
    "may-differ: register s1 s0",
    "may-differ: code 16 17",
  );
  writeFileSync(join(folder, "a.S"), `${pair}_start: li s0, 5\n${end}`);
  const args = ["replay", "a.S", "--law", "rewritten"];
  expect(rvrelay(args, folder)).toMatchObject({ code: 0 });
  const { code, out } = rvrelay([...args, "--target", "ckb-debugger"], folder);
  expect(code).toBe(3);
  expect(out.trimEnd().split("\n")).toEqual([
    "not asked of ckb-debugger: rewritten 1",
    "  once: ckb-debugger runs VM version 2 with imc,b,mop only",
    "inconclusive: 1 case, 1 check, 0 cuts",
  ]);
  const json = JSON.parse(rvrelay([...args, "--target", "ckb-debugger", "--json"], folder).out) as object;
  expect(json).toMatchObject({
    verdict: "inconclusive",
    perLaw: { rewritten: { byTarget: { "ckb-debugger": { tookPart: 0 } } } },
  });
});

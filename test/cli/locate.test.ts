import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

/** Both operands of the branch are equal; BGE is taken then. Its own cost is 3, that of the others 1. */
const BRANCH = `/* rvrelay case 1
 * cuts: 3
 */
_start: li a0, 5
        li a1, 5
        li t3, 77
here:   bge a0, a1, out
        li a0, 1
out:    li a7, 93
        ecall
`;
const STRICT = ["--target", "museum:bge-strict"];

function caseFile(text = BRANCH): { folder: string; file: string } {
  const folder = emptyFolder();
  const file = join(folder, "branch.S");
  writeFileSync(file, text);
  return { folder, file };
}

const BRANCH_AT = "0x1000c"; // three instructions of 4 bytes behind 0x10000

describe("locate", () => {
  test("names the instruction, its operands before and behind on both sides, and the legs it took", () => {
    const { file } = caseFile();
    const { code, out } = rvrelay(["locate", file, ...STRICT, "--no-explain"]);
    expect(code).toBe(1);
    expect(out).toContain(`first differing instruction: ${BRANCH_AT}: bge a0, a1, .+8 (begins at cycle 3)`);
    // The same number everywhere: where one stands in front of the branch.
    expect(out).toMatch(/^ {2}cycles: \d+ in all, cut at 3, they part at 3$/m);
    const [, command] = /^ {2}go there with: npx rvrelay (.*)$/m.exec(out)!;
    expect(command).toBe(`debug ${file} --command 'to 3'`);
    expect(rvrelay(["debug", file, "--command", "to 3"]).out).toMatch(/^cycle 3\b.*\n.*bge a0, a1/m);
    expect(out).toMatch(/ {2}reads +x10\/a0 +0x5 +0x5 +0x5$/m);
    expect(out).toMatch(/ {2}writes +pc +0x1000c +0x10014 +0x10010 +differs$/m);
    // 0x00b55463 is what GNU as makes of it.
    expect(out).toContain(`> ${BRANCH_AT}  63 54 b5 00  bge a0, a1, .+8`);
    expect(out).toMatch(/^ {2}\d+ legs in /m);
    expect(out).not.toContain("what matters");
  });

  test("says which parts of the case matter: registers, cuts, instructions, legs, the world", () => {
    const { file } = caseFile();
    const { out } = rvrelay(["locate", file, ...STRICT, "--json"]);
    const { explained, location } = JSON.parse(out) as {
      explained: { part: string; freedom: string; text: string }[];
      location: object;
    };
    expect(location).toMatchObject({ pc: BRANCH_AT, cycles: "6", begins: "3" });
    const of = (part: string) => explained.find((each) => each.part.startsWith(part));
    expect(of("x10/a0")).toMatchObject({ freedom: "needed" });
    expect(of("all other registers")).toMatchObject({ freedom: "free" });
    // The branch begins at cycle 3 and ends at 6: until 5 a leg that ends there has not executed it.
    expect(of("cut 3")).toMatchObject({ text: "this cut can be at any cycle from 0 to 5" });
    expect(of("0x10008: addi t3")).toMatchObject({ freedom: "free", text: "can be left out" });
    expect(of(BRANCH_AT)).toMatchObject({ freedom: "needed" });
    expect(of("leg 0")).toMatchObject({ freedom: "free" });
    expect(of("leg 1")).toMatchObject({ freedom: "needed", text: "must be on museum:bge-strict" });
    expect(of("version")).toMatchObject({ freedom: "free" });
  });

  test("tells which part of the snapshot was lost", () => {
    const { file } = caseFile(BRANCH.replace("t3", "s1"));
    const { code, out } = rvrelay(["locate", file, "--target", "canary", "--no-explain", "--law", "relay"]);
    expect(code).toBe(1);
    expect(out).toContain("the state is wrong right after the resume at cut 3");
    expect(out).toMatch(/, they part at 3$/m);
    expect(out).toMatch(/^ {2}lost in the snapshot: /m);
  });

  test("a case that breaks nothing any more says so, and is no failure", () => {
    const { file } = caseFile();
    for (const verb of ["locate", "shrink"]) {
      const { code, out } = rvrelay([verb, file]);
      expect(code).toBe(0);
      // All of the 30 laws but differential, which needs a second target.
      expect(out).toMatch(/^held: .*breaks no law: it may have been fixed, or the finding is flaky \(29 laws asked/);
    }
  });

  test.each(["0s", "1ms"])("in %s too few laws are asked to say that none is broken", (time) => {
    // BGE with equal operands in the solo run of another law than the first: relay holds, where there is no cut.
    const { file } = caseFile(BRANCH.replace(" * cuts: 3\n", ""));
    const { code, out } = rvrelay(["locate", file, ...STRICT, "--law", "zero", "--law", "version", "--time", time]);
    expect(code).toBe(3);
    expect(out).toMatch(/^inconclusive: .*: 1 of 2 laws asked when the time was over, none broken until then/);
    const { code: alsoCode, out: json } = rvrelay(["shrink", file, "--time", time, "--json"]);
    expect(alsoCode).toBe(3);
    expect(JSON.parse(json)).toMatchObject({ verdict: "inconclusive", asked: 1, rounds: 1, complete: false });
  });

  test.each([["the reference"], ["a fault of the museum", ...STRICT], ["the canary", "--target", "canary"]])(
    "a leg of %s that does not end is given up when the time is over",
    (_name, ...target) => {
      // 5,000,000,000 cycles would take a minute, and far more than this test has.
      const { file } = caseFile("/* rvrelay case 1\n * budget: 5000000000\n */\n_start: j _start\n");
      const { code, out, err } = rvrelay(["locate", file, ...target, "--time", "200ms"]);
      expect(code).toBe(3);
      expect(out).toMatch(/^inconclusive: .*1 of \d+ laws asked when the time was over/);
      expect(err).toMatch(/reference: the time is over and the run is not: given up at cycle \d{5,}$/m);
    },
  );

  test("a case that was found on a target that is not asked says which, and is no green", () => {
    const found = " * found-by: relay\n * found-on: museum:bge-strict\n * found-on: ./my vm\n * cuts: 3\n";
    const { file } = caseFile(BRANCH.replace(" * cuts: 3\n", found));
    const { code, out } = rvrelay(["locate", file, "--target", "museum:rem-takes-divisor-sign", "--law", "version"]);
    expect(code).toBe(3);
    const missing = "it was found on museum:bge-strict, ./my vm, which are not asked: add";
    expect(out).toContain(`no law is broken here, but ${missing} --target museum:bge-strict --target './my vm'`);
    const replayed = rvrelay(["replay", file, ...STRICT]);
    expect(replayed.code).toBe(1);
    expect(replayed.err).toContain("it was found on ./my vm, which is not asked: add --target './my vm'");
  });

  test("a flaky target is told with both outcomes, and neither located nor shrunk", () => {
    const { folder, file } = caseFile();
    const flaky = ["--target", "canary-flaky", "--law", "differential"];
    const located = rvrelay(["locate", file, ...flaky]);
    expect(located.code).toBe(1);
    expect(located.out).toContain(
      "FLAKY: the same case did not always come to the same; it broke the law 5 of 10 times",
    );
    expect(located.out).toMatch(/^ {4}5 times: {2}broken: pc 0x\w+ but 0x\w+\n {4}5 times: {2}held$/m);
    const shrunk = rvrelay(["shrink", file, ...flaky, "--out", join(folder, "smaller.S")]);
    expect(shrunk.code).toBe(1);
    expect(shrunk.out).toContain("not shrunk: nothing holds it");
    expect(existsSync(join(folder, "smaller.S"))).toBe(false);
  });

  test.each([
    ["no such file", ["locate", "nowhere.S"], /^rvrelay: nowhere\.S: no such file or folder$/m],
    ["a program that is no case", ["shrink", "plain.S"], /^rvrelay: plain\.S: not a case file: its header/m],
    ["a folder", ["locate", "."], /^rvrelay: \.: name one case file, not a folder$/m],
    ["a folder with what cannot be read", ["locate", "broken"], /^rvrelay: broken: name one case file, not a folder$/m],
    ["a program file", ["locate", "elf"], /^rvrelay: elf: not a case file: it is no text$/m],
    ["a law that is none", ["locate", "branch.S", "--law", "gravity"], /^rvrelay: unknown law "gravity"/m],
    [
      "both places",
      ["locate", "branch.S", "--files", "a", "--embargo", "b"],
      /^rvrelay: --files and --embargo exclude/m,
    ],
  ])("%s is a usage error in one line", (_what, args, message) => {
    const { folder } = caseFile();
    writeFileSync(join(folder, "plain.S"), "_start: ecall\n");
    mkdirSync(join(folder, "broken"));
    writeFileSync(join(folder, "broken", "a.S"), "no such instruction\n");
    writeFileSync(join(folder, "elf"), "\x7fELF\x02\x01\x01\0\0\0");
    const { code, out, err } = rvrelay(args, folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});

describe("shrink", () => {
  test("takes lines away that are not needed, moves the cut to the front, and writes what it reached", () => {
    const { folder, file } = caseFile();
    const smaller = join(folder, "smaller.S");
    const { code, err } = rvrelay(["shrink", file, ...STRICT, "--out", smaller]);
    expect(code).toBe(1);
    expect(err).toMatch(/^7 → \d instructions, 1 → [01] cuts? in /m);
    const { checked } = readCase("smaller.S", readFileSync(smaller, "utf8"));
    expect(checked.assembly).toContain("bge a0, a1, out");
    expect(checked.assembly).not.toContain("li t3");
    // Both sides exited, so both still do: the smaller program does not run off its end.
    expect(checked.assembly).toContain("ecall");
    expect(rvrelay(["locate", smaller, ...STRICT, "--no-explain"]).out).toMatch(/^ {2}ends: exit .*, exit /m);
    const { found } = readCase("smaller.S", readFileSync(smaller, "utf8"));
    expect(found).toEqual({ law: "relay", targets: ["museum:bge-strict"], policies: [] });
    expect(checked.cuts.every((cut) => cut === 0n)).toBe(true);
    expect(rvrelay(["replay", smaller, ...STRICT]).code).toBe(1);
  });

  test("without a file for the smaller one, says that what it repeats is the larger", () => {
    const { file } = caseFile();
    const { err } = rvrelay(["shrink", file, ...STRICT]);
    expect(err).toContain("to repeat the smaller one, keep it with --out FILE");
    const { err: kept } = rvrelay(["shrink", file, ...STRICT, "--out", `${file}.smaller.S`]);
    expect(kept).not.toContain("--out FILE");
    expect(kept).toContain(`replay ${file}.smaller.S `);
  });

  test("ends in time, and says so", () => {
    const { file } = caseFile();
    const { code, err } = rvrelay(["shrink", file, ...STRICT, "--time", "1ms"]);
    expect(code).toBe(1);
    expect(err).toContain("ended by the time: it may become smaller still");
  });

  test("what cannot be written is printed, so that nothing is lost", () => {
    const { folder, file } = caseFile();
    // A file where a folder is needed: nobody may write there, whoever runs this.
    const { code, err } = rvrelay(["shrink", file, ...STRICT, "--out", join(folder, "branch.S", "smaller.S")]);
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be made; what was to be written follows/);
    const [, text] = /^-----.*\n([^]*?)----- end of /m.exec(err)!;
    writeFileSync(join(folder, "saved.S"), text);
    expect(rvrelay(["replay", join(folder, "saved.S"), ...STRICT]).code).toBe(1);
  });

  test("on a full disk it is printed too", ({ skip }) => {
    skip(process.platform === "win32", "ulimit is a matter of POSIX shells");
    const { folder, file } = caseFile();
    const command = `ulimit -f 0; exec "$@"`;
    const args = ["-c", command, "sh", process.execPath, BIN, "shrink", file, ...STRICT, "--out", join(folder, "s.S")];
    const { status, stderr } = spawnSync("sh", args, { encoding: "utf8", timeout: 60_000 });
    expect(status).toBe(1);
    expect(stderr).toContain("what was to be written follows");
    expect(stderr).toContain("bge a0, a1, out");
    expect(readdirSync(folder)).toEqual(["branch.S"]);
  });

  test("standard output that cannot be written is no verdict", ({ skip }) => {
    skip(!existsSync("/dev/full"), "there is no /dev/full");
    const { status, stderr } = spawnSync("sh", ["-c", `exec "$@" > /dev/full`, "sh", process.execPath, BIN, "laws"], {
      encoding: "utf8",
      timeout: 60_000,
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^rvrelay: standard output cannot be written: /);
  });
});

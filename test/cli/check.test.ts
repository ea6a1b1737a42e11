import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LAWS } from "../../src/laws/index.ts";
import { emptyFolder, rvrelay } from "./cli.ts";

describe("check", () => {
  test("holds on the reference, counts what it did, and catches the canary", () => {
    const { code, out } = rvrelay(["check", "--cases", "40", "--seed", "7", "--json"]);
    expect(code).toBe(0);
    const document = JSON.parse(out) as Record<string, unknown>;
    expect(document).toMatchObject({ schemaVersion: 1, verdict: "held", seed: "7", cases: 40, broken: 0 });
    const laws = LAWS.filter(({ targetsMin = 1 }) => targetsMin === 1).map(({ name }) => name);
    expect(document["canary"]).toEqual(laws.map((law): unknown => expect.objectContaining({ law, caught: true })));
    const perLaw = document["perLaw"] as Record<string, { asked: number; held: number; seconds: number }>;
    expect(Object.keys(perLaw)).toEqual(laws);
    expect(perLaw["relay"]).toMatchObject({ asked: 40, held: 40 });
    for (const law of laws) expect([law, perLaw[law].seconds]).toEqual([law, expect.any(Number)]);
    for (const key of ["checks", "unsupported", "instructions", "perLaw", "floors", "seconds"]) {
      expect(document).toHaveProperty(key);
    }
  });

  test("a broken target gives exit code 1, a readable case, and a last line that repeats it", () => {
    const folder = emptyFolder();
    const { code, err } = rvrelay(
      ["check", "--cases", "40", "--seed", "7", "--target", "canary", "--law", "relay"],
      folder,
    );
    expect(code).toBe(1);
    const repeat = /repeat with: npx rvrelay (.*)$/.exec(err.trimEnd())?.[1] ?? "";
    expect(repeat).toMatch(/^replay reports\/canary\/relay-[0-9a-f]{12}\.S --law relay --target canary$/);
    const again = rvrelay(repeat.split(" "), folder);
    expect(again.code).toBe(1);
    expect(again.out).toContain("BROKEN  law relay");
    const [, , , file] = ["", "", "", repeat.split(" ")[1]];
    expect(readFileSync(join(folder, file), "utf8")).toMatch(/^\/\* rvrelay case 1\n/);
    expect(rvrelay(["replay", file], folder)).toMatchObject({ code: 0 });
  });

  test("a junit report is written whole", () => {
    const file = join(emptyFolder(), "out.xml");
    expect(rvrelay(["check", "--cases", "20", "--reporter", `junit=${file}`]).code).toBe(0);
    expect(readFileSync(file, "utf8")).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="rvrelay" tests="\d+" failures="0"/,
    );
  });

  test("usage errors: exit code 2 and one line", () => {
    for (const [args, words] of [
      [["--target", "nobody"], 'unknown target "nobody"'],
      [["--law", "gravity"], 'unknown law "gravity"'],
      [["--reporter", "pdf=x"], 'unknown reporter "pdf"; known are junit, html, github'],
      [["--reporter", "html=no-such-folder/x.html"], "no-such-folder/x.html: its folder does not exist"],
      [["--color", "sometimes"], "write auto, always or never"],
      [["--reporter", "junit"], '--reporter cannot be "junit"'],
      [["--cases", "many"], "--cases"],
      [["--time", "5"], "--time"],
      [["--seed", "-1"], "--seed"],
    ] as const) {
      const { code, out, err } = rvrelay(["check", ...args]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(err).toContain(words);
    }
  });

  test.each([
    ["relay", 2000],
    ["version", 1000],
    ["complete", 1000],
    ["fusion", 1000],
  ])("law %s alone holds over %d cases, enough for its floors", (law, cases) => {
    const { code, out } = rvrelay(["check", "--cases", String(cases), "--law", law, "--seed", "1", "--json"]);
    expect(code).toBe(0);
    // A law that is asked for is asked of every case.
    const { perLaw } = JSON.parse(out) as { readonly perLaw: Record<string, { asked: number }> };
    expect(Object.entries(perLaw).map(([name, { asked }]) => [name, asked])).toEqual([[law, cases]]);
  });

  test("nothing checked is inconclusive, never green", () => {
    expect(rvrelay(["check", "--cases", "0", "--time", "1s"]).code).toBe(3);
  });
});

describe("replay", () => {
  test("a file that is no case is refused, and a case that is never cut proves nothing", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "empty"), "");
    expect(rvrelay(["replay", "empty"], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining("not a case file"),
    });
    writeFileSync(join(folder, "uncut.S"), "/* rvrelay case 1\n */\n_start: li a7, 93\n ecall\n");
    expect(rvrelay(["replay", "uncut.S", "--law", "relay"], folder)).toMatchObject({
      code: 3,
      err: "no run was cut: a relay in one leg on one target proves nothing\n",
    });
    // On another target than the solo run's, one leg is enough: so end findings whose cuts did not matter.
    const elsewhere = ["replay", "elsewhere.S", "--law", "relay", "--target"];
    writeFileSync(
      join(folder, "elsewhere.S"),
      "/* rvrelay case 1\n * leg-targets: 1\n */\n_start: li a7, 93\n ecall\n",
    );
    expect(rvrelay([...elsewhere, "museum:bge-strict"], folder)).toMatchObject({ code: 0 });
    // Not where the target takes no part.
    const at = rvrelay(["replay", "uncut.S", "--law", "relay", "--target", "museum:bge-strict"], folder);
    expect(at).toMatchObject({ code: 3 });
    // Other laws cut it by themselves.
    expect(rvrelay(["replay", "uncut.S", "--law", "every-instruction"], folder)).toMatchObject({ code: 0 });
  });

  test("an assembly error is told with file and line", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "bad.S"), "_start: nop\n addd a0, a0\n");
    const { code, out, err } = rvrelay(["replay", "bad.S"], folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^rvrelay: bad\.S:2:\d+: error: .*\n$/);
  });

  test("a bad header line is told with file and line", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "bad.S"), "/* rvrelay case 1\n * budgte: 5\n */\n_start: nop\n");
    expect(rvrelay(["replay", "bad.S"], folder)).toMatchObject({
      code: 2,
      err: 'rvrelay: bad.S:2: unknown header line "budgte: 5"\n',
    });
    expect(rvrelay(["replay", "none.S"], folder)).toMatchObject({
      code: 2,
      err: "rvrelay: none.S: no such file or folder\n",
    });
  });
});

describe("conform", () => {
  test("a program that does not end as it should fails, solo named", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "five.S"), "_start: li a0, 5\n li a7, 93\n ecall\n");
    const { code, out } = rvrelay(["conform", "."], folder);
    expect(code).toBe(1);
    expect(out).toContain("failed: five.S on reference: solo: expected exit 0, got exit 5");
  });

  test("without the submodule riscv-tests is inconclusive and says how to get it", ({ skip }) => {
    skip(existsSync(join(import.meta.dirname, "../../vendor/riscv-tests/isa")), "the submodule is checked out");
    const { code, err } = rvrelay(["conform", "riscv-tests"]);
    expect(code).toBe(3);
    expect(err).toContain("git submodule update --init vendor/riscv-tests");
  });
});

describe("asm and disasm", () => {
  test("a program whose data begins late in a page runs the same after both directions", () => {
    const folder = emptyFolder();
    const data = "        .data\nword:   .dword 41\n        .bss\nroom:   .zero 5000\n";
    const code =
      "_start: la a1, word\n ld a0, 0(a1)\n la a2, room\n sd a0, 2040(a2)\n ld a0, 2040(a2)\n li a7, 93\n ecall\n";
    writeFileSync(join(folder, "one.S"), `/* rvrelay case 1\n * section: .data 0x20ff8\n */\n${code}${data}`);
    expect(rvrelay(["asm", "one.S", "--out", "one.elf"], folder).code).toBe(0);
    writeFileSync(join(folder, "two.S"), rvrelay(["disasm", "one.elf", "--assembly"], folder).out);
    expect(rvrelay(["asm", "two.S", "--out", "two.elf"], folder)).toMatchObject({ code: 0, err: "" });
    expect(rvrelay(["run", "one.elf"], folder).out).toContain("exit 41");
    expect(rvrelay(["run", "two.elf"], folder).out).toBe(rvrelay(["run", "one.elf"], folder).out);
  });

  test("an error leaves no output file; what is assembled disassembles to the same bytes", () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "bad.S"), "_start:\n  lw a0\n");
    expect(rvrelay(["asm", "bad.S", "--out", "bad.elf"], folder)).toMatchObject({ code: 2, out: "" });
    writeFileSync(join(folder, "good.S"), "_start: li a0, 0x123456789\n c.addi a0, 1\n li a7, 93\n ecall\n");
    expect(rvrelay(["asm", "good.S", "--out", "good.elf"], folder).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["bad.S", "good.S", "good.elf"]);
    const { out } = rvrelay(["disasm", "good.elf"], folder);
    expect(out).toContain("ecall");
    expect(rvrelay(["disasm", "good.S"], folder)).toMatchObject({ code: 2, out: "" });
  });
});

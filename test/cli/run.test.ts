import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

const PROGRAM = `
_start: la a0, text
        li a7, 2177
        ecall
        li s0, 50
        li s1, 0x200000
1:      sd s0, 0(s1)
        addi s0, s0, -1
        bnez s0, 1b
        li a0, 7
        li a7, 93
        ecall
        .data
text:   .asciz "hello"
`;

const folder = emptyFolder();
const elf = join(folder, "p.elf");
const snapshot = join(folder, "half.snap");

beforeAll(() => {
  writeFileSync(join(folder, "p.S"), PROGRAM);
  expect(rvrelay(["asm", join(folder, "p.S"), "--out", elf])).toEqual({ code: 0, out: "", err: "" });
  expect(rvrelay(["run", elf, "--snapshot-at", "700", "--out", snapshot]).code).toBe(0);
});

/** The one line a command says, which must be all it says. */
function complaint(...args: string[]): string {
  const { code, out, err } = rvrelay(args, folder);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err.trimEnd().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/ {4}at /);
  return err.trimEnd();
}

describe("run", () => {
  test("prints output, stop, cycles and pc, and exits with 0 whatever the program's code is", () => {
    const { code, out, err } = rvrelay(["run", elf]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^hello\nstop {4}exit 7\ncycles {2}\d+\npc {6}0x[0-9a-f]+\n$/);
    expect(rvrelay(["run", elf, "--exit-code"]).code).toBe(7);
  });

  test("--json gives the whole finish", () => {
    const document = JSON.parse(rvrelay(["run", elf, "--json"]).out) as Record<string, unknown>;
    expect(document).toMatchObject({
      schemaVersion: 1,
      verdict: "held",
      stop: { kind: "exit", code: 7 },
      output: "hello",
    });
    expect(document["registers"]).toHaveLength(32);
    expect(document["memorySha256"]).toMatch(/^[0-9a-f]{64}$/);
    expect(document["reservation"]).toBe("0xffffffffffffffff");
  });

  test.each(["half.snap", "half.json"])("a run resumed from %s ends as the whole run", (file) => {
    const at = join(folder, file);
    expect(rvrelay(["run", elf, "--snapshot-at", "700", "--out", at]).out).toContain("stop    budget");
    const last = (text: string): string => text.slice(text.indexOf("stop"));
    expect(last(rvrelay(["run", elf, "--resume", at]).out)).toBe(last(rvrelay(["run", elf]).out));
  });

  test("--writable-code runs a program that writes its own code, which is a fault without it", () => {
    const source = join(folder, "writing.S");
    const body = "li s0, 0x200000\n li t0, 0x73\n sw t0, 0(s0)\n li a0, 9\n li a7, 93\n jr s0\n";
    writeFileSync(source, `_start: ${body}`);
    rvrelay(["asm", source, "--out", join(folder, "writing.elf")]);
    const file = join(folder, "writing.elf");
    expect(rvrelay(["run", file, "--writable-code"]).out).toContain("stop    exit 9\n");
    expect(rvrelay(["run", file]).out).toContain("stop    fault MemWriteOnExecutablePage page=512\n");
    const target = `${process.execPath} ${BIN} serve --target canary-solo`;
    expect(rvrelay(["run", file, "--writable-code", "--target", target]).out).toContain("exit 9");
  });

  test("arguments reach the program as they are", () => {
    const source = join(folder, "argc.S");
    writeFileSync(source, "_start: ld a0, 0(sp)\n li a7, 93\n ecall\n");
    rvrelay(["asm", source, "--out", join(folder, "argc.elf")]);
    expect(rvrelay(["run", join(folder, "argc.elf"), "one", "two", "--", "-three"]).out).toContain("exit 3");
  });
});

describe("bad input to run is told in one line, with exit code 2", () => {
  test("files", () => {
    expect(complaint("run", "missing.elf")).toBe("rvrelay: missing.elf: no such file");
    expect(complaint("run", folder)).toContain(": is a folder");
    writeFileSync(join(folder, "empty"), "");
    expect(complaint("run", "empty")).toBe("rvrelay: empty: cannot be loaded: fault ElfParseError text=bad offset 0");
    writeFileSync(join(folder, "short"), readFileSync(elf).subarray(0, 40));
    expect(complaint("run", "short")).toMatch(/^rvrelay: short: cannot be loaded: fault ElfParseError/);
    const other = readFileSync(elf);
    other.writeUInt16LE(62, 18);
    writeFileSync(join(folder, "x86"), other);
    expect(complaint("run", "x86")).toContain("made for ELF machine 62, not RISC-V");
    expect(rvrelay(["run", "x86", "--any-machine"], folder).code).toBe(0);
    const hostile = readFileSync(elf);
    hostile.writeBigUInt64LE(2n ** 63n, 64 + 8);
    writeFileSync(join(folder, "hostile"), hostile);
    expect(complaint("run", "hostile")).toContain("hostile: cannot be loaded: fault ElfSegmentAddrOrSizeError");
  });

  test("options", () => {
    expect(complaint("run", elf, "--target", "nobody")).toMatch(
      /unknown target "nobody"; known are reference, .*canary.*; a command line has a space or a slash in it$/,
    );
    expect(complaint("run", elf, "--isa", "imcq")).toContain('--isa cannot be "imcq"');
    expect(complaint("run", elf, "--vm-version", "3")).toContain("there is no VM version 3");
    expect(complaint("run", elf, "--memory", "5000")).toContain('--memory cannot be "5000"');
    expect(complaint("run", elf, "--cost", "free")).toContain('--cost cannot be "free"');
    expect(complaint("run", elf, "--data", "7")).toContain('--data cannot be "7"');
    expect(complaint("run", elf, "--snapshot-at", "7")).toContain("--snapshot-at and --out go together");
    expect(rvrelay(["run", elf, "--sed", "5"])).toMatchObject({ code: 2, out: "" });
    expect(rvrelay(["ran"])).toMatchObject({ code: 2, out: "" });
  });

  test("snapshots", () => {
    const bytes = readFileSync(snapshot);
    const damaged = (name: string, change: (bytes: Buffer) => Buffer | void): string => {
      const copy = Buffer.from(bytes);
      writeFileSync(join(folder, name), change(copy) ?? copy);
      return complaint("run", elf, "--resume", name);
    };
    expect(damaged("cut.snap", (b) => b.subarray(0, b.length - 1))).toMatch(
      /^rvrelay: cut\.snap: load_reservation_address: .*at byte \d+/,
    );
    expect(damaged("long.snap", (b) => Buffer.concat([b, Buffer.of(0)]))).toContain("long.snap:");
    expect(damaged("huge.snap", (b) => void b.writeBigUInt64LE(2n ** 63n, 0))).toMatch(
      /huge\.snap: pages_from_source.*byte/,
    );
    expect(damaged("empty.snap", () => Buffer.alloc(0))).toContain("empty.snap: pages_from_source");
    expect(damaged("text.json", () => Buffer.from('{"pages_from_source": []}'))).toMatch(/text\.json: .*missing/);
    const versionAt = bytes.length - 4 - 256 - 32;
    expect(damaged("other.snap", (b) => void b.writeUInt32LE(1, versionAt))).toBe(
      "rvrelay: other.snap: is a snapshot of VM version 1, not 2",
    );
    expect(damaged("flip.snap", (b) => void (b[8 + 8 + 1] ^= 1))).toMatch(/flip\.snap: /);
  });

  test("a snapshot that names another data source, or unaligned pages", () => {
    const text = (page: string): string =>
      `{"pages_from_source":[${page}],"dirty_pages":[],"version":2,"registers":[${Array(32).fill(0).join()}],` +
      `"pc":65536,"cycles":0,"max_cycles":0,"load_reservation_address":0}`;
    writeFileSync(join(folder, "source.json"), text("[65536,3,77,0,4096]"));
    expect(complaint("run", elf, "--resume", "source.json")).toContain("needs data source 77, which is not given");
    writeFileSync(join(folder, "unaligned.json"), text("[65537,3,0,0,4096]"));
    expect(complaint("run", elf, "--resume", "unaligned.json")).toContain("MemPageUnalignedAccess address=0x10001");
  });

  test("a snapshot of a program that has ended", () => {
    expect(complaint("run", elf, "--snapshot-at", "9999999", "--out", "late.snap")).toMatch(
      /late\.snap: not written: the program ended at cycle \d+, before 9999999 \(exit 7\)/,
    );
    expect(existsSync(join(folder, "late.snap"))).toBe(false);
  });

  test("no file is left behind half written", () => {
    expect(complaint("run", elf, "--snapshot-at", "5", "--out", join("nowhere", "x.snap"))).toContain(
      "its folder does not exist",
    );
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });
});

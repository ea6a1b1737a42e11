import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "riscv64-unknown-elf-";

/** The architecture that both assemblers are asked for. */
export const MARCH = "rv64imac_zba_zbb_zbc_zbs_zifencei";

/** Why the comparison cannot run here, or undefined if GNU binutils are there. */
export function gnuMissing(): string | undefined {
  const { status } = spawnSync(`${PREFIX}as`, ["--version"]);
  return status === 0 ? undefined : `${PREFIX}as is not installed (Debian: binutils-riscv64-unknown-elf)`;
}

function inFolder<T>(action: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "rvrelay-gnu-"));
  try {
    return action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(tool: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(PREFIX + tool, args, { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${tool} ${args.join(" ")}: ${stderr.slice(0, 2000)}`);
  return stdout;
}

/** The bytes of .text that GNU as and ld make of `source`, linked at 0x10000. */
export function gnuText(source: string, march = MARCH): Uint8Array {
  return inFolder((folder) => {
    writeFileSync(join(folder, "a.s"), source);
    run("as", [`-march=${march}`, "-mabi=lp64", "-mno-relax", "-o", "a.o", "a.s"], folder);
    run("ld", ["--no-relax", "-N", "-e", "0", "-Ttext=0x10000", "-o", "a.elf", "a.o"], folder);
    run("objcopy", ["-O", "binary", "-j", ".text", "a.elf", "a.bin"], folder);
    return new Uint8Array(readFileSync(join(folder, "a.bin")));
  });
}

/** objdump's text of every word: 32-bit ones, or 16-bit ones as `half` says; empty where it shows none. */
export function gnuDisassemble(words: readonly number[], half: boolean): string[] {
  return inFolder((folder) => {
    const bytes = half
      ? new Uint8Array(Uint16Array.from(words).buffer)
      : new Uint8Array(Uint32Array.from(words).buffer);
    writeFileSync(join(folder, "a.bin"), bytes);
    const elf = [
      "-I",
      "binary",
      "-O",
      "elf64-littleriscv",
      "--rename-section",
      ".data=.text,alloc,load,code,contents",
      "a.bin",
      "a.o",
    ];
    run("objcopy", elf, folder);
    const text = run("objdump", ["-d", "-m", "riscv", "-M", "no-aliases", "a.o"], folder);
    const bytesEach = half ? 2 : 4;
    const texts: string[] = words.map(() => "");
    for (const line of text.split("\n")) {
      const found = /^\s*([0-9a-f]+):\t[0-9a-f ]+\t(.*)$/.exec(line);
      if (found) texts[parseInt(found[1], 16) / bytesEach] = found[2];
    }
    return texts;
  });
}

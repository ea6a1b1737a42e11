import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { behind } from "../../behind.ts";
import { BIN, emptyFolder } from "../../cli/cli.ts";
import { LOOP } from "../programs.ts";

const GDB = "gdb-multiarch";
const MISSING = spawnSync(GDB, ["--version"]).status === 0 ? undefined : `needs ${GDB} (Debian package ${GDB})`;

const folder = emptyFolder();
const file = join(folder, "loop.S");
const elf = join(folder, "loop.elf");
writeFileSync(file, LOOP);

/** What gdb printed for each command, and what it passed on from the stub. */
interface Told {
  readonly answers: readonly string[];
  readonly said: string;
}

/** Runs real gdb on a stub of its own, with the case of `text`. */
async function gdb(commands: readonly string[], options: readonly string[] = [], text = LOOP): Promise<Told> {
  writeFileSync(file, text);
  const stub = spawn(process.execPath, [BIN, "gdb", file, "--elf", elf, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  behind(() => void stub.kill());
  const [line] = (await once(createInterface({ input: stub.stdout }), "line")) as [string];
  const [, port] =
    /listening on 127\.0\.0\.1:(\d+): gdb-multiarch -ex 'set osabi none' -ex 'target remote /.exec(line) ?? [];
  const marked = [...commands.flatMap((command) => [`echo == \\n`, command]), "echo == \\n"];
  const all = [
    "set pagination off",
    "set remotetimeout 30",
    "set osabi none",
    `target remote 127.0.0.1:${port}`,
    ...marked,
  ];
  const { stdout, stderr } = spawnSync(GDB, ["-nx", "-batch", ...all.flatMap((each) => ["-ex", each]), elf], {
    encoding: "utf8",
    timeout: 50_000,
  });
  if (stub.exitCode === null) await once(stub, "exit");
  expect(stub.exitCode).toBe(0);
  const answers = stdout.split(/^== *\n/m).slice(1, -1);
  return { answers: answers.map((answer) => answer.trim()), said: stderr };
}

describe("real gdb", () => {
  test("reads registers, memory and code, and knows the machine", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told, said } = await gdb([
      "show architecture",
      "p/x $pc",
      "p $cycles",
      "p/x $sp != 0",
      "x/i $pc",
      "x/2xw &buffer",
      "info files",
      "x/1xb 0x400000",
    ]);
    expect(told[0]).toContain("riscv:rv64");
    expect(told.slice(1, 4)).toEqual(["$1 = 0x10000", "$2 = 0", "$3 = 0x1"]);
    expect(told[4]).toMatch(/^=> 0x10000 <_start>:\s+auipc\s+s0,0x1$/);
    expect(told[5]).toMatch(/^0x11000:\s+0x00000000\s+0x00000000$/);
    expect(said).toContain("Cannot access memory at address 0x400000");
    expect(told[6]).toContain("0x0000000000011000 - 0x0000000000011040 is .bss");
  });

  test("steps, and steps back", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told } = await gdb([
      "stepi 4",
      "p $s1",
      "stepi",
      "p $s2",
      "reverse-stepi",
      "p $s2",
      "reverse-stepi 10",
      "p/x $pc",
    ]);
    expect(told[0]).toContain("0x0000000000010010 in loop");
    expect(told[1]).toBe("$1 = 3");
    expect(told[3]).toBe("$2 = 3");
    expect(told[4]).toContain("0x0000000000010010 in loop");
    expect(told[5]).toBe("$3 = 0");
    expect(told[6]).toContain("No more reverse-execution history");
    expect(told[7]).toBe("$4 = 0x10000");
  });

  test("stops at breakpoints of both kinds, goes to the end, sees how it ended, and goes back from there", async ({
    skip,
  }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told, said } = await gdb([
      "break *loop",
      "continue",
      "p $cycles",
      "continue",
      "p $s2",
      "delete",
      "continue",
      "p $a0",
      "monitor where",
      "reverse-stepi",
      "p/x $pc",
      "hbreak *store",
      "reverse-continue",
      "p $s2",
      "reverse-continue",
      "p $s2",
    ]);
    expect(told[1]).toMatch(/Breakpoint 1, 0x0*10010 in loop/);
    expect(told[2]).toBe("$1 = 4");
    expect(told[4]).toBe("$2 = 3");
    expect(said).toContain("the run stopped at cycle 528: exit 6");
    expect(told[6]).toContain("No more reverse-execution history");
    expect(told[7]).toBe("$3 = 6");
    expect(said).toContain("cycle 528  stopped: exit 6");
    expect(told[10]).toBe("$4 = 0x10028");
    expect(told[12]).toMatch(/Breakpoint 2, 0x0*10014 in store/);
    expect(told[13]).toBe("$5 = 6");
    expect(told[15]).toBe("$6 = 5");
  });

  test("watches writes, reads and accesses, in both directions", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told, said } = await gdb([
      "watch *(long *)&buffer",
      "continue",
      "p/x $pc",
      "continue",
      "continue",
      "continue",
      "reverse-continue",
      "p/x $pc",
      "delete",
      "rwatch *(long *)&buffer",
      "continue",
      "p/x $pc",
      "delete",
      "awatch *(long *)&buffer",
      "reverse-continue",
      "p/x $pc",
      "reverse-continue",
      "p/x $pc",
    ]);
    expect(told[1]).toMatch(/Old value = 0\nNew value = 3/);
    expect(told[2]).toBe("$1 = 0x10018");
    expect(told[3]).toMatch(/Old value = 3\nNew value = 5/);
    expect(told[4]).toMatch(/Old value = 5\nNew value = 6/);
    expect(said).toContain("exit 6");
    expect(told[6]).toMatch(/Old value = 6\nNew value = 5/);
    expect(told[7]).toBe("$2 = 0x10014");
    expect(told[10]).toMatch(/read watchpoint[^]*Value = 6/);
    expect(told[11]).toBe("$3 = 0x10024");
    expect(told[15]).toBe("$4 = 0x10020");
    expect(told[17]).toBe("$5 = 0x10014");
  });

  test("goes to a cycle, is refused every other write, and reads what was there then", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told, said } = await gdb([
      "continue",
      "x/1xg &buffer",
      "set $cycles = 12",
      "x/1xg &buffer",
      "p/x $pc",
      "set $a0 = 1",
      "set *(int *)&buffer = 1",
      "p $a0",
    ]);
    expect(told[1]).toMatch(/0x0{15}6$/);
    expect(told[3]).toMatch(/0x0{15}3$/);
    expect(told[4]).toBe("$1 = 0x10014");
    expect(told[7]).toBe("$2 = 0");
    expect(said).toContain("history is fixed");
  });

  test("steps over a cut, and over a fused sequence", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: relay } = await gdb(
      ["set $cycles = 12", "p $leg", "stepi", "p $leg", "p/x $pc", "reverse-stepi", "p $leg"],
      ["--relay"],
    );
    expect([relay[1], relay[3], relay[4], relay[6]]).toEqual(["$1 = 1", "$2 = 2", "$3 = 0x10014", "$4 = 1"]);
    const fused = `/* rvrelay case 1
 * isa: imc,a,b,mop
 */
        .option norvc
_start: lui a0, 0x12345
        addiw a0, a0, 0x678
        li a7, 93
        ecall
`;
    const { answers: told } = await gdb(["stepi", "p/x $pc", "p/x $a0", "reverse-stepi", "p/x $pc"], [], fused);
    expect([told[1], told[2], told[4]]).toEqual(["$1 = 0x10008", "$2 = 0x12345678", "$3 = 0x10000"]);
  });

  test("gives a fault as a signal", async ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const { answers: told, said } = await gdb(
      ["continue", "reverse-stepi", "p/x $pc"],
      [],
      "/* rvrelay case 1\n */\n.option norvc\n_start: nop\n ld a0, -1(zero)\n",
    );
    expect(told[0]).toContain("SIGSEGV");
    expect(said).toContain("MemOutOfBound");
    expect(told[2]).toBe("$1 = 0x10004");
  });

  test("speaks over the standard streams", ({ skip }) => {
    skip(MISSING !== undefined, MISSING);
    const target = `target remote | ${process.execPath} ${BIN} gdb --stdio ${file}`;
    const { stdout } = spawnSync(
      GDB,
      ["-nx", "-batch", "-ex", "set remotetimeout 30", "-ex", target, "-ex", "stepi", "-ex", "p/x $pc"],
      {
        encoding: "utf8",
        timeout: 50_000,
      },
    );
    expect(stdout).toContain("$1 = 0x10004");
  });
});

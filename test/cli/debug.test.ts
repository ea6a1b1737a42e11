import { spawnSync } from "node:child_process";
import { connect, createServer } from "node:net";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { behind } from "../behind.ts";
import { LOOP } from "../debug/programs.ts";
import { BIN, emptyFolder, rvrelay } from "./cli.ts";

const folder = emptyFolder();
const file = join(folder, "loop.S");
writeFileSync(file, LOOP);
const commands = (...texts: string[]): string[] => texts.flatMap((text) => ["--command", text]);

describe("rvrelay debug", () => {
  test("executes commands and shows each with its answer", () => {
    const { code, out, err } = rvrelay(["debug", file, ...commands("end", "who buffer 8")]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("(rvrelay) end\ncycle 528  stopped: exit 6\n");
    expect(out).toContain(
      "(rvrelay) who buffer 8\n    written next: 0x5 -> 0x6\ncycle 19\n  0x10014 <store>  sd s2, 0(s0)  # s2=0x6 s0=0x11000  loop.S:11\n",
    );
  });

  test("takes commands from standard input, up to quit", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, "debug", file, "--relay"], {
      encoding: "utf8",
      input: "cut\n\n# nothing\ndiffers\nquit\nend\n",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("relay of 2 legs");
    expect(stdout).toContain("nothing differs at cycle 12  leg 2 of 2");
    expect(stdout).not.toContain("stopped");
  });

  test("an unknown command is one line and exit code 2; those behind it are executed", () => {
    const { code, out, err } = rvrelay(["debug", file, ...commands("fly", "end")]);
    expect({ code, err }).toEqual({ code: 2, err: 'rvrelay: there is no command "fly"; help lists them\n' });
    expect(out).toContain("stopped: exit 6");
  });

  test("an ELF file with arguments and a limit", () => {
    const elf = join(folder, "loop.elf");
    expect(rvrelay(["asm", file, "--out", elf]).code).toBe(0);
    const { code, out } = rvrelay(["debug", "--max-cycles", "13", elf, "one", ...commands("end", "where")]);
    expect(code).toBe(0);
    expect(out).toContain("solo run, budget 13 cycles");
    expect(out).toContain("cycle 12  stopped: budget");
  });

  test.each([
    [["nowhere.S"], /nowhere\.S: no such file/],
    [["plain.S"], /plain\.S: neither a case file/],
    [["broken.S"], /broken\.S:3/],
    [["loop.S", "argument"], /says its arguments itself/],
    [["uncut.S", "--relay"], /has no cuts/],
    [["loop.S", "--port", "1"], /unknown option/],
  ])("%j is a usage error", (args, message) => {
    writeFileSync(join(folder, "plain.S"), "_start: nop\n");
    writeFileSync(join(folder, "broken.S"), "/* rvrelay case 1\n */\n_start: fly a0\n");
    writeFileSync(join(folder, "uncut.S"), "/* rvrelay case 1\n */\n_start: nop\n");
    const { code, out, err } = rvrelay(["debug", ...args], folder);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });

  test("a program that cannot be loaded is shown as such", () => {
    const broken = join(folder, "elf.S");
    writeFileSync(broken, "/* rvrelay case 1\n * elf: AAAA\n */\n");
    const { code, out } = rvrelay(["debug", broken, ...commands("step", "back", "end", "list", "flags")]);
    expect(code).toBe(2); // for the step
    expect(out).toMatch(/stopped: fault \w+/);
  });
});

describe("rvrelay gdb", () => {
  test("writes the program, says where it listens, and ends when its client has left", async () => {
    const elf = join(folder, "symbols.elf");
    const stub = spawn(process.execPath, [BIN, "gdb", file, "--elf", elf], { stdio: ["ignore", "pipe", "inherit"] });
    behind(() => void stub.kill());
    const [line] = (await once(createInterface({ input: stub.stdout }), "line")) as [string];
    const [, port] = /127\.0\.0\.1:(\d+): gdb-multiarch .*'target remote 127\.0\.0\.1:\1' (\S+)$/.exec(line) ?? [];
    expect(line.endsWith(` ${elf}`)).toBe(true);
    expect(readFileSync(elf).subarray(1, 4).toString()).toBe("ELF");
    const client = connect(Number(port), "127.0.0.1");
    await once(client, "connect");
    client.destroy();
    const [code] = (await once(stub, "exit")) as [number];
    expect(code).toBe(0);
  });

  test("a port that is taken, and options that do not go together, are usage errors", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    behind(() => void taken.close());
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    expect(rvrelay(["gdb", file, "--port", String(port)])).toMatchObject({
      code: 2,
      out: "",
      err: `rvrelay: --port ${port}: cannot be listened on (EADDRINUSE)\n`,
    });
    expect(rvrelay(["gdb", file, "--port", "1", "--stdio"])).toMatchObject({ code: 2, out: "" });
    expect(rvrelay(["gdb", file, "--port", "70000"]).err).toContain("from 0 to 65535");
    expect(rvrelay(["gdb", file, "--elf", join(folder, "no", "such.elf")])).toMatchObject({ code: 2, out: "" });
    expect(existsSync(join(folder, "no"))).toBe(false);
  });
});

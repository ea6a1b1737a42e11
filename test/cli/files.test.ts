import { execFileSync, spawn } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkWritable, writeWhole } from "../../src/cli/files.ts";
import { BIN, emptyFolder } from "./cli.ts";

describe("a file is written whole where it is, and nothing else is put in its place", () => {
  test("a link is followed and stays a link", () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "elsewhere"));
    const [there, link] = [join(folder, "elsewhere", "kept.txt"), join(folder, "link.txt")];
    writeFileSync(there, "before");
    symlinkSync(join("elsewhere", "kept.txt"), link);
    checkWritable(link);
    writeWhole(link, "behind");
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(there, "utf8")).toBe("behind");
    expect(readdirSync(join(folder, "elsewhere"))).toEqual(["kept.txt"]);
  });

  test("so is a link to what is not there yet, also over another one", () => {
    const folder = emptyFolder();
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    symlinkSync("second", first);
    symlinkSync("new.txt", second);
    checkWritable(first);
    writeWhole(first, "new");
    expect([readlinkSync(first), readlinkSync(second)]).toEqual(["second", "new.txt"]);
    expect(readFileSync(join(folder, "new.txt"), "utf8")).toBe("new");
  });

  test("links in a circle are an error in a line", () => {
    const folder = emptyFolder();
    symlinkSync("b", join(folder, "a"));
    symlinkSync("a", join(folder, "b"));
    expect(() => writeWhole(join(folder, "a"), "x")).toThrow(/^.*\/a: /);
    expect(readdirSync(folder).toSorted()).toEqual(["a", "b"]);
  });

  test("a folder is refused", () => {
    const folder = emptyFolder();
    expect(() => checkWritable(folder)).toThrow(`${folder}: is a folder`);
    expect(() => writeWhole(folder, "x")).toThrow(`${folder}: is a folder`);
  });

  test("a device stays a device", ({ skip }) => {
    skip(process.platform === "win32", "there is no /dev/null");
    const link = join(emptyFolder(), "null");
    symlinkSync("/dev/null", link);
    for (const file of [link, "/dev/null"]) {
      checkWritable(file);
      writeWhole(file, "gone");
    }
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
    expect(readlinkSync(link)).toBe("/dev/null");
  });

  test("a pipe takes it as it stands", async ({ skip }) => {
    skip(process.platform === "win32", "there are no named pipes");
    const pipe = join(emptyFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    const read = (async () => {
      let text = "";
      for await (const chunk of reader.stdout) text += String(chunk);
      return text;
    })();
    writeWhole(pipe, "through");
    expect(await read).toBe("through");
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test.each([
    ["a pipe", `"$0" "$1" asm a.S --out /dev/stdout | od -An -tx1 -N4`],
    ["a file", `"$0" "$1" asm a.S --out /dev/stdout > there; od -An -tx1 -N4 there`],
  ])("standard output gets it where that is %s", (_what, script) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "a.S"), "_start: nop\n");
    const out = execFileSync("sh", ["-c", script, process.execPath, BIN], { cwd: folder, encoding: "utf8" });
    // How every ELF file begins.
    expect(out.trim()).toBe("7f 45 4c 46");
  });
});

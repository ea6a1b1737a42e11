import { describe, expect, test } from "vitest";
import { ADAPTERS, isBuilt } from "../../src/cli/adapters.ts";
import { NativeEngine, nativeFigure, readAnswer } from "../../bench/native.ts";
import { loops, straight } from "../../bench/programs.ts";

describe("answers of `rvrelay-ckb-vm measure`", () => {
  test("are a time and a number of cycles", () => {
    expect(readAnswer("1234.5 4002")).toEqual({ nanoseconds: 1234.5, cycles: 4002 });
    expect(readAnswer("7 0")).toEqual({ nanoseconds: 7, cycles: 0 });
  });

  test.each([
    "",
    "12",
    "12 ",
    "0.0 5",
    "-3 5",
    "1e3 5",
    "12.5 -1",
    "12.5 5.5",
    "12 5 6",
    " 12 5",
    "NaN 5",
    "12 9007199254740993",
  ])("%j is none", (line) => {
    expect(() => readAnswer(line)).toThrow(`no answer: ${JSON.stringify(line)}`);
  });

  test("become figures in the units of the rows", () => {
    const answer = { nanoseconds: 2000, cycles: 130 };
    expect(nativeFigure("run", answer)).toBe(65); // 130 in 2 µs are 65 million a second
    expect(nativeFigure("boot", answer)).toBe(500_000);
    expect(nativeFigure("snapshot", answer)).toBe(2);
  });
});

describe("the real CKB-VM", () => {
  const adapter = ADAPTERS[0];

  test("answers, and ends when it is closed", async ({ skip }) => {
    skip(!isBuilt(adapter), `${adapter.name} is not built`);
    const engine = NativeEngine.open(adapter);
    if (!(engine instanceof NativeEngine)) throw new Error(engine.missing);
    const figure = await engine.measure("straight", { ask: "boot", program: () => straight(3) }, 1);
    expect(figure).toBeGreaterThan(0);
    engine.close();
    await expect(engine.measure("straight", { ask: "boot", program: () => straight(3) }, 1)).rejects.toThrow(/ended/);
  });

  test("tells why where it cannot measure", async ({ skip }) => {
    skip(!isBuilt(adapter), `${adapter.name} is not built`);
    const engine = NativeEngine.open(adapter);
    if (!(engine instanceof NativeEngine)) throw new Error(engine.missing);
    const program = (): Uint8Array => new Uint8Array([1, 2, 3]);
    await expect(engine.measure("no-elf", { ask: "run", program }, 1)).rejects.toThrow("ckb-vm:plain ended with 3");
    engine.close();
  });

  test("is missed with the command that builds it", () => {
    expect(NativeEngine.open({ ...adapter, folder: "nowhere" })).toEqual({
      missing: expect.stringMatching(/^not built; build it with: cargo build .*nowhere/),
    });
  });
});

test("programs that are measured are made anew each time they are asked for", () => {
  const [compute] = loops(16);
  expect(compute.program()).toEqual(compute.program());
  expect(Buffer.from(compute.program()).toString("latin1", 0, 4)).toBe("\x7fELF");
});

import { isUtf8 } from "node:buffer";
import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { characterFrom, pickText } from "../../src/generate/long-text.ts";
import { Random } from "../../src/generate/random.ts";
import { smallerCases } from "../../src/generate/shrink/stream.ts";
import { runWhole } from "./run.ts";

const SEED = 29;
const PAGE = 4096;

test("long texts are UTF-8 without a zero, of all lengths, and have characters over the ends of pages", () => {
  const lengths = new Set<number>();
  const over = new Set<number>();
  let ascii = 0;
  for (let k = 0; k < 1000; k++) {
    const { address, fileBytes, memoryBytes, patches } = pickText(new Random(SEED, k), 7 * PAGE);
    const [{ offset, bytes }] = patches;
    expect([offset, fileBytes, memoryBytes]).toEqual([0, bytes.length + 1, bytes.length + 1]);
    expect(isUtf8(bytes)).toBe(true);
    expect(bytes.includes(0)).toBe(false);
    lengths.add(bytes.length);
    if (bytes.every((byte) => byte < 0x80)) ascii++;
    // A continuation byte that begins a page: how many bytes of its character are on the page before.
    for (let at = PAGE - (address % PAGE); at < bytes.length; at += PAGE) {
      let before = 0;
      while (((bytes[at - before] ?? 0) & 0xc0) === 0x80) before++;
      over.add(before);
    }
  }
  expect(over).toEqual(new Set([0, 1, 2, 3]));
  expect(ascii).toBeGreaterThan(400);
  expect(ascii).toBeLessThan(700);
  for (const [least, most] of [
    [250, 260],
    [1000, 1030],
    [4090, 4100],
    [8000, 13_000],
    [65_536, 70_000],
  ]) {
    // prettier-ignore
    expect([...lengths].some((length) => length >= least && length <= most)).toBe(true);
  }
});

test("a text from a character on is a text", () => {
  const bytes = new TextEncoder().encode("aé🦀b"); // 61, c3 a9, f0 9f a6 80, 62
  expect(Array.from({ length: 9 }, (_, at) => characterFrom(bytes, at))).toEqual([0, 1, 3, 3, 7, 7, 7, 7, 8]);
});

test("some programs print them, whole and in part, and exit, also when they are made smaller", () => {
  const outputs: number[] = [];
  let steps = 0;
  for (let k = 0; k < 2000; k++) {
    const generated = generateCase(SEED, k, { intents: { exit: 1 }, size: 200 });
    const printed = generated.program.items.filter(({ note }) => note === "a long text");
    if (printed.length === 0) continue;
    const { stop, state } = runWhole(generated);
    expect(stop.kind).toBe("exit");
    outputs.push(state.output?.length ?? 0);
    if (outputs.length > 8) continue;
    // Bytes of a character that is cut are no text: such a program ends by that fault, and by no other.
    for (const { smaller } of smallerCases(generated, undefined)) {
      const ended = runWhole(smaller).stop;
      if (ended.kind === "fault") expect(ended.fault.name).toBe("External");
      else expect(ended.kind).toBe("exit");
      if (++steps % 100 === 0) break;
    }
  }
  expect(outputs.length).toBeGreaterThan(10);
  expect(outputs.length).toBeLessThan(80);
  expect(outputs.filter((length) => length > 256).length).toBeGreaterThan(4);
  expect(steps).toBeGreaterThan(100);
});

// reference/ckb-vm and RFC 0014: a quarter of a cycle for each byte, rounded up, whether it can be printed or not.
test("faults on purpose print what is no text behind up to 33 words, and pay for it", () => {
  const charged = new Set<bigint>();
  for (let k = 0; k < 3000; k++) {
    const generated = generateCase(SEED, k, { intents: { fault: 1 }, size: 1, families: ["compute"] });
    const { stop, state } = runWhole({ ...generated, world: { ...generated.world, cost: "constant" } });
    if (stop.kind !== "fault" || stop.fault.name !== "External") continue;
    const { items } = generated.program;
    const words = items
      .find(({ kind }) => kind === "fault")
      ?.ops.filter(({ instruction }) => instruction?.name === "sd");
    // Two cycles at least for each word of 8 bytes, beside one for each instruction.
    expect(state.cycles).toBeGreaterThan(BigInt(3 * ((words?.length ?? 0) - 1)));
    charged.add(BigInt(words?.length ?? 0));
  }
  expect(charged).toEqual(new Set([1n, 2n, 3n, 32n, 33n, 34n]));
});

import { describe, expect, test } from "vitest";
import { readCase, writeCase } from "../../src/case/index.ts";
import { caseForFile, generateCase, measure, programElf, shrinkCase } from "../../src/generate/index.ts";
import { ELF_FIELDS, PROGRAM_FIELDS, spoil } from "../../src/generate/spoiling.ts";
import { runWhole } from "./run.ts";

const SEED = 6;
const CASES = 1500;

const cases = Array.from({ length: CASES }, (_, k) => generateCase(SEED, k, { intents: { any: 1 }, size: 20 }));

// Offsets of the ELF specification: e_machine at 18, e_phnum at 56; p_vaddr at 16 of the first header, which begins at 64.
test("a field is spoiled where the ELF specification has it, and nothing else", () => {
  const whole = programElf(generateCase(SEED, 0, { intents: { exit: 1 } }).program);
  const fields = [
    { header: -1, field: "machine", value: 0x1_0203n },
    { header: 0, field: "p_vaddr", value: 0xffff_ffff_ffff_f000n },
    { header: 1000, field: "p_type", value: 1n },
  ] as const;
  const spoiled = spoil(whole, { fields });
  const expected = whole.slice();
  expected.set([0x03, 0x02], 18);
  expected.set([0, 0xf0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], 64 + 16);
  expect(spoiled).toEqual(expected);
  expect(spoil(whole, { fields: [], length: 70 })).toEqual(whole.slice(0, 70));
  expect(spoil(whole, { fields: [], length: whole.length + 1 })).toEqual(whole);
});

test("every field is spoiled, files are cut off inside of every header and of their data", () => {
  const fields = new Set(cases.flatMap(({ program }) => program.spoiling?.fields.map(({ field }) => field) ?? []));
  expect(fields).toEqual(new Set([...Object.keys(ELF_FIELDS), ...Object.keys(PROGRAM_FIELDS)]));
  const lengths = cases.flatMap(({ program: { spoiling } }) => spoiling?.length ?? []);
  for (const [from, to] of [
    [0, 1],
    [1, 16],
    [16, 64],
    [64, 120],
    [120, 10_000],
  ]) {
    expect(
      lengths.some((length) => length >= from && length < to),
      `${from} to ${to} bytes`,
    ).toBe(true);
  }
});

// reference/ckb-vm/elf.md 1 to 3.
describe("loading", () => {
  const ends = new Set(
    cases.map((each) => {
      const { stop } = runWhole(each);
      return stop.kind === "fault" ? stop.fault.name : stop.kind;
    }),
  );
  test.each([
    "ElfParseError",
    "ElfBits",
    "ElfSegmentAddrOrSizeError",
    "ElfSegmentUnreadable",
    "ElfSegmentWritableAndExecutable",
    "MemOutOfBound",
    "MemWriteOnFreezedPage",
    "exit",
  ])("ends by %s", (name) => expect(ends).toContain(name));
});

test("sums of an address and a size wrap, and do not quite", () => {
  const values = cases.flatMap(({ program }) => program.spoiling?.fields ?? []);
  for (const field of ["p_vaddr", "p_memsz", "p_offset", "p_filesz"]) {
    const drawn = values.filter((each) => each.field === field).map(({ value }) => value);
    expect(drawn).toContain(2n ** 64n - 4096n);
    expect(drawn).toContain(2n ** 64n - 1n);
  }
});

test("pages are marked as those of the file only where headers are what they should be", () => {
  for (const { program, world } of cases) {
    const header = program.spoiling?.fields.some((each) => each.header >= 0 || each.field === "phoff") ?? false;
    if (header) expect(world.markProgram).toBe(false);
  }
  expect(cases.some(({ program, world }) => program.spoiling?.length !== undefined && world.markProgram)).toBe(true);
});

test("a case comes back from its file, which keeps the program as it is", () => {
  for (const each of cases.slice(0, 200)) {
    const { sections, ...plain } = caseForFile(each);
    expect(plain.assembly).toBeUndefined();
    const { checked } = readCase("case.S", writeCase(plain, { sections }));
    expect(Buffer.compare(checked.world.program, each.world.program)).toBe(0);
  }
});

test("shrinking leaves one wrong field of a large program", async () => {
  const isBits = (each: (typeof cases)[number]): boolean => {
    const { stop } = runWhole(each);
    return stop.kind === "fault" && stop.fault.name === "ElfBits";
  };
  const found = cases.filter(isBits).slice(0, 3);
  expect(found.length).toBe(3);
  for (const each of found) {
    const { smallest, complete } = await shrinkCase(each, isBits, { timeMs: 60_000 });
    expect(complete).toBe(true);
    expect(measure(smallest)).toBeLessThanOrEqual(measure(each));
    expect(smallest.program.items).toEqual([]);
    expect(smallest.program.spoiling).toEqual({
      fields: [{ header: -1, field: "class", value: 1n }],
      length: undefined,
    });
  }
});

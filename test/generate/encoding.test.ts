import { expect, test } from "vitest";
import { assemble, type Segment, type Writing, type WrittenSegment } from "../../src/assembler/index.ts";
import { cycleBounds } from "../../src/generate/bounds.ts";
import { loadConstant } from "../../src/generate/constant.ts";
import { segmentsOf } from "../../src/generate/elf.ts";
import { generateCase, toAssembly } from "../../src/generate/index.ts";
import { hasText } from "../../src/generate/text.ts";
import { layOut } from "../../src/generate/layout.ts";
import { slowWordOf, wordOf } from "../../src/generate/op.ts";
import { BOUNDARIES } from "../../src/generate/values.ts";
import { runWhole } from "./run.ts";

const SEED = 4;

test("the fast encoder gives what the table's encoder gives", () => {
  for (let k = 0; k < 300; k++) {
    for (const { ops } of generateCase(SEED, k).program.items) {
      for (const op of ops) expect(wordOf(op)).toBe(slowWordOf(op));
    }
  }
});

test("a program as text assembles to the same segments in the same order, with the same entry", () => {
  const seen = new Set<string>();
  for (let k = 0; k < 600; k++) {
    const { program, world } = generateCase(SEED, k, k % 3 === 0 ? { intents: { fault: 1 } } : {});
    if (!hasText(program)) {
      seen.add("no text");
      continue;
    }
    const { text, sections } = toAssembly(program);
    const assembled = assemble(text, { symbols: false, alignment: 16, addresses: Object.fromEntries(sections) });
    expect(assembled.segments.map(plain)).toEqual(segmentsOf(program, layOut(program)).map(plain));
    expect(Buffer.compare(assembled.elf, world.program)).toBe(0);
    seen.add(typeof program.functions === "number" ? "functions apart" : `functions ${program.functions}`);
    if (program.lead.length > 0) seen.add("lead");
    if (program.dataBeforeCode > 1) seen.add("data before code");
    const bss = program.data.filter(({ writable, fileBytes, memoryBytes }) => writable && fileBytes < memoryBytes);
    if (bss.length > 1) seen.add("bss twice");
  }
  const all = [
    "functions apart",
    "functions before",
    "functions behind",
    "lead",
    "data before code",
    "bss twice",
    "no text",
  ];
  expect([...seen].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
});

test("sections with addresses come in the order of those; what holds no bytes stays behind its own section", () => {
  const text = `
_start: ecall
        .data
        .8byte 1
        .section .bss, "aw", @nobits
        .zero 16
        .section .data.1, "aw", @progbits
        .8byte 2
        .section .bss.1, "aw", @nobits
        .zero 32
        .section .rodata, "a", @progbits
        .8byte 3`;
  const addresses = { ".data.1": 0x50000n, ".rodata": 0x60000n, ".text": 0x10000n, ".data": 0x20000n };
  const { segments, entry } = assemble(text, { addresses });
  expect(segments.map(({ address, data, memoryBytes }) => [Number(address), data.length, memoryBytes])).toEqual([
    [0x50000, 8, 40],
    [0x60000, 8, 8],
    [0x10000, 4, 4],
    [0x20000, 8, 24],
  ]);
  expect(entry).toBe(0x10000n);
});

function plain({ address, flags, data, memoryBytes }: Segment | WrittenSegment): unknown {
  return { address, flags, data: Buffer.from(written(data)).toString("hex"), memoryBytes };
}

function written(data: Uint8Array | Writing): Uint8Array {
  if (data instanceof Uint8Array) return data;
  const bytes = new Uint8Array(data.length);
  data.writeTo(bytes);
  return bytes;
}

test("constants are loaded in at most eight instructions", () => {
  for (const value of BOUNDARIES) {
    const ops = loadConstant(5, value);
    expect(ops.length).toBeLessThanOrEqual(8);
    let register = 0n;
    for (const { instruction, rs1, imm } of ops) {
      const from = rs1 === 0 ? 0n : register;
      if (instruction?.name === "lui") register = BigInt(imm);
      else if (instruction?.name === "slli") register = BigInt.asIntN(64, from << BigInt(imm));
      else if (instruction?.name === "addiw") register = BigInt.asIntN(32, from + BigInt(imm));
      else register = BigInt.asIntN(64, from + BigInt(imm));
    }
    expect(register).toBe(value);
  }
});

test("the cycle bounds hold, and are exact where nothing branches", () => {
  let exact = 0;
  for (let k = 0; k < 1000; k++) {
    const generated = generateCase(SEED, k, { intents: { exit: 1 } });
    const { least, most } = cycleBounds(layOut(generated.program), generated.world);
    const cycles = Number(runWhole(generated).state.cycles);
    if (cycles < least || cycles > most) throw new Error(`${generated.provenance} takes ${cycles} cycles`);
    if (least === most) exact++;
  }
  expect(exact).toBeGreaterThan(20);
});

test("branches too far for their bits are widened", () => {
  const programs = Array.from({ length: 20 }, (_, k) => {
    return generateCase(SEED, k, { families: ["compute"], intents: { exit: 1 } }).program;
  });
  const [program] = programs.filter(hasText);
  const [filler] = program.items;
  const row = (name: string) => {
    for (let k = 0; k < 3000; k++) {
      for (const item of generateCase(SEED, k, { families: ["branches"], intents: { exit: 1 } }).program.items) {
        if (item.ops[0].instruction?.name === name && item.ops.length === 1) return item;
      }
    }
    throw new Error(`no ${name}`);
  };
  for (const name of ["c.beqz", "c.j", "blt", "jal"]) {
    for (const distance of [1, 100, 300, 1200, 3000]) {
      const body = Array.from({ length: distance }, (_, k) => ({ ...filler, id: k + 1 }));
      const wide = { ...program, items: [{ ...row(name), id: 0, target: distance + 1 }, ...body] };
      const { text, sections } = toAssembly(wide);
      const { segments } = assemble(text, { addresses: Object.fromEntries(sections) });
      expect(
        Buffer.compare(segments[0].data, written(segmentsOf(wide, layOut(wide))[0].data)),
        `${name} ${distance}`,
      ).toBe(0);
    }
  }
});

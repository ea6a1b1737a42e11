import { assemble } from "../../src/assembler/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { loadProgram, Machine } from "../../src/machine/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import type { Prepared, Series } from "./series.ts";

const DECADES = [10, 100, 1000, 10_000, 100_000, 1_000_000];
const SEED = 1n;
/** Programs of a size differ much, so a figure is the mean of several; fewer of the long ones. */
const PROGRAMS = 20;
const LONG = 100_000;

/** Programs that get longer: run, generated, assembled. */
export const PROGRAM_SERIES: readonly Series[] = [
  {
    name: "run-straight",
    what: "fresh machine, load and run of straight code that was not the last to be run",
    x: "instructions in the program",
    y: "ms",
    sizes: DECADES,
    prepare(size) {
      // In turn, so that no machine finds what the one before it has decoded: that would hide how decoding grows.
      const programs = [ADD, SUB].map((word) => straightOf(size, word));
      let turn = 0;
      // Code of a million instructions needs more than the usual 4 MiB.
      return { once: () => run(programs[turn++ & 1], 16 << 20) };
    },
  },
  {
    name: "run-loop",
    what: "fresh machine, load and run of a loop",
    x: "instructions executed",
    y: "ms",
    sizes: DECADES,
    prepare(size) {
      const program = loopOf(size);
      return { once: () => run(program, 4 << 20) };
    },
  },
  {
    name: "generate",
    what: "generating a case",
    x: "instructions executed, as asked for",
    y: "ms",
    sizes: DECADES,
    prepare: (size) => each(size, (k) => void generateCase(SEED, k, { size })),
  },
  {
    name: "generate-run",
    what: "generating a case and running it to its end",
    x: "instructions executed, as asked for",
    y: "ms",
    sizes: DECADES,
    prepare(size) {
      const target = new ReferenceTarget();
      return each(size, (k) => {
        const { world, budget } = generateCase(SEED, k, { size });
        target.run(world, { start: "boot", maxCycles: budget, snapshot: false });
      });
    },
  },
  {
    name: "generate-code",
    what: "generating a case by the length of its code",
    x: "instructions in the program, as asked for",
    y: "ms",
    sizes: DECADES.filter((size) => size <= 100_000),
    prepare: (size) => each(size, (k) => void generateCase(SEED, k, { length: size })),
    limit: "generated programs have at most 100,000 instructions, as calls reach everywhere in 1 MiB of code only",
  },
  {
    name: "assemble",
    what: "assembling straight code, two instructions a line",
    x: "instructions in the text",
    y: "ms",
    sizes: DECADES,
    prepare(size) {
      const text = textOf(size);
      return { once: () => void assemble(text, { symbols: false }) };
    },
  },
];

/** Milliseconds of one program, as the mean of several that are generated with the same numbers each time. */
function each(size: number, make: (k: number) => void): Prepared {
  const count = size >= LONG ? 3 : PROGRAMS;
  return {
    once: () => {
      const started = performance.now();
      for (let k = 0; k < count; k++) make(k);
      return (performance.now() - started) / count;
    },
  };
}

/** `add a0, a0, a1` and `sub a0, a0, a1`. */
const [ADD, SUB] = [0x00b50533, 0x40b50533];

/** One instruction that is repeated in place, and an exit: assembling a million lines would only take time. */
function straightOf(size: number, word: number): Uint8Array {
  const text = `_start: .fill ${size}, 4, ${word}\nli a0, 0\nli a7, 93\necall\n`;
  return assemble(text, { symbols: false }).elf;
}

const PAIRS = ["add a0, a0, a1; xori a1, a0, 77", "slli a2, a1, 3; sub a3, a2, a0", "sd a3, -64(sp); ld a4, -64(sp)"];

/** So many instructions, an even number, and an exit. A text may have a million lines at most, hence two on each. */
function textOf(size: number): string {
  const lines = Array.from({ length: size / 2 }, (_, k) => PAIRS[k % PAIRS.length]);
  return `_start: ${lines.join("\n")}\nli a0, 0\nli a7, 93\necall\n`;
}

const BODY = ["add a0, a0, a1", "xori a1, a0, 77", "slli a2, a1, 3", "sub a3, a2, a0", "sltu a4, a3, a2"].join("\n");

/** Ten instructions a turn. */
function loopOf(size: number): Uint8Array {
  const body = `${BODY}\n${BODY.split("\n").slice(0, 3).join("\n")}`;
  const text = `_start: li s0, ${Math.max(1, Math.round(size / 10))}\n1: ${body}\naddi s0, s0, -1\nbnez s0, 1b\nli a0, 0\nli a7, 93\necall\n`;
  return assemble(text, { symbols: false }).elf;
}

function run(program: Uint8Array, memorySize: number): void {
  const machine = new Machine({ version: 2, isa: 5, memorySize });
  loadProgram(machine, program, []);
  const result = machine.run();
  if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
}

import { loadProgram, Machine, type MachineOptions } from "../src/machine/index.ts";
import { straight } from "./programs.ts";
import type { Row } from "./row.ts";

const MACHINES = 1000;
/** Of `live-sparse`: kept in all, and how many are made and run for each of them. */
const SPARSE = 200;
const SPARSE_EVERY = 100;
const PAGE = 4096;
const LENGTH = 700;

/** How machines come to be kept. */
interface Keeping {
  readonly kept: number;
  /** One of so many that are made is kept; the others are let go of at once. */
  readonly every: number;
  readonly options?: Partial<MachineOptions>;
}

/**
 * KiB of heap and buffers for each machine that is kept, without the pages that hold anything. Storage that machines get in
 * chunks may be held by a single one of those that share a chunk: that is what keeping one of many shows.
 */
export const LIVE_MACHINE_ROWS: readonly Row[] = [
  row("live-made", "memory per live machine, just made", () => {}),
  row("live-booted", "memory per live machine, program loaded", boot),
  row("live-run", `memory per live machine, ${LENGTH} instructions run`, (machine) => run(machine, program)),
  row("live-run-other", `the same, of two programs in turn`, (machine, k) => run(machine, programs[k & 1])),
  row(
    "live-sparse",
    `memory per live machine, one of ${SPARSE_EVERY} that have run`,
    (machine) => run(machine, program),
    {
      kept: SPARSE,
      every: SPARSE_EVERY,
    },
  ),
  orientation(
    "live-run-changing-code",
    `memory per live machine, ${LENGTH} instructions run that may be changed`,
    (machine) => run(machine, program),
    { kept: MACHINES, every: 1, options: { writeXorExecute: false } },
  ),
];

function run(machine: Machine, elf: Uint8Array): void {
  loadProgram(machine, elf, []);
  const result = machine.run();
  if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
}

type Prepare = (machine: Machine, k: number) => void;

function row(name: string, what: string, prepare: Prepare, keeping: Keeping = { kept: MACHINES, every: 1 }): Row {
  return { ...orientation(name, what, prepare, keeping), goal: 16 };
}

/** A row without a goal. */
function orientation(name: string, what: string, prepare: Prepare, keeping: Keeping): Row {
  return {
    name,
    what,
    unit: "KiB",
    less: true,
    nodeOptions: ["--expose-gc"],
    open: () => ({ sample: () => bytesPerMachine(prepare, keeping) / 1024 }),
  };
}

/** Machines of the reference share what they have decoded of the program that ran last. */
const programs = [LENGTH, LENGTH + 1].map(straight);
const [program] = programs;

function boot(machine: Machine): void {
  loadProgram(machine, program, []);
}

function bytesPerMachine(prepare: Prepare, { kept: count, every, options }: Keeping): number {
  const before = bytesInUse();
  const kept: Machine[] = [];
  for (let k = 0; k < count * every; k++) {
    const machine = new Machine({ version: 2, isa: 5, ...options });
    prepare(machine, k);
    if (k % every === every - 1) kept.push(machine);
  }
  const grown = bytesInUse() - before;
  const touched = kept.reduce((sum, machine) => sum + touchedPages(machine) * PAGE, 0);
  return (grown - touched) / kept.length;
}

function touchedPages({ memory }: Machine): number {
  let touched = 0;
  for (let page = 0; page < memory.pageCount; page++) if (!memory.isUntouched(page)) touched++;
  return touched;
}

/** Bytes of the heap and of what stands outside of it (`external` includes array buffers), garbage collected. */
function bytesInUse(): number {
  if (!globalThis.gc) throw new Error("node --expose-gc is needed");
  // Buffers are let go of behind the collection that finds them: the second one counts without them.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

import { loadProgramWithMetadata, Machine, parseElf } from "../src/machine/index.ts";
import { MemoryDataSource, Snapshot2Context } from "../src/snapshot/index.ts";
import { dirtying } from "./programs.ts";
import { msPerUnit, type Opened, type Row, type Work } from "./row.ts";

/** What the real CKB-VM needs is about half of `otherwise`, which stands where it is not built. */
const LIMITS: readonly { pages: number; otherwise: number }[] = [
  { pages: 0, otherwise: 1.3 },
  { pages: 16, otherwise: 13 },
  { pages: 256, otherwise: 150 },
];
/** Machines that are made before their resumes are timed, all at once: the clock itself takes a share of one. */
const BATCH = 16;
const FLAG_DIRTY = 4;
/** Where the program stores to pages. */
const DIRTIED = 0x100000n;
/** Bytes of content that were asked for: so that asking is not left out. */
let total = 0;

interface Size {
  readonly memorySize?: number;
  readonly batch?: number;
}

/**
 * Microseconds to make a snapshot and to resume it; the fresh machine it is resumed into is not counted. Pages are copied only
 * when somebody stores to them or asks for their bytes, so the same is measured with a store to each page, and with its bytes
 * read, between the two; CKB-VM's copies them in any case.
 */
export const SNAPSHOT_ROWS: readonly Row[] = [
  ...LIMITS.map((limit) => row(limit, "", "", {})),
  ...LIMITS.slice(1).map((limit) => row(limit, "-stored", ", then a store to each", { stored: true })),
  ...LIMITS.slice(1).map((limit) => row(limit, "-read", ", their bytes read between", { read: true })),
];

/** What makes pages be copied. */
interface Copying {
  /** The machine that was resumed stores to each page. */
  readonly stored?: boolean;
  /** The content of the snapshot is asked for, as an encoding does. */
  readonly read?: boolean;
}

function row({ pages, otherwise }: (typeof LIMITS)[number], suffix: string, text: string, copying: Copying): Row {
  return {
    name: `snapshot-${pages}${suffix}`,
    what: `snapshot + resume, ${pages} dirty pages${text}`,
    unit: "µs",
    less: true,
    goal: { timesNative: 2, otherwise },
    native: { ask: "snapshot", program: () => dirtying(pages) },
    open: () => openSnapshots(pages, copying),
  };
}

/** Making and resuming snapshots with so many dirty pages, apart and together; in microseconds. */
export function openSnapshots(
  pages: number,
  { memorySize = 4 << 20, batch = BATCH, stored = false, read = false }: Size & Copying = {},
): Opened & {
  readonly make: (timeMs: number) => Promise<number>;
  readonly resume: (timeMs: number) => Promise<number>;
} {
  const program = dirtying(pages);
  const { machine, context } = machineAfter(program, memorySize);
  const dirty = context.makeSnapshot(machine).dirtyPages.reduce((sum, { content }) => sum + content.length / 4096, 0);
  if (dirty !== pages) throw new Error(`${dirty} pages are dirty, not ${pages}`);
  // As it is handed over in one process: nobody has asked for its bytes.
  const snapshot = context.makeSnapshot(machine);
  if (read) for (const run of snapshot.dirtyPages) total += run.content.length;
  const dirtyPages = Array.from({ length: pages }, (_, k) => DIRTIED + BigInt(k * 4096));
  const makeBatch = (): Work => {
    for (let k = 0; k < batch; k++) {
      const made = context.makeSnapshot(machine);
      if (read) for (const run of made.dirtyPages) total += run.content.length;
    }
    return { count: batch };
  };
  const resumeBatch = (): Work => {
    const waiting = Array.from({ length: batch }, () => ({
      fresh: freshMachine(memorySize),
      reader: contextFor(program),
    }));
    const started = performance.now();
    for (const { fresh, reader } of waiting) {
      reader.resume(fresh, snapshot);
      if (stored) for (const page of dirtyPages) fresh.memory.store8(page, 1);
    }
    return { count: batch, ms: performance.now() - started };
  };
  const make = async (timeMs: number): Promise<number> => (await msPerUnit(timeMs, makeBatch)) * 1000;
  const resume = async (timeMs: number): Promise<number> => (await msPerUnit(timeMs, resumeBatch)) * 1000;
  return { make, resume, sample: async (timeMs) => (await make(timeMs / 2)) + (await resume(timeMs / 2)) };
}

function freshMachine(memorySize: number): Machine {
  return new Machine({ version: 2, isa: 5, memorySize });
}

function contextFor(program: Uint8Array): Snapshot2Context<bigint> {
  return new Snapshot2Context(new MemoryDataSource(new Map([[0n, program]])));
}

/** A machine after a run in which only the pages that the program stores to are dirty: its own are tracked. */
function machineAfter(
  program: Uint8Array,
  memorySize: number,
): { machine: Machine; context: Snapshot2Context<bigint> } {
  const machine = freshMachine(memorySize);
  const context = contextFor(program);
  const metadata = parseElf(program, 2);
  loadProgramWithMetadata(machine, program, metadata, []);
  context.markProgram(machine, metadata, 0n, 0n);
  for (let page = 0; page < machine.memory.pageCount; page++) machine.memory.clearFlag(page, FLAG_DIRTY);
  const result = machine.run();
  if (result.kind !== "exit" || result.code !== 0) throw new Error("the program did not end normally");
  return { machine, context };
}

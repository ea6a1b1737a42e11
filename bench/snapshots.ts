import { loadProgramWithMetadata, Machine, parseElf } from "../src/machine/index.ts";
import { MemoryDataSource, Snapshot2Context } from "../src/snapshot/index.ts";
import { dirtying } from "./programs.ts";
import { measure, type Row } from "./row.ts";

const LIMITS: readonly { pages: number; first: number; goal: number }[] = [
  { pages: 0, first: 5, goal: 1.3 },
  { pages: 16, first: 30, goal: 13 },
  { pages: 256, first: 400, goal: 150 },
];

/** Microseconds to take a snapshot and to resume it; the fresh machine it is resumed into is not counted. */
export async function snapshotRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { pages, first, goal } of LIMITS) {
    const { machine, context } = machineWith(pages);
    const make = await measure(() => void context.makeSnapshot(machine));
    const snapshot = context.makeSnapshot(machine);
    const fresh = await measure(() => void new Machine({ version: 2, isa: 5 }));
    const resume = await measure(() =>
      newContext(program(pages)).resume(new Machine({ version: 2, isa: 5 }), snapshot),
    );
    const measured = (make.ms + Math.max(0, resume.ms - fresh.ms)) * 1000;
    const noise = Math.max(make.noise, resume.noise);
    rows.push({
      what: `snapshot + resume, ${pages} dirty pages`,
      unit: "µs",
      measured,
      first,
      goal,
      less: true,
      noise,
    });
  }
  return rows;
}

function program(pages: number): Uint8Array {
  return PROGRAMS.get(pages) ?? dirtying(pages);
}

const PROGRAMS = new Map(LIMITS.map(({ pages }) => [pages, dirtying(pages)]));

function newContext(bytes: Uint8Array): Snapshot2Context<bigint> {
  return new Snapshot2Context(new MemoryDataSource(new Map([[0n, bytes]])));
}

/** A machine after a run that left exactly `pages` dirty pages beside those of its program. */
function machineWith(pages: number): { machine: Machine; context: Snapshot2Context<bigint> } {
  const machine = new Machine({ version: 2, isa: 5 });
  const context = newContext(program(pages));
  const metadata = parseElf(program(pages), 2);
  loadProgramWithMetadata(machine, program(pages), metadata, []);
  context.markProgram(machine, metadata, 0n, 0n);
  for (let page = 0; page < machine.memory.pageCount; page++) machine.memory.clearFlag(page, 4);
  machine.run();
  return { machine, context };
}

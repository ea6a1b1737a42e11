import { createHash } from "node:crypto";
import { FaultError, FLAG_DIRTY, Machine, PAGE_SIZE, type Fault, type HostMachine } from "../../src/machine/index.ts";
import { MemoryDataSource, Snapshot2Context, type Snapshot2 } from "../../src/snapshot/index.ts";

/** The source of reference/ckb-vm/snapshot.md 9: bytes i mod 253, 0x10000 long; given as pieces 1 and 2. */
export const PIECE = Uint8Array.from({ length: 0x10000 }, (_, i) => i % 253);

/** What is not in the source. */
export const MISSING = 9n;

export function newContext(): Snapshot2Context<bigint> {
  return new Snapshot2Context(
    new MemoryDataSource(
      new Map([
        [1n, PIECE],
        [2n, PIECE],
      ]),
    ),
  );
}

export function newMachine(memorySize = 4 * 1024 * 1024, version: 0 | 1 | 2 = 2): Machine {
  return new Machine({ version, isa: 7, memorySize });
}

/** The fault that `action` throws; undefined if it throws none. */
export function faultOf(action: () => unknown): Fault | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
}

/** Everything a snapshot must bring back, as one comparable value. */
export function stateOf(machine: HostMachine): unknown {
  const { memory } = machine;
  const flags = memory.flags();
  return {
    version: machine.version,
    registers: [...machine.registers],
    pc: machine.pc,
    cycles: machine.cycles,
    maxCycles: machine.maxCycles,
    reservation: memory.reservation,
    flags: [...flags.keys()].filter((page) => flags[page]).map((page) => [page, flags[page]]),
    memory: createHash("sha256").update(memory.loadBytes(0n, memory.size)).digest("hex"),
  };
}

/** Source runs as [address, id, offset, length], as the table of snapshot.md 9 has them. */
export function sourceRuns({ pagesFromSource }: Snapshot2<bigint>): bigint[][] {
  return pagesFromSource.map(({ address, id, offset, length }) => [address, id, offset, length]);
}

/** The numbers of the pages stored by content. */
export function dirtyPages({ dirtyPages: runs }: Snapshot2<bigint>): number[] {
  return runs.flatMap(({ address, content }) =>
    Array.from({ length: content.length / PAGE_SIZE }, (_, k) => Number(address) / PAGE_SIZE + k),
  );
}

/** Makes `count` pages executable and clean, from `page` on. */
export function makeExecutable(machine: Machine, page: number, count = 1): void {
  for (let k = page; k < page + count; k++) {
    machine.memory.setFlag(k, 2);
    machine.memory.clearFlag(k, FLAG_DIRTY);
  }
}

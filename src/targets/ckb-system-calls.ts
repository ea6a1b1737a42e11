import { isUtf8 } from "node:buffer";

import { PROGRAM_ID, SYSTEM_CALLS, type World } from "../case/index.ts";
import { FaultError, type HostMachine, type SystemCallModule } from "../machine/index.ts";
import { MemoryDataSource, type Snapshot2Context } from "../snapshot/index.ts";

const A0 = 10;
const A1 = 11;
const A2 = 12;
const A3 = 13;
const A4 = 14;
const A7 = 17;

const SUCCESS = 0n;
const INDEX_OUT_OF_BOUND = 1n;

/** Everything a world's program can ask for: its own file and the data pieces. */
export function worldDataSource(world: World): MemoryDataSource<bigint> {
  const pieces = new Map(world.sources.map(({ id, bytes }) => [id, bytes]));
  pieces.set(PROGRAM_ID, world.program);
  return new MemoryDataSource(pieces);
}

/**
 * The system calls of generated worlds, with the numbers, argument order, order of effects and charges that CKB's node
 * gives them. Only those the world offers are answered.
 */
export class CkbSystemCalls implements SystemCallModule {
  /** Tracks the pages that calls fill from data pieces; whoever resets the machine puts an empty one here. */
  context: Snapshot2Context<bigint>;
  readonly #offered: readonly number[];
  readonly #output: Uint8Array[] = [];

  constructor(world: World, context: Snapshot2Context<bigint>) {
    this.context = context;
    this.#offered = world.systemCalls;
  }

  /** What the program printed so far. */
  output(): Uint8Array {
    return this.#output.length === 0 ? NO_OUTPUT : Buffer.concat(this.#output);
  }

  ecall(machine: HostMachine): boolean {
    const call = Number(machine.registers[A7]);
    if (!this.#offered.includes(call)) return false;
    if (call === SYSTEM_CALLS.vmVersion) machine.setRegister(A0, BigInt(machine.version));
    else if (call === SYSTEM_CALLS.currentCycles) machine.setRegister(A0, machine.cycles);
    else if (call === SYSTEM_CALLS.loadCellData) machine.setRegister(A0, this.#loadCellData(machine));
    else if (call === SYSTEM_CALLS.debug) this.#debug(machine);
    else return false;
    return true;
  }

  /**
   * Copies part of a data piece to memory: address a0, pointer to the size a1, offset a2, index a3, source a4. The size
   * is replaced by what is left of the piece from the offset on; size 0 asks for just that.
   */
  #loadCellData(machine: HostMachine): bigint {
    const [address, sizeAddress, offset, index, source] = [A0, A1, A2, A3, A4].map((r) => machine.registers[r]);
    if (index >> 32n || source >> 32n) return INDEX_OUT_OF_BOUND;
    const id = (source << 32n) | index;
    const rest = this.context.dataSource.loadData(id, offset, 0n)?.fullLength;
    if (rest === undefined) return INDEX_OUT_OF_BOUND;
    const size = machine.memory.load64(sizeAddress);
    if (size === 0n) {
      machine.memory.store64(sizeAddress, rest);
      return SUCCESS;
    }
    const { written } = this.context.storeBytes(machine, address, id, offset, size, sizeAddress);
    machine.addCyclesNoChecking(transferCycles(written));
    return SUCCESS;
  }

  /** Prints the zero-terminated string at a0. */
  #debug(machine: HostMachine): void {
    const start = machine.registers[A0];
    const bytes: number[] = [];
    // The last address of all is in no memory: there is nothing to wrap around.
    for (let address = start; ; address++) {
      const byte = machine.memory.load8(address);
      if (byte === 0) break;
      bytes.push(byte);
    }
    machine.addCyclesNoChecking(transferCycles(BigInt(bytes.length)));
    const text = Uint8Array.from(bytes);
    if (!isUtf8(text)) throw new FaultError({ name: "External", text: "debug output is not UTF-8" });
    this.#output.push(text);
  }
}

const NO_OUTPUT = new Uint8Array(0);

/** A quarter of a cycle for each byte moved, rounded up (RFC 0014). */
function transferCycles(bytes: bigint): bigint {
  return (bytes + 3n) / 4n;
}

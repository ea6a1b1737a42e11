import type { World } from "../case/index.ts";
import type { Fault } from "../machine/index.ts";
import type { State } from "../targets/target.ts";
import { elfModel } from "./elf-model.ts";
import { LoadMemory } from "./load-memory.ts";

const SP = 2;
const SLOT = 8n;
const ALIGNMENT = 16n;
const NO_RESERVATION = 2n ** 64n - 1n;
const NOTHING = new Uint8Array(0);

/** Where loading a program ends, before anything is executed. */
export interface Loading {
  /** Why it failed; undefined if it did not. */
  readonly fault: Fault | undefined;
  /** Bytes of the file and of the stack; undefined if it failed. */
  readonly loadedBytes: bigint | undefined;
  readonly state: State;
}

/**
 * What CKB-VM makes of the program and the arguments of any world, in a fresh machine, written down a second time
 * (reference/ckb-vm/elf.md 3 to 6): order, checks, and what is left where one fails. No engine is asked.
 */
export function loadModel(world: World, maxCycles: bigint): Loading {
  const { program, version, memorySize, args, writeXorExecute } = world;
  const memory = new LoadMemory(memorySize, { writeXorExecute });
  const registers = new BigUint64Array(32);
  let pc = 0n;
  const ended = (fault: Fault | undefined, loadedBytes?: bigint): Loading => ({
    fault,
    loadedBytes,
    state: {
      registers,
      pc,
      cycles: 0n,
      maxCycles,
      reservation: NO_RESERVATION,
      pageFlags: memory.flags,
      memory: memory.image(),
      output: NOTHING,
    },
  });
  const file = elfModel(program, version);
  if ("fault" in file) return ended(file.fault);
  let bytes = 0n;
  for (const segment of file.segments) {
    // Version 0 stores the zeroes in front of the data once more, which code does not allow.
    const fault =
      memory.fill(segment) ??
      (version === 0 ? memory.store(segment.address, new Uint8Array(Number(segment.lead))) : undefined);
    if (fault) return ended(fault);
    bytes += BigInt(segment.data.length);
  }
  pc = file.entry;
  const top = BigInt(memorySize);
  const fault = stack({ memory, registers, version }, args, top, top - top / 4n);
  return fault ? ended(fault) : ended(undefined, bytes + top - registers[SP]);
}

interface Stacked {
  readonly memory: LoadMemory;
  readonly registers: BigUint64Array;
  readonly version: number;
}

/** Strings, downwards from `top`; below them their number and addresses, upwards. */
function stack(
  { memory, registers, version }: Stacked,
  args: readonly Uint8Array[],
  top: bigint,
  lowest: bigint,
): Fault | undefined {
  if (version > 0 && args.length === 0) {
    const below = top - SLOT;
    registers[SP] = below - (below % ALIGNMENT);
    return undefined;
  }
  registers[SP] = top;
  const slots = [BigInt(args.length)];
  for (const text of args) {
    const address = BigInt.asUintN(64, registers[SP] - BigInt(text.length) - 1n);
    const end = BigInt.asUintN(64, address + BigInt(text.length));
    const fault = memory.store(address, text) ?? memory.store(end, new Uint8Array(1));
    if (fault) return fault;
    registers[SP] = address;
    slots.push(address);
  }
  if (version > 0) {
    slots.push(0n);
    const below = BigInt.asUintN(64, registers[SP] - SLOT * BigInt(slots.length));
    registers[SP] -= below % ALIGNMENT;
  }
  for (const slot of slots.toReversed()) {
    const address = BigInt.asUintN(64, registers[SP] - SLOT);
    const fault = memory.store(address, littleEndian(slot, version > 0 ? 8 : 4));
    if (fault) return fault;
    registers[SP] = address;
  }
  return registers[SP] < lowest ? { name: "MemOutOfStack" } : undefined;
}

function littleEndian(value: bigint, width: number): Uint8Array {
  return Uint8Array.from({ length: width }, (_, k) => Number((value >> BigInt(8 * k)) & 0xffn));
}

import { PROGRAM_ID, type World } from "../case/index.ts";
import type { Fault } from "../machine/index.ts";
import type { Stop } from "../targets/target.ts";
import type { LoadMemory } from "./load-memory.ts";

const A0 = 10;
const CYCLES_MAX = 2n ** 64n - 1n;

/** What a0 becomes where a call did what was asked. */
export const SUCCESS = 0n;
/** What a0 becomes where there is no such data piece. */
export const NOT_FOUND = 1n;

/** A call that is being made: what its rules change. */
export interface Calling {
  readonly world: World;
  /** What stood in the registers before. */
  readonly asked: BigUint64Array;
  /** Those that the call leaves. */
  registers: BigUint64Array;
  memory: LoadMemory;
  pc: bigint;
  cycles: bigint;
  reservation: bigint;
  output: Uint8Array;
}

/** The call gives a result, and ends the leg where a stop is given. */
export function answered(calling: Calling, result: bigint, stop?: Stop): Stop | undefined {
  calling.registers[A0] = result;
  return stop;
}

/** The leg ends with a fault. */
export function faulted(fault: Fault): Stop {
  return { kind: "fault", fault };
}

/** Cycles are added, whatever the limit is; what does not fit into 64 bits is a fault, and none are. */
export function charge(calling: Calling, cycles: bigint): Stop | undefined {
  if (calling.cycles + cycles > CYCLES_MAX) return faulted({ name: "CyclesOverflow" });
  calling.cycles += cycles;
  return undefined;
}

/** The data piece with an id. */
export function pieceWith({ world }: Calling, id: bigint): Uint8Array | undefined {
  return id === PROGRAM_ID ? world.program : world.sources.find((piece) => piece.id === id)?.bytes;
}

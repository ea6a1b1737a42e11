import type { Hart } from "../../isa/index.ts";
import { Machine, type CycleCounter, type MachineOptions, type Memory } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

/** The reference with another memory. */
export function withMemory(Other: new (size: number, writeXorExecute: boolean) => Memory): FaultOptions {
  return { parts: { memory: (size, writeXorExecute) => new Other(size, writeXorExecute) } };
}

/** The reference with another cycle counter. */
export function withCounter(Other: new (limit: bigint) => CycleCounter): FaultOptions {
  return { parts: { counter: (limit) => new Other(limit) } };
}

/** The reference with another machine around the same parts. */
export function withMachine(Other: new (options: MachineOptions) => Machine): FaultOptions {
  return { leg: { machine: (options) => new Other(options) } };
}

/** The machine that an instruction is executed by. @throws TypeError for a hart that is none */
export function machineOf(h: Hart): Machine {
  if (!(h instanceof Machine)) throw new TypeError("a fault of a machine was put into something else");
  return h;
}

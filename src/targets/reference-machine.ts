import { PROGRAM_ID, type World } from "../case/index.ts";
import {
  constantCost,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  realCost,
  type MachineOptions,
} from "../machine/index.ts";
import { Snapshot2Context } from "../snapshot/index.ts";
import { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
import { HostCalls, hostChangesCode } from "./host-calls.ts";

/** A fresh machine of the reference with all that a world gives it. */
export interface ReferenceMachine {
  readonly machine: Machine;
  readonly calls: CkbSystemCalls;
  readonly hostCalls: HostCalls;
}

/** How a machine of the reference differs from what the world says. */
export type MachineExtras = Pick<MachineOptions, "meanings" | "observer">;

/** A machine in which nothing is loaded yet. */
export function machineFor(world: World, maxCycles: bigint, extras: MachineExtras = {}): ReferenceMachine {
  const calls = new CkbSystemCalls(world, new Snapshot2Context<bigint>(worldDataSource(world)));
  const hostCalls = new HostCalls(world, calls);
  const machine = new Machine({
    version: world.version,
    isa: world.isa,
    memorySize: world.memorySize,
    cost: world.cost === "real" ? realCost : constantCost,
    maxCycles,
    systemCalls: [calls, hostCalls],
    hostChangesCode: hostChangesCode(world),
    writeXorExecute: world.writeXorExecute,
    ...extras,
  });
  return { machine, calls, hostCalls };
}

/** Loads the world's program; returns the bytes loaded. @throws FaultError */
export function boot({ machine, calls }: ReferenceMachine, world: World): bigint {
  const metadata = parseElf(world.program, world.version);
  const bytes = loadProgramWithMetadata(machine, world.program, metadata, world.args);
  if (world.markProgram) calls.context.markProgram(machine, metadata, PROGRAM_ID, 0n);
  return bytes;
}

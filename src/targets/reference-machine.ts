import { PROGRAM_ID, type World } from "../case/index.ts";
import {
  constantCost,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  realCost,
  type CostFunction,
  type MachineOptions,
} from "../machine/index.ts";
import { Snapshot2Context, type DataSource } from "../snapshot/index.ts";
import { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
import { HostCalls, hostChangesCode } from "./host-calls.ts";
import type { State } from "./state.ts";

/** A fresh machine of the reference with all that a world gives it. */
export interface ReferenceMachine {
  readonly machine: Machine;
  readonly calls: CkbSystemCalls;
  readonly hostCalls: HostCalls;
}

/** The parts that a leg is put together from; a target that is wrong on purpose has another one for one of them. */
export interface LegParts {
  /** The cycles of instructions and fused sequences. */
  readonly cost: (world: World) => CostFunction;
  readonly dataSource: (world: World) => DataSource<bigint>;
  readonly machine: (options: MachineOptions) => Machine;
  readonly context: (source: DataSource<bigint>) => Snapshot2Context<bigint>;
  readonly systemCalls: (world: World, context: Snapshot2Context<bigint>) => CkbSystemCalls;
  /** What is to be loaded of a program file. */
  readonly parseElf: typeof parseElf;
  /** Loads a program and its arguments. */
  readonly load: typeof loadProgramWithMetadata;
}

/** The parts of the reference. */
export const LEG_PARTS: LegParts = {
  cost: (world) => (world.cost === "real" ? realCost : constantCost),
  dataSource: worldDataSource,
  machine: (options) => new Machine(options),
  context: (source) => new Snapshot2Context<bigint>(source),
  systemCalls: (world, context) => new CkbSystemCalls(world, context),
  parseElf,
  load: loadProgramWithMetadata,
};

/** How a machine of the reference differs from what the world says. */
export interface MachineExtras extends Pick<MachineOptions, "decoded" | "goesOn" | "meanings" | "observer" | "parts"> {
  readonly leg?: Partial<LegParts> | undefined;
}

/** A machine in which nothing is loaded yet. */
export function machineFor(world: World, maxCycles: bigint, extras: MachineExtras = {}): ReferenceMachine {
  const { leg, ...options } = extras;
  const parts = leg ? { ...LEG_PARTS, ...leg } : LEG_PARTS;
  const calls = parts.systemCalls(world, parts.context(parts.dataSource(world)));
  const hostCalls = new HostCalls(world, calls, parts.context);
  const machine = parts.machine({
    version: world.version,
    isa: world.isa,
    memorySize: world.memorySize,
    cost: parts.cost(world),
    maxCycles,
    systemCalls: [calls, hostCalls],
    hostChangesCode: hostChangesCode(world),
    writeXorExecute: world.writeXorExecute,
    ...options,
  });
  return { machine, calls, hostCalls };
}

/** Loads the world's program; returns the bytes loaded. @throws FaultError */
export function boot({ machine, calls }: ReferenceMachine, world: World, leg?: Partial<LegParts>): bigint {
  const { parseElf: parse, load } = leg ? { ...LEG_PARTS, ...leg } : LEG_PARTS;
  const metadata = parse(world.program, world.version);
  const bytes = load(machine, world.program, metadata, world.args);
  if (world.markProgram) calls.context.markProgram(machine, metadata, PROGRAM_ID, 0n);
  return bytes;
}

/**
 * What a machine of the reference shows of itself, and `output`. Its memory goes on with the machine; all else is copied, for
 * the buffers of a machine are shared with others, and whoever moves one to another thread would take it from them all.
 */
export function stateOf(machine: Machine, output: Uint8Array): State {
  return {
    registers: machine.registers.slice(),
    pc: machine.pc,
    cycles: machine.cycles,
    maxCycles: machine.maxCycles,
    reservation: machine.reservation,
    pageFlags: machine.memory.flags(),
    memory: machine.memory,
    output,
  };
}

import type { World } from "../case/index.ts";
import { HOST_CALLS, ISA_ALL, PROGRAM_ID, SYSTEM_CALLS } from "../case/index.ts";
import {
  constantCost,
  FaultError,
  loadProgramWithMetadata,
  Machine,
  MEMORY_SIZE_MAX,
  parseElf,
  realCost,
  type RunResult,
} from "../machine/index.ts";
import { Snapshot2Context } from "../snapshot/index.ts";
import { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
import { HostCalls, hostChangesCode } from "./host-calls.ts";
import { referenceSteps } from "./reference-steps.ts";
import { OBSERVABLES, type Capabilities, type Finish, type Leg, type Step, type Stop, type Target } from "./target.ts";

/** The reference VM in this process. */
export class ReferenceTarget implements Target {
  readonly name: string = "reference";
  readonly capabilities: Capabilities = {
    versions: [0, 1, 2],
    isa: ISA_ALL,
    memorySizeMax: MEMORY_SIZE_MAX,
    costs: ["real", "constant"],
    systemCalls: [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)],
    observes: OBSERVABLES,
    snapshots: true,
  };

  steps(world: World, budgetCycles: bigint): readonly Step[] {
    return referenceSteps(world, budgetCycles);
  }

  run(world: World, leg: Leg): Finish {
    const context = new Snapshot2Context<bigint>(worldDataSource(world));
    const calls = new CkbSystemCalls(world, context);
    const hostCalls = new HostCalls(world, calls);
    const machine = new Machine({
      version: world.version,
      isa: world.isa,
      memorySize: world.memorySize,
      cost: world.cost === "real" ? realCost : constantCost,
      maxCycles: leg.maxCycles,
      systemCalls: [calls, hostCalls],
      hostChangesCode: hostChangesCode(world),
    });
    let loadedBytes: bigint | undefined;
    let stop: Stop;
    let started = false;
    try {
      if (leg.start === "boot") loadedBytes = boot(machine, world, context);
      else context.resume(machine, leg.start);
      machine.maxCycles = leg.maxCycles;
      started = true;
      stop = stopOf(machine.run());
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      stop = stopOf({ kind: "fault", fault: error.fault });
    }
    return {
      stop,
      started,
      state: {
        registers: machine.registers,
        pc: machine.pc,
        cycles: machine.cycles,
        maxCycles: machine.maxCycles,
        reservation: machine.reservation,
        pageFlags: machine.memory.flags(),
        memory: machine.memory,
        output: calls.output(),
      },
      retired: machine.retired(),
      ...(leg.snapshot && { snapshot: hostCalls.snapshot ?? calls.context.makeSnapshot(machine) }),
      ...(loadedBytes !== undefined && { loadedBytes }),
    };
  }
}

/** Loads the world's program; returns the bytes loaded. @throws FaultError */
function boot(machine: Machine, world: World, context: Snapshot2Context<bigint>): bigint {
  const metadata = parseElf(world.program, world.version);
  const bytes = loadProgramWithMetadata(machine, world.program, metadata, world.args);
  if (world.markProgram) context.markProgram(machine, metadata, PROGRAM_ID, 0n);
  return bytes;
}

function stopOf(result: RunResult): Stop {
  if (result.kind === "exit") return result;
  if (result.fault.name === "CyclesExceeded") return { kind: "budget" };
  if (result.fault.name === "Pause") return { kind: "pause" };
  return result;
}

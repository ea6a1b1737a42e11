import type { World } from "../case/index.ts";
import { constantCost, FaultError, loadProgramWithMetadata, Machine, parseElf, realCost } from "../machine/index.ts";
import { Snapshot2Context } from "../snapshot/index.ts";
import { CkbSystemCalls, worldDataSource } from "./ckb-system-calls.ts";
import { STEPS_MAX, type Step } from "./step.ts";

/**
 * The state before each instruction that the reference executes within the budget, at most `stepsMax` of them. An
 * instruction that faults is among them; one that cannot be fetched or decoded is not.
 */
export function referenceSteps(world: World, budgetCycles: bigint, stepsMax = STEPS_MAX): Step[] {
  const context = new Snapshot2Context<bigint>(worldDataSource(world));
  const machine = new Machine({
    version: world.version,
    isa: world.isa,
    memorySize: world.memorySize,
    cost: world.cost === "real" ? realCost : constantCost,
    maxCycles: budgetCycles,
    systemCalls: [new CkbSystemCalls(world, context)],
  });
  const steps: Step[] = [];
  try {
    loadProgramWithMetadata(machine, world.program, parseElf(world.program, world.version), world.args);
    machine.running = true;
    while (machine.running && steps.length < stepsMax) {
      const before = { pc: machine.pc, registers: machine.registers.slice() };
      const cyclesBefore = machine.cycles;
      try {
        machine.step();
      } finally {
        // Every instruction costs something: where nothing was added, none was executed.
        if (machine.cycles > cyclesBefore) steps.push(before);
      }
    }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
  }
  return steps;
}

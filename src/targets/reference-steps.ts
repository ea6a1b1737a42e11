import type { World } from "../case/index.ts";
import { FaultError } from "../machine/index.ts";
import { boot, machineFor } from "./reference-machine.ts";
import { STEPS_MAX, type Step } from "./step.ts";

/**
 * The state before each instruction that the reference executes within the budget, at most `stepsMax` of them. An
 * instruction that faults is among them; one that cannot be fetched or decoded is not.
 */
export function referenceSteps(world: World, budgetCycles: bigint, stepsMax = STEPS_MAX): Step[] {
  const made = machineFor(world, budgetCycles);
  const { machine } = made;
  const steps: Step[] = [];
  try {
    boot(made, world);
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

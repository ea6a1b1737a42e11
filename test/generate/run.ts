import type { Case } from "../../src/case/index.ts";
import { disassemble } from "../../src/isa/index.ts";
import {
  constantCost,
  FaultError,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  realCost,
  type Memory,
} from "../../src/machine/index.ts";
import { Snapshot2Context } from "../../src/snapshot/index.ts";
import { CkbSystemCalls, worldDataSource } from "../../src/targets/ckb-system-calls.ts";
import { ReferenceTarget, stopText, type Finish, type Stop } from "../../src/targets/index.ts";

const reference = new ReferenceTarget();

/** Runs a case without cuts on the reference. */
export function runWhole({ world, budget }: Pick<Case, "world" | "budget">): Finish {
  return reference.run(world, { start: "boot", maxCycles: budget, snapshot: false });
}

/** @throws Error naming the case unless it ends by this kind of stop */
export function mustEnd(checked: Case, kind: Stop["kind"]): void {
  const { stop } = runWhole(checked);
  if (stop.kind !== kind) throw new Error(`${checked.provenance} ends by ${stopText(stop)}, not by ${kind}`);
}

/** One executed instruction: what it was, and the machine behind it. */
export interface Executed {
  /** Mnemonic without aq and rl. */
  readonly name: string;
  readonly pc: bigint;
  readonly length: number;
  readonly registersBefore: BigUint64Array;
  readonly cyclesBefore: bigint;
  readonly machine: Machine;
}

/** Runs a case one instruction at a time, as far as it goes. */
export function runSingly({ world, budget }: Case, executed: (step: Executed) => void): void {
  const context = new Snapshot2Context<bigint>(worldDataSource(world));
  const machine = new Machine({
    version: world.version,
    isa: world.isa,
    memorySize: world.memorySize,
    cost: world.cost === "real" ? realCost : constantCost,
    maxCycles: budget,
    systemCalls: [new CkbSystemCalls(world, context)],
    writeXorExecute: world.writeXorExecute,
  });
  try {
    // Some programs that end by a fault cannot even be loaded, or read.
    const metadata = parseElf(world.program, world.version);
    loadProgramWithMetadata(machine, world.program, metadata, world.args);
    if (world.markProgram) context.markProgram(machine, metadata, 0n, 0n);
    machine.running = true;
    while (machine.running) {
      const { pc, cycles: cyclesBefore } = machine;
      const registersBefore = machine.registers.slice();
      const half = wordAt(machine.memory, pc);
      const name = disassemble(half).split(/[ .](?:aq|rl)|[ ]/)[0];
      machine.step();
      executed({ name, pc, length: (half & 3) === 3 ? 4 : 2, registersBefore, cyclesBefore, machine });
    }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
  }
}

function wordAt(memory: Memory, pc: bigint): number {
  if (pc + 4n > BigInt(memory.size)) return 0;
  const word = memory.load32(pc);
  return (word & 3) === 3 ? word : word & 0xffff;
}

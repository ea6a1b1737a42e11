import { readCase, type World } from "../../../src/case/index.ts";
import { ISA_B, ISA_MOP, type VmVersion } from "../../../src/isa/index.ts";
import type { Finish, Leg } from "../../../src/targets/index.ts";
import { CkbDebuggerTarget } from "../../../src/targets/ckb-debugger/index.ts";

/** Why the debugger cannot run here, or undefined. */
export const missing = CkbDebuggerTarget.missing();

/** A world that the debugger can run, without system calls. Code starts at 0x10000. */
export function worldOf(body: string, version: VmVersion = 2, changes: Partial<World> = {}): World {
  const { world } = readCase("program.S", `_start:\n${body.replaceAll(";", "\n")}\n`).checked;
  return { ...world, version, isa: version === 0 ? 0 : ISA_B | ISA_MOP, systemCalls: [], ...changes };
}

/** What a program ends with, and what that costs; the exit code is a0. */
export const EXIT = "li a7, 93; ecall";
export const EXIT_CYCLES = 501n;

/** A leg from boot. */
export function bootLeg(maxCycles: bigint): Leg {
  return { start: "boot", maxCycles, snapshot: false };
}

/** Runs a program on the debugger. */
export async function runOnDebugger(world: World, maxCycles = 100_000n): Promise<Finish> {
  return new CkbDebuggerTarget().run(world, bootLeg(maxCycles));
}

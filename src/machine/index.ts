// The public door of the reference VM.
export type { Block, Meanings } from "./block.ts";
export { constantCost, realCost, type CostFunction } from "./cost.ts";
export { parseElf, type LoadingAction, type ProgramMetadata } from "./elf.ts";
export { EndlessRunError } from "./endless-run.ts";
export { FaultError, faultsEqual, faultText, type Fault, type FaultName } from "./fault.ts";
export type { HostMachine } from "./host-machine.ts";
export { initPages } from "./init-pages.ts";
export { loadBinary, loadElf, loadProgram, loadProgramWithMetadata } from "./load-program.ts";
export { Machine, type MachineOptions, type RunResult } from "./machine.ts";
export { DecodedCode } from "./decoded-code.ts";
export { CycleCounter } from "./cycle-counter.ts";
export { DecoderCache } from "./decoder-cache.ts";
export { MACHINE_PARTS, type MachineParts } from "./machine-parts.ts";
export { Memory } from "./memory.ts";
export type { Observer } from "./observer.ts";
export type { Operation } from "./operation.ts";
export {
  FLAG_DIRTY,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  MEMORY_SIZE_DEFAULT,
  MEMORY_SIZE_MAX,
  PAGE_SHIFT,
  PAGE_SIZE,
  roundUpToPage,
} from "./page.ts";
export { initializeStack } from "./stack.ts";
export type { Debugger, SystemCallModule } from "./system-calls.ts";

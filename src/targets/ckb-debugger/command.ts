import { isUtf8 } from "node:buffer";
import { SYSTEM_CALLS, type World, type WorldKind } from "../../case/index.ts";
import { ISA_B, ISA_MOP, XLEN_MAX, type VmVersion } from "../../isa/index.ts";
import { TargetError } from "../target.ts";
import { profilerRefuses } from "./elf-header.ts";
import { STEP_BYTES } from "./step-log.ts";
import { runWasi, WasiError, type WasiResult, type WasmModule } from "./wasi/index.ts";

/** The ISA set that the debugger runs in each VM version; it takes no other. Atomics are off in all of them. */
export const ISA_OF_VERSION: Readonly<Record<VmVersion, number>> = { 0: 0, 1: ISA_B | ISA_MOP, 2: ISA_B | ISA_MOP };

/** System calls of the debugger that do what the same calls of a world do. */
export const OFFERED_CALLS: readonly number[] = [SYSTEM_CALLS.vmVersion, SYSTEM_CALLS.debug];

/** Bytes of memory that it has. */
export const MEMORY_SIZE = 4 * 1024 * 1024;

/** The worlds that it runs. */
export const WORLD_KINDS: readonly WorldKind[] = ([0, 1, 2] as const).map((version) => ({
  versions: [version],
  isa: [ISA_OF_VERSION[version]],
  memorySize: MEMORY_SIZE,
  cost: "real",
  systemCalls: version === 0 ? [SYSTEM_CALLS.debug] : OFFERED_CALLS,
}));

const OTHER_OUTPUT_BYTES = 64 * 1024;
const PROGRAM_FILE = "program";

/** Why the debugger cannot run `world`, where its capabilities cannot say it. */
export function unsupportedWorld({ version, isa, args, systemCalls, program }: World): string | undefined {
  if (isa !== ISA_OF_VERSION[version]) {
    return `ckb-debugger runs VM version ${version} with ${version === 0 ? "imc" : "imc,b,mop"} only`;
  }
  if (version === 0 && systemCalls.includes(SYSTEM_CALLS.vmVersion)) {
    return `ckb-debugger offers system call ${SYSTEM_CALLS.vmVersion} from VM version 1 on`;
  }
  const bad = args.some((arg) => !isUtf8(arg) || arg.includes(0));
  if (bad) return "ckb-debugger takes arguments from its command line: UTF-8 without zero bytes";
  const refused = profilerRefuses(program);
  return refused === undefined ? undefined : `ckb-debugger's profiler refuses program files with ${refused}`;
}

/** How the debugger runs a program. */
export interface DebuggerRun {
  /** `full` logs each step and ends when it has logged `stepsMax` of them; `probe` logs nothing and nothing ends it. */
  readonly mode: "full" | "probe";
  /** Its own limit, loading included. It is looked at when the program exits, and at no other time. */
  readonly maxCycles: bigint;
  readonly stepsMax: number;
}

/** Runs the world's program once, to its end. @throws TargetError */
export function runDebugger(module: WasmModule, world: World, run: DebuggerRun): WasiResult {
  const maxCycles = run.maxCycles > XLEN_MAX ? XLEN_MAX : run.maxCycles;
  const args = ["ckb-debugger", "--bin", `/${PROGRAM_FILE}`, "--mode", run.mode];
  args.push("--script-version", `${world.version}`, "--max-cycles", `${maxCycles}`);
  if (run.mode === "full") args.push("--enable-steplog");
  try {
    return runWasi(module, {
      args: [...args, "--", ...world.args],
      files: new Map([[PROGRAM_FILE, world.program]]),
      outputLimitBytes: run.stepsMax * STEP_BYTES + OTHER_OUTPUT_BYTES,
    });
  } catch (error) {
    if (!(error instanceof WasiError)) throw error;
    throw new TargetError(`the debugger's module failed: ${error.message}`, { kind: "crashed" });
  }
}

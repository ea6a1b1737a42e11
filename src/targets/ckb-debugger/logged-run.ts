import type { World } from "../../case/index.ts";
import { TargetError, type Finish, type State, type Stop } from "../target.ts";
import { readAnswer, readProbedFault, unclear, type Answer } from "./answer.ts";
import { STEPS_MAX, type Step } from "../step.ts";
import { runDebugger } from "./command.ts";
import { LoadedProgram } from "./loaded-program.ts";
import { readStepLog } from "./step-log.ts";
import { traceOf, type Trace } from "./trace.ts";
import type { WasiResult, WasmModule } from "./wasi/index.ts";

/** One run of the debugger, read. */
export interface LoggedRun {
  readonly trace: Trace;
  /** What the debugger says itself; undefined if it was stopped at the end of the budget. */
  readonly answer: Answer | undefined;
  /** The machine after a fault. */
  readonly last: Step | undefined;
  /** Cycles that loading costs, which the debugger adds to those of the program: a quarter a byte, rounded up. */
  readonly loadCycles: bigint;
  /** False if loading failed. */
  readonly started: boolean;
}

/** The debugger's profiler gives up before a jump to address 0, which is how it marks the outermost function. */
const PROFILER_GAVE_UP = /machine_analyzer\.rs[\s\S]*not implemented/;
const JUMP_CYCLES = 3n;

/**
 * Runs the program with its step log. Every instruction costs at least one cycle, so that a log longer than the budget
 * has all that the budget reaches: this is what ends a run, since the debugger itself ends none.
 * @throws TargetError
 */
export async function runLogged(module: WasmModule, world: World, budgetCycles: bigint): Promise<LoggedRun> {
  const program = new LoadedProgram(world);
  const loadCycles = ((program.loadedBytes ?? 0n) + 3n) / 4n;
  const stepsMax = budgetCycles < STEPS_MAX ? Number(budgetCycles) + 2 : STEPS_MAX;
  const maxCycles = budgetCycles + loadCycles;
  const result = runDebugger(module, world, { mode: "full", maxCycles, stepsMax });
  const log = readStepLog(result.stdout);
  const loaded = { loadCycles, started: log.length > 0 || result.end.kind === "trap" };
  if (result.end.kind === "limit") {
    const trace = traceOf(world, program, log, undefined, budgetCycles);
    if (trace.boundary) return { ...loaded, trace, answer: undefined, last: undefined };
    throw new TargetError(
      `the program runs longer than the ${stepsMax} instructions that are logged at the most, or prints too much`,
    );
  }
  if (result.end.kind === "trap") {
    const trace = traceOf(world, program, log, undefined, budgetCycles);
    if (trace.boundary) return { ...loaded, trace, answer: undefined, last: undefined };
    return { ...loaded, ...jumpToZero(module, world, program, result, trace, budgetCycles) };
  }
  const answer = readAnswer(result);
  const last = answer.kind === "error" ? log.pop() : undefined;
  return { ...loaded, trace: traceOf(world, program, log, last, budgetCycles), answer, last };
}

/** Asks again without the profiler, where that is sure to end: the jump goes to a page without code. */
function jumpToZero(
  module: WasmModule,
  world: World,
  program: LoadedProgram,
  crashed: WasiResult,
  trace: Trace,
  budgetCycles: bigint,
): Pick<LoggedRun, "trace" | "answer" | "last"> {
  const text = crashed.end.kind === "trap" ? crashed.end.text : "";
  if (!PROFILER_GAVE_UP.test(crashed.stderr) || program.isExecutable(0)) {
    const { transcript } = unclear("", crashed.stdout, crashed.stderr);
    throw new TargetError(`the debugger crashed: ${text}`, { kind: "crashed", transcript });
  }
  if (trace.cycles + JUMP_CYCLES > budgetCycles) {
    return { trace: { ...trace, boundary: { kind: "budget", at: undefined } }, answer: undefined, last: undefined };
  }
  const stop = readProbedFault(runDebugger(module, world, { mode: "probe", maxCycles: budgetCycles, stepsMax: 1 }));
  return { trace, answer: { kind: "error", stop }, last: undefined };
}

/** The finish of a leg that starts at boot. @throws TargetError */
export function finishOf({ trace, answer, last, loadCycles, started }: LoggedRun, budgetCycles: bigint): Finish {
  const { boundary } = trace;
  if (boundary?.kind === "unoffered call") {
    const { code, at } = boundary;
    return finish({ kind: "fault", fault: { name: "InvalidEcall", code } }, started, at);
  }
  if (answer?.kind === "exit") {
    const cycles = answer.cycles - loadCycles;
    if (cycles < 0n || cycles > budgetCycles) {
      throw new TargetError(
        `it counted ${answer.cycles} cycles of ${budgetCycles}, ${loadCycles} of them for loading`,
        {
          kind: "gave a wrong answer",
        },
      );
    }
    // Registers do not change in the call that exits, so that those before it are those at the end.
    const registers = trace.steps.at(-1)?.registers;
    return {
      stop: { kind: "exit", code: answer.code },
      started,
      state: { cycles, ...(registers && { registers }) },
    };
  }
  if (boundary) return finish({ kind: "budget" }, started, boundary.at);
  if (!answer) throw new TargetError("it neither ended nor spent its budget");
  // Its own limit was passed at the exit, and by CKB's table it was not: the program ends there all the same.
  return finish(answer.stop, started, answer.stop.kind === "budget" ? undefined : last);
}

function finish(stop: Stop, started: boolean, at: Step | undefined): Finish {
  const state: Partial<State> = at ? { pc: at.pc, registers: at.registers } : {};
  return { stop, started, state };
}

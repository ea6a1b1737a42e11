import { SYSTEM_CALLS, type World } from "../../case/index.ts";
import { a7 } from "../../isa/index.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import type { LoggedStep } from "./step-log.ts";
import type { Step } from "../step.ts";

/** Where a step log leaves a world: before the first instruction for which there is no budget, or at a call. */
export type Boundary =
  | { readonly kind: "budget"; readonly at: Step | undefined }
  | { readonly kind: "unoffered call"; readonly code: bigint; readonly at: Step };

/** A step log as far as the budget and the system calls of its world reach. */
export interface Trace {
  /** The steps that were executed. */
  readonly steps: readonly LoggedStep[];
  /** Cycles of these steps, by CKB's table and the charges of their calls. */
  readonly cycles: bigint;
  /** Why the log goes on and the trace does not. */
  readonly boundary?: Boundary;
}

const EXIT = 93n;
const ECALL_LENGTH = 4n;
const LOG_PREFIX = "Script log: ";

/**
 * Cuts a step log where its world ends a leg. The debugger itself does neither: it looks at its limit when a program
 * exits and at no other time, and it answers many more system calls than a world offers.
 * @param last what was printed of the machine after the last step, if that is known
 */
export function traceOf(
  { systemCalls }: World,
  program: LoadedProgram,
  log: readonly LoggedStep[],
  last: Step | undefined,
  budgetCycles: bigint,
): Trace {
  let cycles = 0n;
  const cut = (count: number, boundary: Boundary): Trace => ({ steps: log.slice(0, count), cycles, boundary });
  for (const [k, step] of log.entries()) {
    const { cycles: cost, isSystemCall } = program.at(step.pc);
    if (cycles + BigInt(cost) > budgetCycles) return cut(k, { kind: "budget", at: step });
    cycles += BigInt(cost);
    if (!isSystemCall) continue;
    const code = step.registers[a7];
    if (code === EXIT) break;
    if (!systemCalls.some((number) => BigInt(number) === code)) {
      const at = { pc: step.pc + ECALL_LENGTH, registers: step.registers };
      return cut(k + 1, { kind: "unoffered call", code, at });
    }
    if (code === BigInt(SYSTEM_CALLS.debug)) cycles += printedCharge(step.after);
    const next = log[k + 1] ?? last;
    if (cycles > budgetCycles && next) return cut(k + 1, { kind: "budget", at: next });
  }
  return { steps: log, cycles };
}

/** What the debug call charged: a quarter of a cycle a byte, rounded up. Line ends behind the text are not printed. */
function printedCharge(after: string): bigint {
  if (!after.startsWith(LOG_PREFIX)) return 0n;
  const bytes = Buffer.byteLength(after) - LOG_PREFIX.length - 1;
  return BigInt(Math.ceil(bytes / 4));
}

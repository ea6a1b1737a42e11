import type { Step } from "../step.ts";

/** A step as it stands in the text. Registers are read only where they are asked for. */
export interface LoggedStep extends Step {
  /** What was printed between this step and the next one: what a system call printed, or how the run ended. */
  readonly after: string;
}

const HEAD = "pc  : 0x";
const FIRST_LINE = /^pc  : 0x *([0-9A-F]{1,16})\n/;
const NUMBER = /0x *([0-9A-F]{1,16})\b/g;
/** Bytes of the longest step: eight lines of four registers, one of pc, one empty. */
export const STEP_BYTES = 1024;

/**
 * Reads the step log out of what the debugger printed. A step that is cut off at the end is left out. What the program
 * under test prints stands between the steps, so that a program can forge steps by printing them.
 */
export function readStepLog(text: string): LoggedStep[] {
  const steps: LoggedStep[] = [];
  for (let at = findHead(text, 0); at >= 0;) {
    const next = findHead(text, at + HEAD.length);
    const step = readStep(text.slice(at, next < 0 ? undefined : next));
    if (step) steps.push(step);
    at = next;
  }
  return steps;
}

/** Where the next step begins: only at the beginning of a line. */
function findHead(text: string, from: number): number {
  let at = text.indexOf(HEAD, from);
  while (at > 0 && text[at - 1] !== "\n") at = text.indexOf(HEAD, at + 1);
  return at;
}

function readStep(block: string): LoggedStep | undefined {
  const end = block.indexOf("\n\n");
  const pc = FIRST_LINE.exec(block)?.[1];
  if (end < 0 || pc === undefined) return undefined;
  return new TextStep(BigInt(`0x${pc}`), block.slice(0, end + 1), block.slice(end + 2));
}

class TextStep implements LoggedStep {
  readonly pc: bigint;
  readonly after: string;
  readonly #block: string;
  #registers: BigUint64Array | undefined;

  constructor(pc: bigint, block: string, after: string) {
    this.pc = pc;
    this.#block = block;
    this.after = after;
  }

  get registers(): BigUint64Array {
    return (this.#registers ??= readRegisters(this.#block));
  }
}

function readRegisters(block: string): BigUint64Array {
  const numbers = Array.from(block.matchAll(NUMBER), ([, digits]) => BigInt(`0x${digits}`)).slice(1);
  return BigUint64Array.from({ length: 32 }, (_, r) => numbers[r] ?? 0n);
}

import type { World } from "../../case/index.ts";
import {
  FaultError,
  FLAG_EXECUTABLE,
  loadProgramWithMetadata,
  Machine,
  parseElf,
  realCost,
} from "../../machine/index.ts";
import { decodeAt } from "../../machine/block.ts";

/** What an instruction costs, and whether it is a system call. */
export interface LoggedInstruction {
  readonly cycles: number;
  readonly isSystemCall: boolean;
}

const UNKNOWN: LoggedInstruction = { cycles: 1, isSystemCall: false };

/**
 * The program of a world, loaded: what is known of its instructions without running them. Programs cannot change their
 * code, since pages are never both executable and writable.
 */
export class LoadedProgram {
  /** What loading counted; undefined if the program cannot be loaded. */
  readonly loadedBytes: bigint | undefined;
  readonly #machine: Machine;
  readonly #known = new Map<bigint, LoggedInstruction>();

  constructor({ version, isa, memorySize, program, args }: World) {
    this.#machine = new Machine({ version, isa, memorySize });
    try {
      this.loadedBytes = loadProgramWithMetadata(this.#machine, program, parseElf(program, version), args);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
    }
  }

  /** The instruction at `pc`, or the fused sequence; one that cannot be decoded counts 1 cycle. */
  at(pc: bigint): LoggedInstruction {
    let known = this.#known.get(pc);
    if (!known) this.#known.set(pc, (known = this.#decode(pc)));
    return known;
  }

  /** True if code can be fetched from page `page`. */
  isExecutable(page: number): boolean {
    return (this.#machine.memory.flags()[page] & FLAG_EXECUTABLE) !== 0;
  }

  #decode(pc: bigint): LoggedInstruction {
    const { version, isa, memory } = this.#machine;
    if (pc >= BigInt(memory.size)) return UNKNOWN;
    try {
      const { cost, instruction } = decodeAt(memory, Number(pc), { version, isa, cost: realCost });
      return { cycles: cost, isSystemCall: instruction.name === "ecall" };
    } catch (error) {
      if (error instanceof FaultError) return UNKNOWN;
      throw error;
    }
  }
}

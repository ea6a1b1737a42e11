import { encode, instructionsNamed, type FieldValues } from "../../src/isa/index.ts";
import {
  FaultError,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  initPages,
  Machine,
  type Fault,
  type HostMachine,
  type MachineOptions,
  type RunResult,
} from "../../src/machine/index.ts";

/** Where `machineWith` puts the code; the address of the pages' measured failure states. */
export const CODE = 0x10000;

/** Everything but fusion. */
export const ISA_ALL = 5;

/** The word of an instruction; no HINT forms. */
export function op(name: string, values: FieldValues = {}): number {
  return encode(instructionsNamed(name)[0], values);
}

/** li a7, 93; ecall. */
export const EXIT: readonly number[] = [op("addi", { rd: 17, imm: 93 }), op("ecall")];

/** Instruction words as bytes: 4 for each with low bits 11, otherwise 2. */
export function bytesOf(words: readonly number[]): Uint8Array {
  return Uint8Array.from(
    words.flatMap((word) =>
      (word & 3) === 3
        ? [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]
        : [word & 255, (word >>> 8) & 255],
    ),
  );
}

export interface Start extends Partial<MachineOptions> {
  /** Registers by number. */
  readonly registers?: Readonly<Record<number, bigint>>;
  readonly pc?: bigint;
  /** Where the code goes: `CODE` if left out. */
  readonly at?: number;
}

/** A machine, version 2 with all extensions unless said, with this code on executable pages and pc at its start. */
export function machineWith(code: readonly number[] | Uint8Array, start: Start = {}): Machine {
  const { registers = {}, at = CODE, pc = BigInt(at), ...options } = start;
  const machine = new Machine({ version: 2, isa: ISA_ALL, ...options });
  putCode(machine, code, at);
  for (const [number, value] of Object.entries(registers)) machine.setRegister(Number(number), value);
  machine.updatePc(pc);
  machine.commitPc();
  return machine;
}

/** Puts code on executable pages of its own, from the page of `at` on. */
export function putCode(machine: HostMachine, code: readonly number[] | Uint8Array, at = CODE): void {
  const bytes = code instanceof Uint8Array ? code : bytesOf(code);
  const offset = at % 4096;
  const size = Math.max(1, Math.ceil((offset + bytes.length) / 4096)) * 4096;
  initPages(machine.memory, BigInt(at - offset), BigInt(size), FLAG_EXECUTABLE | FLAG_FREEZED, bytes, BigInt(offset));
}

/** The fault that `action` ends with, or undefined. */
export function faultOf(action: () => unknown): Fault | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
}

export function outOfBound(address: bigint | number, kind: "Memory" | "ExternalData" = "Memory"): Fault {
  return { name: "MemOutOfBound", address: BigInt.asUintN(64, BigInt(address)), kind };
}

/** The fault of a store to an executable page, and of a fetch from one that is not. */
export function onPage(page: number): Fault {
  return { name: "MemWriteOnExecutablePage", page: BigInt(page) };
}

/** `run`, but one instruction after the other. */
export function runSingly(machine: Machine): RunResult {
  machine.running = true;
  const fault = faultOf(() => {
    while (machine.running) machine.step();
  });
  return fault ? { kind: "fault", fault } : { kind: "exit", code: machine.exitCode };
}

/** All that a run may change, as plain values; pages that are all zeroes are left out. */
export function stateOf(machine: Machine): object {
  const { memory } = machine;
  const pages = Array.from({ length: memory.pageCount }, (_, page) => page).filter((page) => !memory.isUntouched(page));
  return {
    registers: [...machine.registers],
    pc: machine.pc,
    cycles: machine.cycles,
    maxCycles: machine.maxCycles,
    reservation: machine.reservation,
    running: machine.running,
    exitCode: machine.exitCode,
    flags: [...memory.flags().entries()].filter(([, flags]) => flags !== 0),
    pages: pages.map((page) => [page, hexOf(memory.pageView(page))]).filter(([, bytes]) => bytes !== ""),
  };
}

/** Hexadecimal, without zeroes at the end. */
function hexOf(bytes: Uint8Array): string {
  const length = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return Buffer.from(bytes.subarray(0, length)).toString("hex");
}

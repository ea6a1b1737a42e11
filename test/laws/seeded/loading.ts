import { FaultError, parseElf, loadProgramWithMetadata } from "../../../src/machine/index.ts";
import type { Finish, Leg, Stop } from "../../../src/targets/index.ts";
import { withState } from "../altered.ts";
import type { Faults } from "./faulty-target.ts";

const MACHINE_AT = 18;
const RISC_V = 243;
const SP = 2;

/** What breaks law loading. */
export const LOADING_FAULTS: Faults = {
  "gives code the permissions of constants": {
    leg: {
      parseElf: (program, version) => {
        const file = parseElf(program, version);
        return { ...file, actions: file.actions.map((each) => ({ ...each, flags: each.flags & 1 })) };
      },
    },
  },
  "looks at the machine of a file": {
    leg: {
      parseElf: (program, version) => {
        const file = parseElf(program, version);
        if (program[MACHINE_AT] !== RISC_V) throw new FaultError({ name: "ElfParseError", text: "not RISC-V" });
        return file;
      },
    },
  },
  "has a stack of half the memory": {
    leg: {
      load: (machine, program, metadata, args) => {
        try {
          return loadProgramWithMetadata(machine, program, metadata, args);
        } catch (error) {
          const deep = error instanceof FaultError && error.fault.name === "MemOutOfStack";
          if (!deep || machine.registers[SP] < BigInt(machine.memory.size / 2)) throw error;
          return BigInt(machine.memory.size) - machine.registers[SP];
        }
      },
    },
  },
  "counts what it did not load": {
    finish: (finish) =>
      finish.loadedBytes === undefined ? finish : { ...finish, loadedBytes: finish.loadedBytes + 1n },
  },
  "leaves pc where it is": {
    finish: (finish, { start }) => (start === "boot" && finish.started ? withState(finish, { pc: 0n }) : finish),
  },
  "says that it started what it refused": {
    finish: (finish, { start }) => (start === "boot" ? { ...finish, started: true } : finish),
  },
  "has spent all where its first instruction cannot be fetched": {
    finish: (finish, leg) => (isAtFirst(finish, leg, /^Mem/) ? { ...finish, stop: { kind: "budget" } } : finish),
  },
  "takes a page that cannot be executed for no instruction": {
    finish: (finish, leg) =>
      isAtFirst(finish, leg, /^MemWrite/) ? { ...finish, stop: invalid(finish.state.pc ?? 0n) } : finish,
  },
  "takes the first instruction of a file for none": {
    finish: (finish, { start, maxCycles }) =>
      start === "boot" && maxCycles === 0n && finish.stop.kind === "budget"
        ? { ...finish, stop: invalid(finish.state.pc ?? 0n) }
        : finish,
  },
};

/** True if a leg ended at the first instruction of a program, with a fault of such a name. */
function isAtFirst({ started, stop, state }: Finish, { start }: Leg, name: RegExp): boolean {
  return start === "boot" && started && state.cycles === 0n && stop.kind === "fault" && name.test(stop.fault.name);
}

const invalid = (pc: bigint): Stop => ({ kind: "fault", fault: { name: "InvalidInstruction", pc, instruction: 0 } });

import { FaultError, parseElf, loadProgramWithMetadata } from "../../../src/machine/index.ts";
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
};

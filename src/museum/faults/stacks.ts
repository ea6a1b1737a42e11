import { loadProgramWithMetadata, type HostMachine } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

const SP = 2;
const SLOT = 8n;

/** How argc and argv are laid out in the versions that align the stack. */
export interface StackLayout {
  /** The slots from sp upwards, of those there should be: argc, the pointers, NULL; none if there are no arguments. */
  readonly slots: (right: readonly bigint[]) => readonly bigint[];
  /** sp is a multiple of this many bytes, a power of 2. */
  readonly alignment: bigint;
}

/** The layout of the reference. */
export const STACK_LAYOUT: StackLayout = { slots: (right) => right, alignment: 16n };

/** A machine that lays out argc and argv in another way; the strings stay where they are. */
export function stacks(layout: Partial<StackLayout>): FaultOptions {
  const { slots: wrong, alignment } = { ...STACK_LAYOUT, ...layout };
  return {
    leg: {
      load: (machine, program, metadata, args) => {
        const bytes = loadProgramWithMetadata(machine, program, metadata, args);
        if (machine.version < 1) return bytes;
        const { memory, registers } = machine;
        const before = registers[SP];
        const right = args.length === 0 ? [] : slotsAt(machine, before, args.length + 2);
        // The last string lies right behind the slots; without arguments the highest slot stays free.
        const behind = args.length === 0 ? BigInt(memory.size) - SLOT : right[args.length];
        const slots = wrong(right);
        const sp = (behind - SLOT * BigInt(slots.length)) & -alignment;
        if (right.length > 0) memory.fillBytes(before, Number(behind - before), 0);
        slots.forEach((value, k) => memory.store64(sp + SLOT * BigInt(k), value));
        machine.setRegister(SP, sp);
        return bytes - (sp - before);
      },
    },
  };
}

function slotsAt({ memory }: HostMachine, address: bigint, count: number): bigint[] {
  return Array.from({ length: count }, (_, k) => memory.load64(address + SLOT * BigInt(k)));
}

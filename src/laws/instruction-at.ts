import type { Case } from "../case/index.ts";
import { decode, disassemble, fuse, ISA_MOP } from "../isa/index.ts";
import type { Finish } from "../targets/target.ts";
import { isFetchable } from "./fetchable.ts";
import { wordAt } from "./image.ts";
import { UNKNOWN_TEXT } from "./location.ts";

const ECALL = 0x73;
const ECALL_LENGTH = 4n;

/**
 * The system call that went beyond its limit under the smaller budget, if one did, and did not under the larger one: pc is
 * behind it with both.
 */
export function callBefore(before: Finish, there: Finish): bigint | undefined {
  const { pc, memory } = before.state;
  if (before === there || pc === undefined || pc < ECALL_LENGTH || pc !== there.state.pc || !memory) return undefined;
  return wordAt(memory, pc - ECALL_LENGTH) === ECALL ? pc - ECALL_LENGTH : undefined;
}

/** True if a run ended because nothing could be fetched at its pc, which no instruction that faults by itself does. */
export function failsToFetch({ world }: Case, { stop, state }: Finish): boolean {
  const { pc } = state;
  if (stop.kind !== "fault" || pc === undefined || isFetchable(world, state, pc) !== false) return false;
  const { fault } = stop;
  // The upper half of 32 bits is fetched by itself.
  const halves = [pc, pc + 2n];
  if (fault.name === "MemOutOfBound") return "payload" in fault || halves.includes(fault.address);
  return (
    fault.name === "MemWriteOnExecutablePage" && halves.some((at) => !("page" in fault) || fault.page === at >> 12n)
  );
}

/** The base names of what is fused with the instruction at `pc`, that one first. */
export function fusedAt({ world }: Case, { state }: Finish, pc: bigint): string[] | undefined {
  const { memory } = state;
  if (!memory || !(world.isa & ISA_MOP)) return undefined;
  const partAt = (at: number) => {
    const decoded = decode(wordAt(memory, BigInt(at)), world.isa, world.version);
    return (
      decoded && {
        ...decoded,
        imm64: BigInt.asUintN(64, BigInt(decoded.imm)),
        pc: at,
        length: decoded.instruction.length,
      }
    );
  };
  const head = partAt(Number(pc));
  const fusion = head && fuse(head, world.version, partAt);
  return fusion?.parts.map(({ instruction }) => instruction.base.name);
}

/** The text of the instruction at `pc`; `UNKNOWN_TEXT` where the target shows no memory. */
export function instructionAt({ state }: Finish, pc: bigint): string {
  return state.memory ? disassemble(wordAt(state.memory, pc)) : UNKNOWN_TEXT;
}

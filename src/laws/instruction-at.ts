import type { Case } from "../case/index.ts";
import { decode, disassemble, fuse, ISA_MOP } from "../isa/index.ts";
import type { Finish, Stop } from "../targets/target.ts";
import { isFetchable } from "./fetchable.ts";
import { wordAt } from "./image.ts";
import { UNKNOWN_TEXT } from "./location.ts";

type FaultStop = Extract<Stop, { kind: "fault" }>;

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
  return mayBeOfFetch(stop.fault, pc);
}

/** True if a fault can be that of fetching at `pc`, by its name and payload. */
function mayBeOfFetch(fault: FaultStop["fault"], pc: bigint): boolean {
  // The upper half of 32 bits is fetched by itself.
  const halves = [pc, pc + 2n];
  if (fault.name === "MemOutOfBound") return "payload" in fault || halves.includes(fault.address);
  return (
    fault.name === "MemWriteOnExecutablePage" && halves.some((at) => !("page" in fault) || fault.page === at >> 12n)
  );
}

/**
 * True if a run ended because the word at its pc was refused, by the fetch or the decoder, and not because the instruction that
 * was executed last faulted: that one leaves its pc behind it as well.
 * @param before where that instruction was still to be executed
 */
export function refusesNext({ world }: Case, before: Finish, { stop, state }: Finish): boolean {
  const { pc } = state;
  if (stop.kind !== "fault" || pc === undefined) return false;
  const { fault } = stop;
  if (fault.name === "InvalidInstruction") return !("pc" in fault) || fault.pc === pc;
  if (!mayBeOfFetch(fault, pc)) return false;
  // The same fault can be that of a load, a store or a call: then it is theirs.
  const { pc: at, memory } = before.state;
  const decoded = at !== undefined && memory ? decode(wordAt(memory, at), world.isa, world.version) : undefined;
  return decoded !== undefined && !MAY_FAULT.has(decoded.instruction.base.match & OPCODE);
}

const OPCODE = 0x7f;
/** LOAD, STORE, AMO and SYSTEM: the opcodes of instructions that can fault when they are executed. */
const MAY_FAULT: ReadonlySet<number> = new Set([0x03, 0x23, 0x2f, 0x73]);

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

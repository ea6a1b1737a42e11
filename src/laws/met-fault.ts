import type { Case, World } from "../case/index.ts";
import { decode } from "../isa/index.ts";
import { stopsEqual, type Finish, type Target } from "../targets/target.ts";
import { behindBlock, faultAhead, faultAtPc } from "./block-answer.ts";
import { compareFinishes } from "./compare.ts";
import type { EvidenceBook } from "./evidence.ts";
import { loadedFrom, wordAt } from "./image.ts";
import { runLeg } from "./relay.ts";
import type { Breach } from "./verdict.ts";

/**
 * Looks at a run that ended by a fault: one of the fetch leaves everything as it was, one of an instruction leaves pc behind
 * it, its cost spent, and nothing else changed but what the rules say (reference/ckb-vm/semantics.md 1).
 * @returns what is wrong, if something is @throws TargetError
 */
export async function metFault(
  { world }: Case,
  target: Target,
  finish: Finish,
  book: EvidenceBook,
): Promise<Breach | undefined> {
  const { stop, started, state } = finish;
  const { cycles, pc, memory } = state;
  if (stop.kind !== "fault" || !started || cycles === undefined || pc === undefined || !memory) return undefined;
  const { blocks } = target.capabilities;
  const ofFetch = blocks ? faultAhead(state, world, stop) : faultAtPc(state, world);
  if (ofFetch && stopsEqual({ kind: "fault", fault: ofFetch }, stop)) {
    // Under a limit of what is spent already, it must be met again: nothing was charged for it.
    const again = await runLeg(target, world, { start: "boot", maxCycles: cycles, snapshot: false });
    book.leg(target, again);
    book.exercise("fault of a fetch");
    return compared(finish, again, book, target, "the same run under a limit of the cycles it spent");
  }
  if (cycles === 0n) return undefined;
  const before = await runLeg(target, world, { start: "boot", maxCycles: cycles - 1n, snapshot: false });
  book.leg(target, before);
  const at = before.state.pc;
  if (before.stop.kind !== "budget" || at === undefined || !before.state.memory) return undefined;
  const decoded = decode(wordAt(before.state.memory, at), world.isa, world.version);
  if (!decoded) return undefined;
  if (blocks === "charged") return behindItsBlock(before, finish, target, world, book);
  const { instruction } = decoded;
  const { name } = instruction.base;
  // What a call did before it failed is its host's business.
  if (name === "ecall" && stop.fault.name !== "InvalidEcall") return undefined;
  const cost = world.cost === "real" ? BigInt(instruction.cost) : 1n;
  const expectedRegisters = before.state.registers?.slice();
  if (
    name.startsWith("amo") &&
    stop.fault.name === "MemWriteOnExecutablePage" &&
    decoded.rd < 32 &&
    expectedRegisters
  ) {
    // What it has loaded is in its register before its store fails.
    const width = name.endsWith(".d") ? 8 : 4;
    expectedRegisters[decoded.rd] = loadedFrom(before.state.memory, expectedRegisters[decoded.rs1], width);
  }
  const expected: Finish = {
    stop,
    started: true,
    state: {
      ...before.state,
      ...(expectedRegisters && { registers: expectedRegisters }),
      pc: at + BigInt(instruction.length),
      cycles: (before.state.cycles ?? 0n) + cost,
    },
  };
  book.exercise("fault of an instruction");
  return compared(expected, finish, book, target, `the state before ${name} at 0x${at.toString(16)}`);
}

/** Of an engine that charges blocks: which instruction of the block failed cannot be told, but where pc and cycles are. */
function behindItsBlock(
  { state: start }: Finish,
  finish: Finish,
  target: Target,
  world: World,
  book: EvidenceBook,
): Breach | undefined {
  const { memory } = finish.state;
  const { pc: end, cycles: spent } = behindBlock(start, finish.state, world);
  // What a call did before it failed is its host's business.
  const isCall = memory !== undefined && wordAt(memory, end - 4n) === ECALL;
  if (isCall && !(finish.stop.kind === "fault" && finish.stop.fault.name === "InvalidEcall")) return undefined;
  const expected = { ...finish, state: { ...finish.state, pc: end, cycles: spent } };
  book.exercise("fault in a block");
  return compared(expected, finish, book, target, `the end of the block at 0x${start.pc?.toString(16)}`);
}

const ECALL = 0x73;

function compared(
  expected: Finish,
  actual: Finish,
  book: EvidenceBook,
  target: Target,
  expectedFrom: string,
): Breach | undefined {
  book.comparisons++;
  const differences = compareFinishes(expected, actual, ["maxCycles"]);
  if (differences.length === 0) return undefined;
  return { expectedFrom, actualFrom: `solo on ${target.name}`, expected, actual, differences };
}

import { HOST_CALLS, SYSTEM_CALLS, type World } from "../case/index.ts";
import type { State, Stop } from "../targets/target.ts";
import { answered, charge, faulted, NOT_FOUND, pieceWith, SUCCESS, type Calling } from "./calling.ts";
import { LoadMemory, outside } from "./load-memory.ts";
import { loadModel } from "./load-model.ts";
import { loadCellData, print, untrack } from "./node-call-model.ts";

const [A0, A1, A2, A3, A4, A5, A7] = [10, 11, 12, 13, 14, 15, 17];
const NO_RESERVATION = 2n ** 64n - 1n;
const ECALL_LENGTH = 4n;
const PAGE_SHIFT = 12n;
const FLAGS = 0xffn;
/** Every flag but DIRTY, which no call takes away. */
const CLEARABLE = 0xfbn;
const REGISTER = 31n;

/** Where a call ends. */
export interface Called {
  /** How it ends the leg; if left out, the leg goes on to what stands behind it. */
  readonly stop?: Stop;
  readonly state: State;
}

/**
 * What the call in a7 makes of a state, written down a second time (docs/case-files.md; reference/ckb-vm/snapshot.md 4 for
 * call 2092, memory.md 1 and 6 for flags and pages that are filled, cycles.md 3 for what is charged). No engine is asked.
 * @param before its pc is that of the ECALL, whose cycles are spent
 */
export function callModel(world: World, before: State): Called {
  const calling: Calling = {
    world,
    asked: before.registers,
    registers: before.registers.slice(),
    memory: new LoadMemory(world.memorySize, { writeXorExecute: world.writeXorExecute, before }),
    pc: before.pc + ECALL_LENGTH,
    cycles: before.cycles,
    reservation: before.reservation,
    output: before.output,
  };
  const code = before.registers[A7];
  // All 64 bits count: no number that is offered has more than 32.
  const isOffered = world.systemCalls.some((number) => BigInt(number) === code);
  const rule = isOffered ? RULES.get(Number(code)) : undefined;
  const stop = rule ? rule(calling) : faulted({ name: "InvalidEcall", code });
  const { registers, memory, pc, cycles, reservation, output } = calling;
  const { flags: pageFlags } = memory;
  const changed = { registers, memory: memory.image(), pageFlags, pc, cycles, reservation, output };
  return { state: { ...before, ...changed }, ...(stop && { stop }) };
}

/** Changes what it changes; returns how it ends the leg, if it does. */
type Rule = (calling: Calling) => Stop | undefined;

const RULES: ReadonlyMap<number, Rule> = new Map<number, Rule>([
  [SYSTEM_CALLS.vmVersion, (calling) => answered(calling, BigInt(calling.world.version))],
  [SYSTEM_CALLS.currentCycles, (calling) => answered(calling, calling.cycles)],
  [SYSTEM_CALLS.loadCellData, loadCellData],
  [SYSTEM_CALLS.debug, print],
  [HOST_CALLS.pause, (calling) => answered(calling, SUCCESS, { kind: "pause" })],
  [HOST_CALLS.yield, (calling) => answered(calling, SUCCESS, faulted({ name: "Yield" }))],
  [HOST_CALLS.reset, reset],
  [HOST_CALLS.setFlags, (calling) => changeFlags(calling, (flags, asked) => flags | Number(asked & FLAGS))],
  [HOST_CALLS.clearFlags, (calling) => changeFlags(calling, (flags, asked) => flags & ~Number(asked & CLEARABLE))],
  [HOST_CALLS.initPages, fillPages],
  [HOST_CALLS.addCycles, (calling) => charge(calling, calling.asked[A0]) ?? answered(calling, SUCCESS)],
  [HOST_CALLS.setRegister, setRegister],
]);

/** Host calls look at no number: what of `high` has more than 32 bits is lost, and all of `low` counts. */
function pieceNamed(calling: Calling, high: bigint, low: bigint): Uint8Array | undefined {
  return pieceWith(calling, BigInt.asUintN(64, high << 32n) | low);
}

/** Registers, memory and flags are those of a program without arguments that was just loaded; cycles stay spent. */
function reset(calling: Calling): Stop | undefined {
  const { asked, world, pc } = calling;
  const program = pieceNamed(calling, asked[A1], asked[A0]);
  if (!program) return answered(calling, NOT_FOUND);
  const { fault, state } = loadModel({ ...world, program, args: [] }, 0n);
  calling.registers = state.registers;
  calling.memory = new LoadMemory(world.memorySize, { writeXorExecute: world.writeXorExecute, before: state });
  calling.reservation = NO_RESERVATION;
  // Where nothing could be loaded, pc moves on behind the ECALL as ever.
  calling.pc = fault && state.pc === 0n ? pc : state.pc;
  return fault && faulted(fault);
}

function changeFlags(calling: Calling, change: (flags: number, asked: bigint) => number): Stop | undefined {
  const { asked, memory } = calling;
  // The page is marked by its address, of which the bits above 64 are lost: another page may be.
  const start = BigInt.asUintN(64, asked[A0] << PAGE_SHIFT);
  const fault = untrack(memory, start, 1n << PAGE_SHIFT);
  if (fault) return faulted(fault);
  if (asked[A0] >= BigInt(memory.flags.length)) return faulted(outside(start));
  const page = Number(asked[A0]);
  memory.flags[page] = change(memory.flags[page], asked[A1]);
  return answered(calling, SUCCESS);
}

function fillPages(calling: Calling): Stop | undefined {
  const { asked, memory } = calling;
  const data = pieceNamed(calling, asked[A4], asked[A3]);
  if (!data) return answered(calling, NOT_FOUND);
  const flags = Number(asked[A2] & FLAGS);
  const fault = memory.fill({ address: asked[A0], size: asked[A1], flags, lead: asked[A5], data });
  return fault ? faulted(fault) : answered(calling, SUCCESS);
}

/** x0 too takes what is stored; a0 stays if it is that register. */
function setRegister(calling: Calling): Stop | undefined {
  const { asked, registers } = calling;
  registers[A0] = SUCCESS;
  registers[Number(asked[A0] & REGISTER)] = asked[A1];
  return undefined;
}

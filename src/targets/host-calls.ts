import { HOST_CALLS, type World } from "../case/index.ts";
import { FaultError, initializeStack, initPages, loadElf, PAGE_SHIFT, PAGE_SIZE } from "../machine/index.ts";
import type { HostMachine, SystemCallModule } from "../machine/index.ts";
import type { DataSource, Snapshot2Context } from "../snapshot/index.ts";
import type { WorldSnapshot } from "./target.ts";

const A0 = 10;
const A1 = 11;
const A2 = 12;
const A3 = 13;
const A4 = 14;
const A5 = 15;
const A7 = 17;

const SUCCESS = 0n;
const NOT_FOUND = 1n;

const FLAGS_MASK = 0xffn;
/** Page tracking alone clears DIRTY: a snapshot would forget the page otherwise. */
const CLEARABLE_MASK = 0xfbn;
const REGISTER_MASK = 31n;

/** Who keeps the snapshot context of a leg: the module of CKB's calls does. */
export interface ContextHolder {
  context: Snapshot2Context<bigint>;
}

/** Makes a context in which no page is tracked. */
export type EmptyContext = (source: DataSource<bigint>) => Snapshot2Context<bigint>;

/** True if a program of `world` can make its host change code, or permission to execute, during a run. */
export function hostChangesCode({ systemCalls }: World): boolean {
  return CODE_CALLS.some((call) => systemCalls.includes(call));
}

const CODE_CALLS: readonly number[] = [HOST_CALLS.setFlags, HOST_CALLS.clearFlags, HOST_CALLS.initPages];

/**
 * The host calls (`HOST_CALLS`; docs/case-files.md says what each does): a program asks for what a host does to a
 * machine. Only those the world offers are answered. Registers are read before anything is done.
 */
export class HostCalls implements SystemCallModule {
  /** The snapshot that a call took, if one did: it is the leg's snapshot then. */
  snapshot: WorldSnapshot | undefined;
  /** Makes the context of a machine that was reset. */
  readonly emptyContext: EmptyContext;
  readonly #holder: ContextHolder;
  readonly #offered: readonly number[];

  /**
   * @param holder whose context the calls use, and replace when they reset the machine
   * @param emptyContext makes the one that takes its place
   */
  constructor(world: World, holder: ContextHolder, emptyContext: EmptyContext) {
    this.#offered = world.systemCalls;
    this.#holder = holder;
    this.emptyContext = emptyContext;
  }

  ecall(machine: HostMachine): boolean {
    const call = Number(machine.registers[A7]);
    const effect = this.#offered.includes(call) ? EFFECTS.get(call) : undefined;
    const result = effect?.(machine, this.#holder, this);
    if (result !== undefined) machine.setRegister(A0, result);
    return effect !== undefined;
  }
}

/** What a call does; returns what a0 becomes, or undefined to leave the registers alone. */
type Effect = (machine: HostMachine, holder: ContextHolder, calls: HostCalls) => bigint | undefined;

const EFFECTS: ReadonlyMap<number, Effect> = new Map<number, Effect>([
  [HOST_CALLS.pause, pause],
  [HOST_CALLS.reset, reset],
  [HOST_CALLS.setFlags, setFlags],
  [HOST_CALLS.clearFlags, clearFlags],
  [HOST_CALLS.initPages, initPagesFromPiece],
  [HOST_CALLS.yield, yieldToHost],
  [HOST_CALLS.snapshot, takeSnapshot],
  [HOST_CALLS.addCycles, addCycles],
  [HOST_CALLS.setRegister, setRegister],
]);

function pause(machine: HostMachine): bigint {
  machine.pause();
  return SUCCESS;
}

/** Starts anew with the program file that is data piece `a1 << 32 | a0`. Cycles stay spent, and no page is tracked. */
function reset(machine: HostMachine, holder: ContextHolder, { emptyContext }: HostCalls): bigint | undefined {
  const program = pieceOf(holder, machine.registers[A0], machine.registers[A1]);
  if (!program) return NOT_FOUND;
  const { cycles } = machine;
  machine.reset(machine.maxCycles);
  machine.cycles = cycles;
  holder.context = emptyContext(holder.context.dataSource);
  loadElf(machine, program, true);
  const memorySize = BigInt(machine.memory.size);
  const stackSize = memorySize / 4n;
  initializeStack(machine, [], memorySize - stackSize, stackSize);
  return undefined;
}

/** Adds flags a1 to page a0, which is tracked no longer and is dirty. */
function setFlags(machine: HostMachine, holder: ContextHolder): bigint {
  const page = machine.registers[A0];
  untrack(machine, holder, page);
  machine.memory.setFlag(page, Number(machine.registers[A1] & FLAGS_MASK));
  return SUCCESS;
}

/** Removes flags a1 from page a0, which is tracked no longer and is dirty. */
function clearFlags(machine: HostMachine, holder: ContextHolder): bigint {
  const page = machine.registers[A0];
  untrack(machine, holder, page);
  machine.memory.clearFlag(page, Number(machine.registers[A1] & CLEARABLE_MASK));
  return SUCCESS;
}

function untrack(machine: HostMachine, { context }: ContextHolder, page: bigint): void {
  context.untrackPages(machine, BigInt.asUintN(64, page << BigInt(PAGE_SHIFT)), BigInt(PAGE_SIZE));
}

/** Fills a1 bytes at a0 with a5 zeroes and data piece `a4 << 32 | a3`, and adds flags a2. */
function initPagesFromPiece(machine: HostMachine, holder: ContextHolder): bigint {
  const [address, size, flags, index, source, offset] = [A0, A1, A2, A3, A4, A5].map((r) => machine.registers[r]);
  const piece = pieceOf(holder, index, source);
  if (!piece) return NOT_FOUND;
  initPages(machine.memory, address, size, Number(flags & FLAGS_MASK), piece, offset);
  return SUCCESS;
}

function yieldToHost(machine: HostMachine): never {
  machine.setRegister(A0, SUCCESS);
  throw new FaultError({ name: "Yield" });
}

/** Takes a snapshot before anything is changed, a0 included, and ends the run: resumed, the call comes again. */
function takeSnapshot(machine: HostMachine, { context }: ContextHolder, calls: HostCalls): never {
  calls.snapshot = context.makeSnapshot(machine);
  throw new FaultError({ name: "Yield" });
}

/** Adds a0 cycles, even beyond the limit. */
function addCycles(machine: HostMachine): bigint {
  machine.addCyclesNoChecking(machine.registers[A0]);
  return SUCCESS;
}

/** Stores a1 in register `a0 & 31`, x0 too; a0 stays if it is that register. */
function setRegister(machine: HostMachine): bigint | undefined {
  const number = Number(machine.registers[A0] & REGISTER_MASK);
  machine.setRegister(number, machine.registers[A1]);
  return number === A0 ? undefined : SUCCESS;
}

function pieceOf({ context }: ContextHolder, index: bigint, source: bigint): Uint8Array | undefined {
  const id = BigInt.asUintN(64, source << 32n) | index;
  return context.dataSource.loadData(id, 0n, 0n)?.data;
}

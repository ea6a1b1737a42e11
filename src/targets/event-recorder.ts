import type { RunEvent, RunEventKind } from "../case/index.ts";
import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import {
  FLAG_DIRTY,
  FLAG_EXECUTABLE,
  FLAG_FREEZED,
  PAGE_SHIFT,
  type Machine,
  type Memory,
  type Observer,
  type Operation,
  type RunResult,
} from "../machine/index.ts";

/** What an operation does by its row alone. */
const SYSTEM_CALL = 1;
const FUSED = 2;
const MAY_JUMP = 4;
/** The lr, sc or amo that a row is stands above these bits, as a position in `ATOMICS`, counted from 1. */
const ATOMIC_SHIFT = 3;
const ATOMICS: readonly RunEventKind[] = ["lr", "sc", "amo"];

/** What each row does, fusion rules behind all others: bits as above. */
const WHAT = new Uint8Array(INSTRUCTIONS.length + FUSION_RULES.length);
/** Bytes that each row loads or stores; 0 if it touches no memory. */
const ACCESSED_BYTES = new Uint8Array(WHAT.length);
/** Is 1 for rows that store. */
const STORES = new Uint8Array(WHAT.length);
const BYTES: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, d: 8 };

for (const { index, base } of INSTRUCTIONS) {
  const { name } = base;
  const atomic = ATOMICS.findIndex((kind) => base.extension === "A" && name.startsWith(kind)) + 1;
  if (name === "ecall") WHAT[index] = SYSTEM_CALL;
  else if (base.endsBlock && name !== "ebreak") WHAT[index] = MAY_JUMP;
  else WHAT[index] = atomic << ATOMIC_SHIFT;
  if (atomic > 0) ACCESSED_BYTES[index] = BYTES[name.slice(-1)];
  else if (/^(s[bhwd]|l[bhwd]u?)$/.test(name)) ACCESSED_BYTES[index] = BYTES[name.charAt(1)];
  if (atomic > 1 || /^s[bhwd]$/.test(name)) STORES[index] = 1;
}
for (const [k, { endsBlock }] of FUSION_RULES.entries())
  WHAT[INSTRUCTIONS.length + k] = FUSED | (endsBlock ? MAY_JUMP : 0);

/**
 * Writes down what a machine does, from its first instruction up to a number of them; behind that it costs next to
 * nothing. Cycles are Numbers meanwhile: where a system call brings them above 2^53, it ends as well.
 */
export class EventRecorder implements Observer {
  /** True while it records. */
  every = true;
  readonly events: RunEvent[] = [];
  /** Cycles behind each instruction. */
  readonly ends: number[] = [];
  readonly #most: number;
  #machine: Machine | undefined;
  #cycles = 0;
  /** Of the operation that is being executed. */
  #start = 0;
  #newPage = false;
  #sourcePage = false;
  /** Flags of the frozen page that it accesses; -1 for none. */
  #frozenFlags = -1;
  #open: Operation | undefined;

  /** @param most instructions that are recorded, at least 1 */
  constructor(most: number) {
    this.#most = most;
  }

  /** Must be called before the machine runs, which is made with its observer. Its cycles are 0. */
  watch(machine: Machine): void {
    this.#machine = machine;
  }

  before(operation: Operation): void {
    // Only here: that the last one recorded is the last of the run is then known.
    if (this.ends.length >= this.#most) this.every = false;
    if (!this.every) return;
    this.#start = this.#cycles;
    this.#cycles += operation.cost;
    this.#newPage = this.#sourcePage = false;
    this.#frozenFlags = -1;
    if (ACCESSED_BYTES[operation.row] > 0) this.#lookAtPages(operation);
    this.#open = operation;
  }

  after(operation: Operation): void {
    if (!this.every) return;
    this.#open = undefined;
    const what = WHAT[operation.row];
    if (what & SYSTEM_CALL && !this.#takeCycles()) return;
    if (what !== 0 || this.#newPage || this.#sourcePage || this.#frozenFlags >= 0) this.#record(operation, what);
    this.ends.push(this.#cycles);
  }

  /** Records how the run ended. */
  end(result: RunResult): void {
    if (!this.every || !this.#takeCycles()) return;
    const [before, after] = [BigInt(this.#open ? this.#start : this.#cycles), BigInt(this.#cycles)];
    if (this.#open) {
      this.ends.push(this.#cycles);
      const { row } = this.#open;
      // The call was made, even if its handler ended the run.
      if (WHAT[row] & SYSTEM_CALL) this.events.push({ kind: "system call", before, after, variant: row });
    }
    if (result.kind === "exit" || NO_FAULTS.includes(result.fault.name)) return;
    this.events.push({ kind: "fault", before, after });
  }

  /** Counts what the handler of a system call charged, too; false, and the end of recording, if that is too much. */
  #takeCycles(): boolean {
    this.#cycles = Number(this.#machine?.cycles);
    this.every = this.#cycles <= Number.MAX_SAFE_INTEGER;
    return this.every;
  }

  #record(operation: Operation, what: number): void {
    const taken = what & MAY_JUMP && this.#machine?.near !== operation.pc + operation.length;
    if (what === MAY_JUMP && !taken) return;
    const { row } = operation;
    if (what & SYSTEM_CALL) this.#add("system call", row);
    if (what & FUSED) this.#add("fused sequence", row);
    if (taken) this.#add("taken branch", row);
    if (what >> ATOMIC_SHIFT) this.#add(ATOMICS[(what >> ATOMIC_SHIFT) - 1], row);
    if (this.#newPage) this.#add("store to a new page", row);
    if (this.#sourcePage) this.#add("access to a source page", row);
    if (this.#frozenFlags >= 0) this.#add("access to a frozen page", row * FLAGS + this.#frozenFlags);
  }

  #add(kind: RunEventKind, variant: number): void {
    this.events.push({ kind, before: BigInt(this.#start), after: BigInt(this.#cycles), variant });
  }

  /** Finds out about the one or two pages that `operation` is about to access. */
  #lookAtPages(operation: Operation): void {
    const { memory } = this.#machine!;
    const { row } = operation;
    const address = this.#machine!.address(operation);
    const last = address + ACCESSED_BYTES[row] - 1;
    if (address < 0 || last >= memory.size) return;
    const [first, second] = [address >>> PAGE_SHIFT, last >>> PAGE_SHIFT];
    const flags = memory.fetchFlag(first);
    const others = second === first ? flags : memory.fetchFlag(second);
    this.#newPage = STORES[row] === 1 && (flags & others & FLAG_DIRTY) === 0;
    this.#sourcePage = isFromSource(memory, first, flags) || isFromSource(memory, second, others);
    if ((flags | others) & FLAG_FREEZED) this.#frozenFlags = flags & FLAGS_MASK;
  }
}

/** Flags of a page, as a number below this. */
const FLAGS = 8;
const FLAGS_MASK = FLAG_FREEZED | FLAG_EXECUTABLE | FLAG_DIRTY;

/** True if a page that is not frozen holds the bytes of a data source that a snapshot refers to. */
function isFromSource(memory: Memory, page: number, flags: number): boolean {
  return (flags & FLAGS_MASK) === 0 && !memory.isUntouched(page);
}

/** How runs end that go on in the next leg. */
const NO_FAULTS: readonly string[] = ["CyclesExceeded", "Pause"];

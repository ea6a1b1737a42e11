import type { RunEvent, RunEventKind } from "../case/index.ts";
import { FUSION_RULES, INSTRUCTIONS } from "../isa/index.ts";
import {
  FLAG_DIRTY,
  PAGE_SHIFT,
  type Machine,
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
/** Bytes that each row stores; 0 if it is no store. */
const STORED_BYTES = new Uint8Array(WHAT.length);
const BYTES: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, d: 8 };

for (const { index, base } of INSTRUCTIONS) {
  const { name } = base;
  const atomic = ATOMICS.findIndex((kind) => base.extension === "A" && name.startsWith(kind)) + 1;
  if (name === "ecall") WHAT[index] = SYSTEM_CALL;
  else if (base.endsBlock && name !== "ebreak") WHAT[index] = MAY_JUMP;
  else WHAT[index] = atomic << ATOMIC_SHIFT;
  if (atomic > 1) STORED_BYTES[index] = BYTES[name.slice(-1)];
  else if (/^s[bhwd]$/.test(name)) STORED_BYTES[index] = BYTES[name.slice(1)];
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
    this.#newPage = STORED_BYTES[operation.row] > 0 && this.#storesToNewPage(operation);
    this.#open = operation;
  }

  after(operation: Operation): void {
    if (!this.every) return;
    this.#open = undefined;
    const what = WHAT[operation.row];
    if (what & SYSTEM_CALL && !this.#takeCycles()) return;
    if (what !== 0 || this.#newPage) this.#record(operation, what);
    this.ends.push(this.#cycles);
  }

  /** Records how the run ended. */
  end(result: RunResult): void {
    if (!this.every || !this.#takeCycles()) return;
    const [before, after] = [BigInt(this.#open ? this.#start : this.#cycles), BigInt(this.#cycles)];
    if (this.#open) {
      this.ends.push(this.#cycles);
      // The call was made, even if its handler ended the run.
      if (WHAT[this.#open.row] & SYSTEM_CALL) this.events.push({ kind: "system call", before, after });
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
    const [before, after] = [BigInt(this.#start), BigInt(this.#cycles)];
    if (what & SYSTEM_CALL) this.events.push({ kind: "system call", before, after });
    if (what & FUSED) this.events.push({ kind: "fused sequence", before, after });
    if (taken) this.events.push({ kind: "taken branch", before, after });
    if (what >> ATOMIC_SHIFT) this.events.push({ kind: ATOMICS[(what >> ATOMIC_SHIFT) - 1], before, after });
    if (this.#newPage) this.events.push({ kind: "store to a new page", before, after });
  }

  /** True if a page that `operation` is about to store to is not dirty yet. */
  #storesToNewPage(operation: Operation): boolean {
    const { memory } = this.#machine!;
    const address = this.#machine!.address(operation);
    const last = address + STORED_BYTES[operation.row] - 1;
    if (address < 0 || last >= memory.size) return false;
    const [first, second] = [address >>> PAGE_SHIFT, last >>> PAGE_SHIFT];
    return (memory.fetchFlag(first) & memory.fetchFlag(second) & FLAG_DIRTY) === 0;
  }
}

/** How runs end that go on in the next leg. */
const NO_FAULTS: readonly string[] = ["CyclesExceeded", "Pause"];

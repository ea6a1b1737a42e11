import { PROGRAM_ID, type World } from "../case/index.ts";
import type { Fault } from "../machine/index.ts";
import type { DirtyRun, SourceRun } from "../snapshot/index.ts";
import type { MemoryImage, State, WorldSnapshot } from "../targets/target.ts";
import { inNormalForm } from "./snapshot-form.ts";

const PAGE = 4096;
const FLAG_EXECUTABLE = 2;
const FLAG_DIRTY = 4;
const NO_RESERVATION = 2n ** 64n - 1n;
const ZERO_PAGE = new Uint8Array(PAGE);

/** Where resuming a snapshot in a fresh machine ends, before anything is executed. */
export interface Resumed {
  /** Why it failed; undefined if it did not. */
  readonly fault: Fault | undefined;
  readonly state: State;
  /** The snapshot of a machine in that state, the limit of the leg in it; undefined if it failed. */
  readonly snapshot: WorldSnapshot | undefined;
  /**
   * Pages of the store that failed, in front of the one that refused it. Memory under W^X looks at all pages first and leaves
   * them alone; other memories mark each DIRTY before they look at the next (reference/ckb-vm/memory.md 4 and 5). No bytes are
   * written either way, and the machine is thrown away.
   */
  readonly mayBeMarked: readonly number[];
}

/**
 * What the seed's rules make of any snapshot, written down a second time (reference/ckb-vm/snapshot.md 6 and 10): order,
 * checks, and what is left where one fails. No engine is asked. Sources have the rules of CKB's node, which cuts offsets and
 * lengths at the end of a piece, and gives all that is left for length 0.
 * @param maxCycles the limit of the leg that resumes it
 */
export function resumeModel(world: World, snapshot: WorldSnapshot, maxCycles: bigint): Resumed {
  const memory = new Pages(world);
  if (snapshot.version !== world.version) return ended(memory, UNTOUCHED(maxCycles), { name: "InvalidVersion" });
  const { pc, cycles, loadReservationAddress } = snapshot;
  const registers = snapshot.registers.slice();
  // Until the leg sets its own limit, the machine has that of the snapshot.
  const partial = { registers, pc, cycles, maxCycles: snapshot.maxCycles, reservation: NO_RESERVATION };
  for (const run of snapshot.pagesFromSource) {
    const { address, flag, id, offset, length } = run;
    if (address % BigInt(PAGE) !== 0n) return ended(memory, partial, unaligned(address));
    const piece = id === PROGRAM_ID ? world.program : world.sources.find((each) => each.id === id)?.bytes;
    if (!piece) return ended(memory, partial, { name: "SnapshotDataLoadError" });
    const data = slice(piece, offset, length);
    const fault = memory.store(address, flag, data, run);
    if (fault) return ended(memory, partial, fault);
  }
  for (const { address, flag, content } of snapshot.dirtyPages) {
    if (address % BigInt(PAGE) !== 0n) return ended(memory, partial, unaligned(address));
    const fault = memory.store(address, flag, content);
    if (fault) return ended(memory, partial, fault);
  }
  const whole = { registers, pc, cycles, maxCycles, reservation: loadReservationAddress };
  return ended(memory, whole, undefined, inNormalForm({ ...snapshot, maxCycles, ...memory.runs() }));
}

type Numbers = Omit<State, "pageFlags" | "memory" | "output">;

const UNTOUCHED = (maxCycles: bigint): Numbers => ({
  registers: new BigUint64Array(32),
  pc: 0n,
  cycles: 0n,
  maxCycles,
  reservation: NO_RESERVATION,
});

function ended(memory: Pages, numbers: Numbers, fault: Fault | undefined, snapshot?: WorldSnapshot): Resumed {
  const state = { ...numbers, pageFlags: memory.flags, memory: memory.image(), output: new Uint8Array(0) };
  return { fault, state, snapshot, mayBeMarked: memory.beforeRefusal };
}

/** What a data source answers. */
function slice(piece: Uint8Array, offset: bigint, length: bigint): Uint8Array {
  const start = offset < BigInt(piece.length) ? Number(offset) : piece.length;
  const rest = piece.length - start;
  return piece.subarray(start, start + (length === 0n || length > BigInt(rest) ? rest : Number(length)));
}

function unaligned(address: bigint): Fault {
  return { name: "MemPageUnalignedAccess", address };
}

function pagesBetween(first: number, behind: number): number[] {
  return Array.from({ length: behind - first }, (_, k) => first + k);
}

/** The memory of a fresh machine. */
class Pages {
  readonly flags: Uint8Array;
  /** Pages of a store that failed, in front of the one that refused it. */
  beforeRefusal: readonly number[] = [];
  readonly #bytes = new Map<number, Uint8Array>();
  /** The pages that sources give, and where from. */
  readonly #tracked = new Map<number, SourceRun<bigint>>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.flags = new Uint8Array(world.memorySize / PAGE);
  }

  /**
   * Stores whole pages and adds their flags; nothing is changed if it fails.
   * @param source where they come from, if it is a data source
   */
  store(address: bigint, flag: number, data: Uint8Array, source?: SourceRun<bigint>): Fault | undefined {
    const end = BigInt.asUintN(64, address + BigInt(data.length));
    if (data.length % PAGE !== 0) return unaligned(end);
    if (data.length === 0) return undefined;
    const size = BigInt(this.#world.memorySize);
    if (address >= size) return { name: "MemOutOfBound", address, kind: "Memory" };
    const first = Number(address) / PAGE;
    if (end > size || end < address) {
      this.beforeRefusal = pagesBetween(first, this.flags.length);
      return { name: "MemOutOfBound", address: end, kind: "Memory" };
    }
    const behind = Number(end) / PAGE;
    if (this.#world.writeXorExecute) {
      for (let page = first; page < behind; page++) {
        if (!(this.flags[page] & FLAG_EXECUTABLE)) continue;
        this.beforeRefusal = pagesBetween(first, page);
        return { name: "MemWriteOnExecutablePage", page: BigInt(page) };
      }
    }
    for (let page = first; page < behind; page++) {
      const at = (page - first) * PAGE;
      this.#bytes.set(page, data.subarray(at, at + PAGE));
      const flags = this.flags[page] | flag;
      this.flags[page] = source ? flags & ~FLAG_DIRTY : flags | FLAG_DIRTY;
      if (!source) continue;
      const offset = BigInt.asUintN(64, source.offset + BigInt(at));
      const entry = { id: source.id, offset, address: BigInt(page * PAGE), length: BigInt(PAGE) };
      this.#tracked.set(page, { ...entry, flag: this.flags[page] });
    }
    return undefined;
  }

  /** What a snapshot of this memory holds: a page that was written after it came from a source is stored by content. */
  runs(): { pagesFromSource: SourceRun<bigint>[]; dirtyPages: DirtyRun[] } {
    const pagesFromSource = [...this.#tracked]
      .filter(([page]) => !(this.flags[page] & FLAG_DIRTY))
      .map(([, run]) => run);
    const dirtyPages: DirtyRun[] = [];
    let last: { readonly first: number; readonly flag: number; readonly parts: Uint8Array[] } | undefined;
    const finish = (): void => {
      if (!last) return;
      const content = last.parts.length === 1 ? last.parts[0] : Buffer.concat(last.parts);
      dirtyPages.push({ address: BigInt(last.first * PAGE), flag: last.flag, content });
    };
    for (const page of [...this.#bytes.keys()].sort((a, b) => a - b)) {
      const flag = this.flags[page];
      if (!(flag & FLAG_DIRTY)) continue;
      const bytes = this.#bytes.get(page) ?? ZERO_PAGE;
      if (last && last.first + last.parts.length === page && last.flag === flag) last.parts.push(bytes);
      else {
        finish();
        last = { first: page, flag, parts: [bytes] };
      }
    }
    finish();
    return { pagesFromSource, dirtyPages };
  }

  image(): MemoryImage {
    return {
      pageCount: this.flags.length,
      isUntouched: (page) => !this.#bytes.has(page),
      pageView: (page) => this.#bytes.get(page) ?? ZERO_PAGE,
    };
  }
}

import { DecoderCache, Machine, MACHINE_PARTS, type Memory, type Operation } from "../../machine/index.ts";
import type { FaultOptions } from "../faulty-target.ts";

/** addi x0, x0, 0 */
const NOP = 0x13;
/** The bits of an address that choose its entry (reference/ckb-vm/decode.md 8). */
const ENTRY_BITS = 0x1e1fe;

/**
 * A machine in which an entry of the decoder cache that nothing has used yet seems to hold a no-op for one address.
 * @param address which one
 */
export function emptyEntriesHit(address: (memory: Memory) => number): FaultOptions {
  const used = new WeakMap<Memory, Set<number>>();
  return {
    parts: {
      fetch: (memory, pc) => {
        const entries = used.get(memory) ?? new Set<number>();
        used.set(memory, entries);
        if (pc === address(memory) && !entries.has(pc & ENTRY_BITS)) return NOP;
        const word = MACHINE_PARTS.fetch(memory, pc);
        entries.add(pc & ENTRY_BITS);
        return word;
      },
    },
  };
}

/** A machine that always runs through this decoder cache, as CKB-VM does: nothing else can be seen of that. */
export function throughCache(decoderCache: () => DecoderCache): FaultOptions {
  return {
    parts: { decoderCache },
    leg: { machine: (options) => new Machine({ ...options, hostChangesCode: true }) },
  };
}

/** What was decoded a second time at an address, because its entry had gone, is what stays there. */
export class RereadOnce extends DecoderCache {
  readonly #first = new Set<number>();
  readonly #second = new Map<number, Operation>();

  override at(pc: number, decode: () => Operation): Operation {
    return super.at(pc, () => {
      const stale = this.#second.get(pc);
      if (stale) return stale;
      const operation = decode();
      if (this.#first.has(pc)) this.#second.set(pc, operation);
      else this.#first.add(pc);
      return operation;
    });
  }

  override clear(): void {
    super.clear();
    this.#first.clear();
    this.#second.clear();
  }
}

/** A cache that is cleared by page numbers though its keys are addresses, so that nothing is found to be cleared. */
export class ClearedByPage extends DecoderCache {
  override clear(): void {}
}

/** The decoder cache of the leg before is that of a leg that resumes. */
export function survivingResume(): FaultOptions {
  const cache = new DecoderCache();
  return {
    ...throughCache(() => cache),
    asked: (leg) => {
      if (leg.start === "boot") cache.clear();
      return leg;
    },
  };
}

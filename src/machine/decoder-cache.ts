import type { Operation } from "./operation.ts";

const ENTRY_COUNT = 4096;

/**
 * The decoder cache of CKB-VM's plain interpreter (reference/ckb-vm/decode.md 8): direct-mapped, with one instruction an
 * entry, as it was decoded alone. An address that has its entry is neither read nor asked for permission again; only
 * another address with the same bits 16:13 and 8:1 takes its place.
 *
 * Programs cannot see it, for they cannot write what they execute. They can once their host changes code or permissions
 * during a run, or memory is not W^X: only then does a machine keep this cache. The table is that of CKB-VM 0.24.12;
 * 0.24.15 has half the entries and spreads addresses in another way.
 */
export class DecoderCache {
  readonly #entries = new Array<Operation | undefined>(ENTRY_COUNT);

  /** The instruction at `pc`: the one kept, or what `decode` gives, which is then kept. Faults are not kept. */
  at(pc: number, decode: () => Operation): Operation {
    const index = entryOf(pc);
    const kept = this.#entries[index];
    if (kept?.pc === pc) return kept;
    const operation = decode();
    this.#entries[index] = operation;
    return operation;
  }

  /** The instruction that is kept for `pc`, if there is one. */
  kept(pc: number): Operation | undefined {
    const kept = this.#entries[entryOf(pc)];
    return kept?.pc === pc ? kept : undefined;
  }

  /** Holds what `other` holds from now on. */
  copyFrom(other: DecoderCache): void {
    for (let k = 0; k < ENTRY_COUNT; k++) this.#entries[k] = other.#entries[k];
  }

  clear(): void {
    this.#entries.fill(undefined);
  }
}

function entryOf(pc: number): number {
  return ((pc >>> 1) & 0xff) | ((pc >>> 5) & 0xf00);
}

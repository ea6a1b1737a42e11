import { DecoderCache, type Operation } from "../machine/index.ts";

/**
 * The decoder cache of one machine, kept from one run of it to the next: for a time line they are one run. Whoever
 * goes back needs what was in it, for what is executed may be no longer what stands in memory.
 */
export class KeptCache extends DecoderCache {
  readonly #beforeFetch: (pc: number) => void;

  /** @param beforeFetch is called before each instruction is taken from here, and may throw */
  constructor(beforeFetch: (pc: number) => void) {
    super();
    this.#beforeFetch = beforeFetch;
  }

  override at(pc: number, decode: () => Operation): Operation {
    this.#beforeFetch(pc);
    return super.at(pc, decode);
  }
}

import { decode, fuse } from "../isa/index.ts";
import { CycleCounter } from "./cycle-counter.ts";
import { DecoderCache } from "./decoder-cache.ts";
import { fetch } from "./fetch.ts";
import { Memory } from "./memory.ts";

/**
 * The parts that a machine is put together from, beside what instructions mean. A machine that is wrong on purpose has
 * another one in the place of one of them; nothing else of it is different, and nothing is slower for being replaceable:
 * each is looked up when a machine is made or an instruction is decoded.
 */
export interface MachineParts {
  /** The instruction word at an address. */
  readonly fetch: typeof fetch;
  /** The instruction of a word. */
  readonly decode: typeof decode;
  /** The fused sequence that begins with an instruction, if there is one. */
  readonly fuse: typeof fuse;
  /** What keeps decoded instructions while code may change. */
  readonly decoderCache: () => DecoderCache;
  /** The memory of a machine: size in bytes, and whether it is W^X. */
  readonly memory: (size: number, writeXorExecute: boolean) => Memory;
  /** The cycle counter of a machine with a limit in cycles. */
  readonly counter: (limit: bigint) => CycleCounter;
  /**
   * Turns after which a run is given up (EndlessRunError), for machines whose fault may be that no limit ends them. Each block,
   * or instruction where code may change, is one; a reset, behind which a program is loaded, is RESET_TURNS.
   */
  readonly turnsMax: number;
}

/** A reset takes about as long as this many turns. */
export const RESET_TURNS = 1024;

/** The parts of the reference. */
export const MACHINE_PARTS: MachineParts = {
  fetch,
  decode,
  fuse,
  decoderCache: () => new DecoderCache(),
  memory: (size, writeXorExecute) => new Memory(size, writeXorExecute),
  counter: (limit) => new CycleCounter(limit),
  turnsMax: Infinity,
};

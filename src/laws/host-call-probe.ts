import type { World } from "../case/index.ts";

/** A call that is made; what it must do says `callModel`. */
export interface HostCallProbe {
  /** What is asked, for people and for counts. */
  readonly what: string;
  /** What stands in a7. */
  readonly call: number;
  /** a0, a1 and so on. */
  readonly args: readonly bigint[];
  /** Cycles that the limit lacks: 0, so that just all is spent, if left out. */
  readonly lacks?: bigint;
}

/** Where calls are asked about: four pages in a row (`host-call-pages.ts`), and a data piece. */
export interface HostCallPlace {
  /** Offers the calls, and has the piece. */
  readonly world: World;
  /** Cycles after the ECALL was charged. */
  readonly charged: bigint;
  /** Index of the first page. */
  readonly page: number;
  /** The id of a piece of `PIECE.length` bytes. */
  readonly piece: bigint;
  /** Decides arguments. */
  readonly number: number;
}

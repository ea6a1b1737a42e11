import type { Grower } from "../grower.ts";
import type { Op } from "../op.ts";

/** One way to end a run by a fault. */
export interface FaultCause {
  readonly name: string;
  /** The fault, as CKB-VM calls it (machine.md 7). */
  readonly fault: "InvalidInstruction" | "MemOutOfBound" | "MemWriteOnExecutablePage" | "InvalidEcall" | "External";
  /** Instructions of which one faults; undefined if that cannot be had in this world. */
  make(grower: Grower): Op[] | undefined;
  /**
   * The instruction that ends the last page of the code, where the item is to go there: by its last instruction, or by the
   * address that its first two load. Left out where it goes to no place of the program.
   */
  pageEnd?(grower: Grower): Op;
}

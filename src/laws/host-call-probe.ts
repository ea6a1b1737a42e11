import type { World } from "../case/index.ts";
import type { State, Stop } from "../targets/target.ts";

/** A call and what it must do (docs/case-files.md; reference/ckb-vm/cycles.md 3 for those that charge). */
export interface HostCallProbe {
  /** What is asked, for people and for counts. */
  readonly what: string;
  readonly call: number;
  /** a0, a1 and so on. */
  readonly args: readonly bigint[];
  /** Cycles that it adds beside those of its ECALL. */
  readonly adds?: bigint;
  /** Cycles that the limit lacks: 0, so that just all is spent, if left out. */
  readonly lacks?: bigint;
  /** How it ends the leg; if left out, the leg goes on to what stands behind it. */
  readonly stop?: Stop;
  /** What it changes, from the state before it. */
  readonly changes: (before: State) => Partial<State>;
  /** True if it also changes all that differs from a machine in which the program file was just loaded, but cycles and limit. */
  readonly loads?: true;
}

/** Where calls are asked about. */
export interface HostCallPlace {
  readonly world: World;
  /** Cycles after the ECALL was charged. */
  readonly charged: bigint;
  /** The executable page of the ECALLs. */
  readonly code: number;
  /** A dirty page with flags that have no meaning, and behind it one that nobody has touched. */
  readonly page: number;
  /** What stands in that page: 4096 bytes, none of them 0. */
  readonly bytes: Uint8Array;
  /** Decides arguments. */
  readonly number: number;
}

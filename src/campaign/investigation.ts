import type { Location } from "../laws/index.ts";

/** An instruction near the place where the sides part. */
export interface FrameLine {
  readonly pc: bigint;
  /** As they stand in memory: 2 or 4 bytes, in hexadecimal, lowest address first: `93 02 10 00`. */
  readonly bytes: string;
  /** As the disassembler writes it. */
  readonly text: string;
  /** True for the instruction at which the sides part: one line of the frame, or none where that is no instruction. */
  readonly here: boolean;
  /** The name of a symbol that stands at this address. */
  readonly symbol?: string;
}

/** What a value has to do with the instruction where the sides part. */
export type ValueRole = "source" | "destination" | "other";

/** One value of the state as texts: registers and addresses in hexadecimal, cycles in decimal. */
export interface Value {
  /** `x5/t0`, `pc`, `cycles`, `max cycles`, `reservation`, `stop`, `output`, `memory at 0x10008` (what is accessed). */
  readonly name: string;
  readonly role: ValueRole;
  /** Before the instruction, where both sides still agree; missing where that is not known. */
  readonly before?: string;
  /** Behind it; `not shown` where a target does not show it. */
  readonly expected: string;
  readonly actual: string;
  readonly differs: boolean;
}

/** Bytes one behind the other, all in one page, in which the sides differ. */
export interface MemoryRun {
  readonly address: bigint;
  /** In hexadecimal, lowest address first, two digits each; `bytes` of them. */
  readonly expected: string;
  readonly actual: string;
}

/** All bytes in which the sides differ: as many runs as a person reads, and how many there are. */
export interface MemoryDifference {
  /** The first runs in the order of addresses; the last may be cut off. */
  readonly runs: readonly MemoryRun[];
  /** Differing bytes in all. */
  readonly bytes: number;
  /** Pages in which they are. */
  readonly pages: number;
}

/** A page whose flags differ, as letters: D, X, F, or `-` for none. */
export interface PageFlagsDifference {
  readonly page: number;
  /** Before the instruction; missing where that is not known. */
  readonly before?: string;
  readonly expected: string;
  readonly actual: string;
}

/** A page that one of the sides has touched: for a map. Flags as letters. */
export interface PageState {
  readonly page: number;
  readonly before?: string;
  readonly expected: string;
  readonly actual: string;
  /** True if any of its bytes differ. */
  readonly differs: boolean;
}

/** When things happened, in cycles from the start of the run. */
export interface Timeline {
  /** Where the longer of the two sides ended. */
  readonly end: bigint;
  /** Those that were reached. */
  readonly cuts: readonly bigint[];
  /** Where the sides part: where the instruction begins at which they do, or the cut behind which they do. */
  readonly differs?: bigint;
  /** How each side ended: `exit 0`, `fault …`, … */
  readonly expectedStop: string;
  readonly actualStop: string;
}

/** A part of a snapshot that was lost or changed where a leg began. */
export interface LostPart {
  /** As people call it: `register x9/s1`, `page 17`, `load reservation`, `max cycles`, `snapshot`. */
  readonly what: string;
  /** The field of the snapshot that carries it, as Rust calls it: `registers[9]`, `dirty_pages`, … */
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

/** What a part of a case is. */
export type PartKind = "instruction" | "register" | "cut" | "page" | "argument" | "source" | "world" | "legs";

/**
 * `free`: it was changed in every way that was tried, or taken away, and the failure stays the same. `needed`: every change
 * of it mends the failure or makes another one. `some`: some values keep the failure; which, `text` says.
 */
export type Freedom = "free" | "some" | "needed";

/** How much one part of a case has to do with the failure. */
export interface Explanation {
  readonly kind: PartKind;
  /** `0x1000c: addi t0, t0, 5`, `x7/t2`, `cut 120`, `page 17`, `argument 0`, `memory`, … */
  readonly part: string;
  readonly freedom: Freedom;
  /** One line for a person: `any value of x7 gives the same failure`, `this cut can be at any cycle from 3 to 9`. */
  readonly text: string;
  /** Address of the instruction, for kind `instruction`. */
  readonly pc?: bigint;
  /** Variations that were tried, and how many of them failed in the same way. */
  readonly tried: number;
  readonly same: number;
}

/** A target that does not always do the same. */
export interface Flaky {
  /** The two outcomes that were seen, in a line each: first the one that breaks the law. */
  readonly outcomes: readonly [broken: string, other: string];
  /** How often each of the two was seen; there may have been others. */
  readonly times?: readonly [broken: number, other: number];
  /** Times that the case was checked, and how many of them broke the law. */
  readonly runs: number;
  readonly broken: number;
  /**
   * Where the law itself always came to the same, how law repeatable shows nevertheless that a target does not: what it gave for
   * one leg, asked twice.
   */
  readonly unrepeatable?: string;
}

/** All that is found out about one finding. */
export interface Investigation {
  /** Where the two sides part, if that was found out. */
  readonly location?: Location;
  /** The same in a line for a person; empty where it is not known. */
  readonly where: string;
  /** True if neither of them is a yardstick: what differs between them is then of one side and of the other. */
  readonly peers?: true;
  /** Which two runs are compared: `solo on reference`, `relay over reference, ckb-vm`, … */
  readonly sides: { readonly expected: string; readonly actual: string };
  /** Instructions around the one where the sides part, in the order of addresses. */
  readonly frame: readonly FrameLine[];
  /** Operands and results of that instruction first; behind them all else that differs. */
  readonly values: readonly Value[];
  readonly memory: MemoryDifference;
  readonly flags: readonly PageFlagsDifference[];
  /** In ascending order; at most `PAGES_MAX` pages, those that differ before others. */
  readonly pages: readonly PageState[];
  readonly timeline: Timeline;
  /** Empty unless the state is wrong right after a resume. */
  readonly lost: readonly LostPart[];
  /** Empty if nobody asked, or if there was no time. */
  readonly explained: readonly Explanation[];
  readonly flaky?: Flaky;
  /** Legs that were run to find the place. */
  readonly legs: number;
  readonly seconds: number;
  /** Where a bound ended the search, what it had reached by then: `between cycle 1000 and 4000`. */
  readonly reached?: string;
}

/** Pages of a page map at the most. */
export const PAGES_MAX = 4096;

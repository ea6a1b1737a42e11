import { ISA_A, ISA_B, ISA_MOP, type IsaSet, type VmVersion } from "../isa/index.ts";

/** Bytes that a program can ask its host for, and that snapshots refer to instead of storing them. */
export interface DataPiece {
  /** (source << 32) | index, as system call 2092 names it. 0 is the program file itself. */
  readonly id: bigint;
  readonly bytes: Uint8Array;
}

/** The id of the program file among the data pieces. */
export const PROGRAM_ID = 0n;

/** Which cost table charges cycles: CKB's, or 1 for every instruction. */
export type CostModel = "real" | "constant";

/** The numbers of the system calls a world can offer, beside exit (93), which every world has. */
export const SYSTEM_CALLS = { vmVersion: 2041, currentCycles: 2042, loadCellData: 2092, debug: 2177 } as const;

/**
 * The numbers of the host calls: with them a program asks its host for what only a host can do to a machine, so that
 * pauses, resets, snapshots inside a call and code changed by the host can be compared between VMs. They are no calls
 * of CKB, and a world has none of them unless it says so.
 */
export const HOST_CALLS = {
  pause: 9001,
  reset: 9002,
  setFlags: 9003,
  clearFlags: 9004,
  initPages: 9005,
  yield: 9006,
  snapshot: 9007,
  addCycles: 9008,
  setRegister: 9009,
} as const;

/** All that is constant while a program runs. */
export interface World {
  readonly version: VmVersion;
  readonly isa: IsaSet;
  /** Bytes, a multiple of 4096. */
  readonly memorySize: number;
  readonly cost: CostModel;
  /** An ELF file. */
  readonly program: Uint8Array;
  readonly args: readonly Uint8Array[];
  /** Data pieces beside the program. */
  readonly sources: readonly DataPiece[];
  /** True if pages that come whole from the program file are tracked as such from the start. */
  readonly markProgram: boolean;
  /** Numbers of the system calls offered. */
  readonly systemCalls: readonly number[];
  /** True if pages are writable or executable, never both; false if every page is both, so that programs can write code. */
  readonly writeXorExecute: boolean;
}

/** What worlds of one kind have in common; what is left out may be anything. */
export interface WorldKind {
  readonly versions?: readonly VmVersion[];
  readonly isa?: readonly IsaSet[];
  /** Bytes. */
  readonly memorySize?: number;
  /** Bytes at most, where `memorySize` is left out. */
  readonly memorySizeMax?: number;
  readonly cost?: CostModel;
  readonly systemCalls?: readonly number[];
  readonly writeXorExecute?: boolean;
}

/** Every ISA bit there is. */
export const ISA_ALL: IsaSet = ISA_A | ISA_B | ISA_MOP;

/** What a world has where nothing else is said: version 2, all extensions but fusion, 4 MiB, CKB's costs and calls. */
export const DEFAULT_WORLD: Omit<World, "program"> = {
  version: 2,
  isa: ISA_A | ISA_B,
  memorySize: 4 * 1024 * 1024,
  cost: "real",
  args: [],
  sources: [],
  markProgram: true,
  systemCalls: Object.values(SYSTEM_CALLS),
  writeXorExecute: true,
};

import type { Op } from "./op.ts";
import type { Spoiling } from "./spoiling.ts";

/**
 * What an item is:
 * - `code`: instructions that only compute, into registers that no role holds
 * - `access`: instructions that also touch memory, at addresses that are right whatever was executed before
 * - `system`: a system call with all it needs
 * - `branch`: ends in a branch or jump to a later item of the same section
 * - `loop` and `end`: the head of a loop, which sets its counter, and its foot, which counts down and goes back
 * - `call`: calls a function
 * - `function`: everything up to the next one is the body of a function; its one instruction returns
 * - `fault`: ends the run, on purpose
 */
export type ItemKind = "code" | "access" | "system" | "branch" | "loop" | "end" | "call" | "function" | "fault";

/**
 * The piece a program is made of. Any items can be taken away and the rest still is a program that ends: a target that
 * is gone is the next item that is left, and a foot, head or call whose other half is gone does nothing.
 */
export interface Item {
  /** Its place in the order of items, and its label. */
  readonly id: number;
  readonly kind: ItemKind;
  readonly ops: readonly Op[];
  /** The id that a branch goes to, the loop that a foot closes, the function that is called; -1 for none. */
  readonly target: number;
  /** Cycles that it can cost beside those of its instructions: what a system call charges. */
  readonly extraCycles: number;
  readonly family: string;
  /** What is particular about it, for people; also written beside it in the program's text. */
  readonly note?: string | undefined;
  /**
   * Where what follows it begins: at this offset of a page, or, if -1, one page behind its own beginning. The room before
   * that is filled with zeros, which the item jumps over. Left out: right behind it.
   */
  readonly endsAt?: number | undefined;
  /** The address that its first two instructions load relative to pc, where it is none of the program's. */
  readonly loads?: number | undefined;
  /**
   * How many instructions at its end stand for ways through it that are not taken: the ways cost the same, and execution
   * takes one of them. Left out: none.
   */
  readonly passedOver?: number | undefined;
}

/** The item with another target, and its fields in the same order. */
export function withTarget(
  { id, kind, ops, extraCycles, family, note, endsAt, loads, passedOver }: Item,
  target: number,
): Item {
  return { id, kind, ops, target, extraCycles, family, note, endsAt, loads, passedOver };
}

/** Some bytes of a segment; what no patch covers is zero. */
export interface Patch {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** A segment beside the code: read-only, or writable with its bss. */
export interface DataSegment {
  readonly writable: boolean;
  readonly address: number;
  readonly fileBytes: number;
  readonly memoryBytes: number;
  readonly patches: readonly Patch[];
}

/** A register that is set before the first item and after that only ever moved to where accesses around it are right. */
export interface Pointer {
  readonly register: number;
  readonly address: number;
}

/**
 * Where the functions of a program stand: behind the exit, before the first instruction of the main section, or at this
 * address, further behind, in an executable segment of their own, whose program header comes right behind the other one.
 */
export type FunctionPlace = "behind" | "before" | number;

/** A generated program, as symbols: what is shrunk, encoded and written as text. */
export interface GeneratedProgram {
  /** Address of the code: of its first instruction, where neither `lead` nor functions stand before that. */
  readonly base: number;
  /**
   * Bytes kept free for all code from the start of the page that `base` is in: whole pages, `CODE_ROOM` in most programs.
   * What is behind it, three pages at least, is free of code.
   */
  readonly codeRoom: number;
  /** Bytes before the code, in its segment, that nothing executes: an even number, none for most programs. */
  readonly lead: Uint8Array;
  readonly functions: FunctionPlace;
  /** How many segments of `data` come before the code in the program headers; as many as there are if that is less. */
  readonly dataBeforeCode: number;
  readonly pointers: readonly Pointer[];
  /** Ids ascend. Targets are found by halving, so that this must hold. */
  readonly items: readonly Item[];
  /** Value of a0 at the exit; left as it is if undefined. */
  readonly exitCode: number | undefined;
  readonly data: readonly DataSegment[];
  /** Bit r is set if items of kind `code` must not write register r. */
  readonly reserved: number;
  /** What is wrong with its file; nothing if left out. */
  readonly spoiling?: Spoiling | undefined;
}

const PAGE = 4096;
/** Bytes that most programs keep free for code, from the start of the page that `base` is in. */
export const CODE_ROOM = 0x10000;

/** The first page of the code. */
export function codeStart(base: number): number {
  return base & -PAGE;
}

/** Where what is kept free for code ends, and data can begin. */
export function codeEnd(base: number, codeRoom = CODE_ROOM): number {
  return codeStart(base) + codeRoom;
}

/** The id of function `k`; ids of its body follow. */
export function functionId(k: number): number {
  return (k + 1) * 1_000_000;
}

/**
 * The id of the function that is nothing but the last instruction of its page, behind which no code is: only a fault on
 * purpose leads there.
 */
export const PAGE_END_ID = functionId(1000);

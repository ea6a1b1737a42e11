import { SYSTEM_CALLS } from "../../case/index.ts";
import { addConstant, addNumber } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";
import { pickWholePages } from "./source-piece.ts";

const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];
const PAGE = 4096;
const SD = row("sd");
const ECALL = op(row("ecall"), 0, 0, 0, 0);

/** The arguments of system call 2092. */
export interface LoadCall {
  /** Where the size stands. */
  readonly sizeAddress: number;
  /** Bytes asked for, which are stored there first; 0 asks how many there are. Undefined: what memory holds there. */
  readonly size: number | undefined;
  readonly address: number;
  readonly offset: bigint;
  readonly index: bigint;
  readonly source: bigint;
}

/** System call 2092 with everything it needs. */
export function loadCellData({ sizeAddress, size, address, offset, index, source }: LoadCall): Op[] {
  const ops: Op[] = [];
  addNumber(ops, A1, sizeAddress);
  if (size !== undefined) {
    addNumber(ops, A7, size);
    ops.push(op(SD, 0, A1, A7, 0));
  }
  addNumber(ops, A0, address);
  addConstant(ops, A2, offset);
  addConstant(ops, A3, index);
  addConstant(ops, A4, source);
  addNumber(ops, A7, SYSTEM_CALLS.loadCellData);
  ops.push(ECALL);
  return ops;
}

/** Loads a page, so that snapshots refer to it: from a piece that is long enough, or the program file. */
export function loadWholePage(grower: Grower, page: number): Op[] {
  // The size is stored to the page itself, and gone with what is loaded: no other page becomes dirty.
  const sizeAddress = page + 8 * grower.random.below(PAGE / 8);
  return loadCellData({ sizeAddress, size: PAGE, address: page, ...pickWholePages(grower, PAGE) });
}

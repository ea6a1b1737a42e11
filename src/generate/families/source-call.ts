import { SYSTEM_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import { op, row, type Op } from "../op.ts";

const [A0, A1, A2, A3, A4, A7] = [10, 11, 12, 13, 14, 17];
const SD = row("sd");
const ECALL = op(row("ecall"), 0, 0, 0, 0);

/** The arguments of system call 2092. */
export interface LoadCall {
  /** Where the size stands; it is stored there first. */
  readonly sizeAddress: number;
  /** Bytes asked for; 0 asks how many there are. */
  readonly size: number;
  readonly address: number;
  readonly offset: bigint;
  readonly index: bigint;
  readonly source: bigint;
}

/** System call 2092 with everything it needs. */
export function loadCellData({ sizeAddress, size, address, offset, index, source }: LoadCall): Op[] {
  return [
    ...loadNumber(A1, sizeAddress),
    ...loadNumber(A7, size),
    op(SD, 0, A1, A7, 0),
    ...loadNumber(A0, address),
    ...loadConstant(A2, offset),
    ...loadConstant(A3, index),
    ...loadConstant(A4, source),
    ...loadNumber(A7, SYSTEM_CALLS.loadCellData),
    ECALL,
  ];
}

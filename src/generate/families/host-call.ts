import { HOST_CALLS } from "../../case/index.ts";
import { loadConstant, loadNumber } from "../constant.ts";
import { op, row, type Op } from "../op.ts";

const [A0, A1, A2, A3, A4, A5, A7] = [10, 11, 12, 13, 14, 15, 17];
const ECALL = op(row("ecall"), 0, 0, 0, 0);
const PAGE = 4096;

/** A host call with its arguments in a0, a1 and so on (docs/case-files.md). */
export function hostCall(number: number, ...args: readonly bigint[]): Op[] {
  return [...args.flatMap((value, k) => loadConstant(A0 + k, value)), ...loadNumber(A7, number), ECALL];
}

/** Adds flags to a page, or takes them away. */
export function changeFlags(call: "setFlags" | "clearFlags", page: number, flags: number): Op[] {
  return [...loadNumber(A0, page), ...loadNumber(A1, flags), ...loadNumber(A7, HOST_CALLS[call]), ECALL];
}

/** What host call 9005 is asked for. */
export interface Fill {
  readonly address: number;
  /** Bytes. */
  readonly size: number;
  readonly flags: number;
  readonly index: bigint;
  readonly source: bigint;
  /** Bytes of zeroes before those of the piece. */
  readonly offset: number;
}

/** Host call 9005: fills pages from a piece. */
export function fillPages({ address, size, flags, index, source, offset }: Fill): Op[] {
  return [
    ...loadNumber(A0, address),
    ...loadNumber(A1, size),
    ...loadNumber(A2, flags),
    ...loadConstant(A3, index),
    ...loadConstant(A4, source),
    ...loadNumber(A5, offset),
    ...loadNumber(A7, HOST_CALLS.initPages),
    ECALL,
  ];
}

/** The register that `fillPages` takes its offset in: no other call needs it, so that it can have a role. */
export const FILL_OFFSET_REGISTER = A5;

/** True if a world offers one of the host calls at least. */
export function offersHostCalls(systemCalls: readonly number[]): boolean {
  // Most worlds have few calls, all of CKB: nothing more is to be looked at there.
  for (const call of systemCalls) if (call >= HOST_CALLS.pause && call <= HOST_CALLS.setRegister) return true;
  return false;
}

/** The number of the page that an address is in. */
export function pageOf(address: number): number {
  return Math.floor(address / PAGE);
}

import { readCase, type Case } from "../../src/case/index.ts";
import { TimeLine } from "../../src/debug/index.ts";

/**
 * A loop that stores three sums. With CKB's costs (reference table: 1 for most instructions, 2 for loads and stores, 3 for
 * branches, 500 for ecall) the loop begins at cycles 4, 11 and 18, and the run ends at 28 + 500.
 */
export const LOOP = `/* rvrelay case 1
 * title: a small loop
 * budget: 100000
 * cuts: 12
 */
        .text
_start: la s0, buffer
        li s1, 3
        li s2, 0
loop:   add s2, s2, s1
store:  sd s2, 0(s0)
        addi s1, s1, -1
        bnez s1, loop
        ld a0, 0(s0)
done:   li a7, 93
        ecall
        .bss
        .balign 4096
buffer: .zero 64
`;

/** Where what stands in `LOOP`: the first segment begins at 0x10000, the next one at the next page. */
export const PLACE = { start: 0x10000n, loop: 0x10010n, store: 0x10014n, load: 0x10020n, buffer: 0x11000n } as const;

/** Cycles before each store of `LOOP`. */
export const STORES = [5n, 12n, 19n] as const;
/** Cycles before the last instruction, and behind it. */
export const LAST = 28n;
export const END = 528n;

/** A case from its text. */
export function caseOf(text: string): Case {
  return readCase("test.S", text).checked;
}

/** A time line of a case's text. */
export function timeLineOf(text: string, relay = false): TimeLine {
  return new TimeLine(caseOf(text), relay);
}

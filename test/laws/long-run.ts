import { readCase } from "../../src/case/index.ts";

/** Turns of its loop. */
export const TURNS = 12_500_000n;
const IN_A_TURN = 4n;
const BEFORE_LOOP = 3n; // li of 12,500,000 takes lui and addiw; then one more li

/** 50,000,000 cycles in a loop of four instructions, each of which costs 1. */
export const LONG = readCase(
  "long.S",
  `/* rvrelay case 1
 * cost: constant
 * budget: 60000000
 */
_start: li s0, ${TURNS}
        li a1, 3
loop:   add a2, a2, a1
        xor a1, a1, s0
        addi s0, s0, -1
        bnez s0, loop
        li a0, 0
        li a7, 93
        ecall
`,
).checked;

/** The cycle at which the add of this turn of the loop is executed. */
export const addOf = (turn: bigint): bigint => BEFORE_LOOP + turn * IN_A_TURN;
/** The register in which the loop adds up. */
export const a2 = 12;

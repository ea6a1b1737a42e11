/* rvrelay case 1
 * title: A page that is no longer executable cannot be called
 * section: .changed 0x40000
 * expect: fault MemWriteOnExecutablePage page=64
 * expect-pc: 0x40000
 * expect-flags: 64 DF
 * system-calls: 9004
 */
#include "../check.h"

BEGIN
        la s0, routine
        srli a0, s0, 12
        li a1, 2
        li a7, 9004
        ecall
        jalr s0
        NEVER(1)

        .section .changed, "ax"
routine:
        ret

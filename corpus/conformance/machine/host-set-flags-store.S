/* rvrelay case 1
 * title: A page that is made executable can no longer be stored to
 * expect: fault MemWriteOnExecutablePage page=768
 * expect-pc: 0x10020
 * expect-register: a0 0x0
 * system-calls: 9003
 */
#include "../check.h"

BEGIN
        li s0, 0x300000
        sw s0, 0(s0)
        li a0, 0x300
        li a1, 2
        li a7, 9003
        ecall
        sw s0, 4(s0)
        NEVER(1)

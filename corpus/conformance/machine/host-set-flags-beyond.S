/* rvrelay case 1
 * title: Flags of a page behind the last one cannot be set
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x10014
 * expect-register: a0 0x400
 * system-calls: 9003
 */
#include "../check.h"

BEGIN
        li a0, 0x400
        li a1, 1
        li a7, 9003
        ecall
        NEVER(1)

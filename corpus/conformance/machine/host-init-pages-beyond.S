/* rvrelay case 1
 * title: Pages behind the last one cannot be filled
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: fault MemOutOfBound address=0x401000 kind=Memory
 * expect-pc: 0x10024
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li a0, 0x400000
        li a1, 0x1000
        li a2, 0
        li a3, 7
        li a4, 3
        li a5, 0
        li a7, 9005
        ecall
        NEVER(1)

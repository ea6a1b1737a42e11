/* rvrelay case 1
 * title: Frozen pages cannot be filled
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: fault MemWriteOnFreezedPage page=16
 * expect-pc: 0x10024
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li a0, 0x10000
        li a1, 0x1000
        li a2, 0
        li a3, 7
        li a4, 3
        li a5, 0
        li a7, 9005
        ecall
        NEVER(1)

/* rvrelay case 1
 * title: System call 2177 is out of bounds where its string does not end within memory
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 */
#include "../check.h"

BEGIN
        li a0, 0x400000 - 1
        li a1, 'x'
        sb a1, 0(a0)
        li a7, 2177
        ecall
        NEVER(1)

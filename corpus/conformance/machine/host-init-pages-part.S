/* rvrelay case 1
 * title: Filling must end with a page
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: fault MemPageUnalignedAccess address=0x301001
 * expect-pc: 0x10028
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li a0, 0x300000
        li a1, 0x1001
        li a2, 0
        li a3, 7
        li a4, 3
        li a5, 0
        li a7, 9005
        ecall
        NEVER(1)

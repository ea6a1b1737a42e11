/* rvrelay case 1
 * title: A data piece cannot begin behind the pages it fills
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: fault MemOutOfBound address=0x1001 kind=ExternalData
 * expect-pc: 0x10028
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li a0, 0x300000
        li a1, 0x1000
        li a2, 0
        li a3, 7
        li a4, 3
        li a5, 0x1001
        li a7, 9005
        ecall
        NEVER(1)

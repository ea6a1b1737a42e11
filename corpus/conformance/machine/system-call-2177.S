/* rvrelay case 1
 * title: System call 2177 prints a string, keeps every register and charges a cycle for four bytes
 * expect: exit 0
 * expect-cycles: 1011
 */
#include "../check.h"

BEGIN
        lui a0, 0x11                    /* 1: the string stands at the start of the next page */
        mv a1, a0                       /* 2 */
        li a7, 2177                     /* 4: two instructions */
        ecall                           /* 504, and 2 for 5 bytes: 506 */
        beq a0, a1, 1f                  /* 509 */
        NEVER(1)
1:
END                                     /* 2 and 500 */

        .section .rodata
        .asciz "relay"

/* rvrelay case 1
 * title: System call 2177 may spend more than the budget, which then ends the run behind it
 * budget: 504
 * expect: budget
 * expect-pc: 0x10010
 * expect-cycles: 505
 */
#include "../check.h"

BEGIN
        lui a0, 0x11            /* 1 */
        li a7, 2177             /* 3: two instructions */
        ecall                   /* 503, and 2 for 5 bytes: 505 */
END

        .section .rodata
        .asciz "relay"

/* rvrelay case 1
 * title: System call 2177 prints an empty string for nothing
 * expect: exit 0
 * expect-cycles: 1005
 */
#include "../check.h"

BEGIN
        lui a0, 0x11                    /* 1 */
        li a7, 2177                     /* 3: two instructions */
        ecall                           /* 503 */
END                                     /* 2 and 500 */

        .section .rodata
        .asciz ""

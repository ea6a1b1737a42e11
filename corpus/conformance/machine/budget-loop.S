/* rvrelay case 1
 * title: A program without an end ends with its budget
 * budget: 1000
 * expect: budget
 * expect-pc: 0x10000
 * expect-cycles: 1000
 */
#include "../check.h"

BEGIN
1:      addi a0, a0, 1          /* 1 */
        j 1b                    /* 4 */

/* rvrelay case 1
 * title: A loop whose round the budget does not divide ends within it
 * budget: 999
 * expect: budget
 * expect-pc: 0x10004
 * expect-cycles: 997
 */
#include "../check.h"

BEGIN
1:      addi a0, a0, 1          /* 1 */
        j 1b                    /* 4: 249 rounds and ADDI make 997 */

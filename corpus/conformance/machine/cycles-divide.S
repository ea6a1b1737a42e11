/* rvrelay case 1
 * title: Divisions and remainders cost 32, by zero too
 * expect: exit 0
 * expect-cycles: 758
 */
#include "../check.h"

BEGIN
        div a0, a1, a2
        divu a0, a1, a2
        rem a0, a1, a2
        remu a0, a1, a2
        divw a0, a1, a2
        divuw a0, a1, a2
        remw a0, a1, a2
        remuw a0, a1, a2
                                /* 8 * 32 = 256 */
END                             /* 2 and 500 */

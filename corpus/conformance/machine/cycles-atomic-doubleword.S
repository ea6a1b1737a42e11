/* rvrelay case 1
 * title: Atomics of doublewords cost 3
 * expect: exit 0
 * expect-cycles: 536
 */
#include "../check.h"

BEGIN
        lui a1, 0x20            /* 1 */
        lr.d a0, (a1)
        sc.d a0, a2, (a1)
        amoswap.d a0, a2, (a1)
        amoadd.d a0, a2, (a1)
        amoxor.d a0, a2, (a1)
        amoand.d a0, a2, (a1)
        amoor.d a0, a2, (a1)
        amomin.d a0, a2, (a1)
        amomax.d a0, a2, (a1)
        amominu.d a0, a2, (a1)
        amomaxu.d a0, a2, (a1)
                                /* 11 * 3 = 33 */
END                             /* 2 and 500 */

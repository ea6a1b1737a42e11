/* rvrelay case 1
 * title: Atomics of words cost 4
 * expect: exit 0
 * expect-cycles: 547
 */
#include "../check.h"

BEGIN
        lui a1, 0x20            /* 1 */
        lr.w a0, (a1)
        sc.w a0, a2, (a1)
        amoswap.w a0, a2, (a1)
        amoadd.w a0, a2, (a1)
        amoxor.w a0, a2, (a1)
        amoand.w a0, a2, (a1)
        amoor.w a0, a2, (a1)
        amomin.w a0, a2, (a1)
        amomax.w a0, a2, (a1)
        amominu.w a0, a2, (a1)
        amomaxu.w a0, a2, (a1)
                                /* 11 * 4 = 44 */
END                             /* 2 and 500 */

/* rvrelay case 1
 * title: EBREAK and C.EBREAK cost 500
 * expect: exit 0
 * expect-cycles: 1502
 */
#include "../check.h"

BEGIN
        ebreak                  /* 500 */
        .option rvc
        c.ebreak                /* 500 */
        .option norvc
END                             /* 2 and 500 */

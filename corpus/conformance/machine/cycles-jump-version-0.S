/* rvrelay case 1
 * title: Jumps cost 3, in version 0 too
 * version: 0
 * expect: exit 0
 * expect-cycles: 516
 */
#include "../check.h"

BEGIN
        jal a0, 1f              /* 3 */
1:      jal x0, 1f              /* 3 */
1:      auipc a1, 0             /* 1 */
        jalr a0, 8(a1)          /* 3 */
        auipc a1, 0             /* 1 */
        jalr x0, 8(a1)          /* 3 */
END                             /* 2 and 500 */

/* rvrelay case 1
 * title: Fences cost 1
 * expect: exit 0
 * expect-cycles: 505
 */
#include "../check.h"

BEGIN
        fence                   /* 1 */
        fence.i                 /* 1 */
        fence.tso               /* 1 */
END                             /* 2 and 500 */

/* rvrelay case 1
 * title: FENCE.I changes nothing
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcdef
        fence.i
        CHECK(1, a0, 0x0123456789abcdef)
        CHECK(2, x0, 0)
END

/* rvrelay case 1
 * title: EBREAK changes nothing where no debugger is there
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcdef
        li a7, 93
        ebreak
        CHECK(1, a0, 0x0123456789abcdef)
        CHECK(2, a7, 93)
        CHECK(3, x0, 0)
END

/* rvrelay case 1
 * title: C.EBREAK changes nothing where no debugger is there
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcdef
        .option rvc
        c.ebreak
        .option norvc
        CHECK(1, a0, 0x0123456789abcdef)
        CHECK(2, x0, 0)
END

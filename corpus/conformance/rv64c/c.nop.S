/* rvrelay case 1
 * title: C.NOP changes nothing and goes on two bytes further
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcdef
        jal a1, 1f
1:      .option rvc
        c.nop
        .option norvc
        auipc a2, 0
        sub a2, a2, a1
        CHECK(1, a0, 0x0123456789abcdef)
        CHECK(2, x0, 0)
        CHECK(3, a2, 2)
END

/* rvrelay case 1
 * title: C.SRLI64, a shift by 0, does nothing in every version
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x8123456789abcdef
        li s0, -1
        .option rvc
        c.srli64 a0
        c.srli64 s0
        .option norvc
        CHECK(1, a0, 0x8123456789abcdef)
        CHECK(2, s0, -1)
END

/* rvrelay case 1
 * title: Without arguments sp is 16 below the end of memory, where all is zero
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x400000 - 16)
        ld a0, 0(sp)
        CHECK(2, a0, 0)
        ld a0, 8(sp)
        CHECK(3, a0, 0)
END

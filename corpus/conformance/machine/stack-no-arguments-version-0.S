/* rvrelay case 1
 * title: Without arguments sp of version 0 is 8 below the end of memory, where argc is 0
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x400000 - 8)
        lw a0, 0(sp)
        CHECK(2, a0, 0)
END

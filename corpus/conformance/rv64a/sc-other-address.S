/* rvrelay case 1
 * title: SC fails at every address but the reserved one, even inside the reserved bytes
 * expect: exit 0
 */
#include "../check.h"

#define OTHER(n, lr, sc, offset) la a1, cell; lr a0, (a1); addi a1, a1, offset; sc a0, x0, (a1); CHECK(n, a0, 1)

BEGIN
        SET_CELL(0x7766554433221100, 0xffeeddccbbaa9988)
OTHER(1, lr.d, sc.d, 8)
OTHER(2, lr.d, sc.w, 4)
OTHER(3, lr.d, sc.d, 1)
OTHER(4, lr.w, sc.w, 4)
OTHER(5, lr.w, sc.w, 1)
OTHER(6, lr.w, sc.w, 8)
        CHECK_CELL(7, 0x7766554433221100, 0xffeeddccbbaa9988)
END

CELL

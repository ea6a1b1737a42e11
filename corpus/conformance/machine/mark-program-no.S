/* rvrelay case 1
 * title: A program runs the same where its pages are not tracked as pages of its file
 * mark-program: no
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD(1, ld, value, 0, 0x0123456789abcdef)
        la a1, value
        sd x0, 0(a1)
LOAD(2, ld, value, 0, 0)
END

        .data
value:  .dword 0x0123456789abcdef

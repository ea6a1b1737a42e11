/* rvrelay case 1
 * title: LR works on an executable page
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        lla a1, code
        lr.d a0, (a1)
        CHECK(1, a0, 0x0123456789abcdef)
END
        .balign 8
code:   .dword 0x0123456789abcdef

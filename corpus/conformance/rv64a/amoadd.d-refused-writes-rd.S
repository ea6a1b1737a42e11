/* rvrelay case 1
 * title: AMOADD.D whose store is refused has written rd with the old value
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-register: a0 0x1122334455667788
 */
#include "../check.h"

BEGIN
        li a0, 7
        lla a1, word
        amoadd.d a0, x0, (a1)
        NEVER(1)

        .balign 8
word:   .dword 0x1122334455667788

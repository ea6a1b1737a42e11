/* rvrelay case 1
 * title: AMOADD.W whose store is refused has written rd with the old value
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-register: a0 0x11223344
 */
#include "../check.h"

BEGIN
        li a0, 7
        lla a1, word
        amoadd.w a0, x0, (a1)
        NEVER(1)

        .balign 8
word:   .word 0x11223344

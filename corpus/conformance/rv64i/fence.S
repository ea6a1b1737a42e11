/* rvrelay case 1
 * title: FENCE with every field and FENCE.TSO and PAUSE change nothing
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x0123456789abcdef
        fence
        fence rw, rw
        fence r, w
        fence i, o
        fence.tso
        .word 0x0100000f                /* PAUSE */
        .word 0x0000000f                /* no predecessors, no successors */
        .word 0xfff0000f                /* every bit of fm, pred and succ */
        .word 0x7000000f                /* a reserved fm */
        CHECK(1, a0, 0x0123456789abcdef)
        CHECK(2, x0, 0)
END

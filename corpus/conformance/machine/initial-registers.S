/* rvrelay case 1
 * title: A program starts with every register 0 but sp
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        bnez x0, 1f
        bnez x1, 1f
        bnez x3, 1f
        bnez x4, 1f
        bnez x5, 1f
        bnez x6, 1f
        bnez x7, 1f
        bnez x8, 1f
        bnez x9, 1f
        bnez x10, 1f
        bnez x11, 1f
        bnez x12, 1f
        bnez x13, 1f
        bnez x14, 1f
        bnez x15, 1f
        bnez x16, 1f
        bnez x17, 1f
        bnez x18, 1f
        bnez x19, 1f
        bnez x20, 1f
        bnez x21, 1f
        bnez x22, 1f
        bnez x23, 1f
        bnez x24, 1f
        bnez x25, 1f
        bnez x26, 1f
        bnez x27, 1f
        bnez x28, 1f
        bnez x29, 1f
        bnez x30, 1f
        bnez x31, 1f
END
1:      NEVER(1)

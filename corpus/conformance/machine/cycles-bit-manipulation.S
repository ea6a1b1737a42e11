/* rvrelay case 1
 * title: Bit manipulation costs 1, carry-less multiplication too
 * expect: exit 0
 * expect-cycles: 545
 */
#include "../check.h"

BEGIN
        add.uw a0, a1, a2
        sh1add a0, a1, a2
        sh2add a0, a1, a2
        sh3add a0, a1, a2
        sh1add.uw a0, a1, a2
        sh2add.uw a0, a1, a2
        sh3add.uw a0, a1, a2
        andn a0, a1, a2
        orn a0, a1, a2
        xnor a0, a1, a2
        min a0, a1, a2
        minu a0, a1, a2
        max a0, a1, a2
        maxu a0, a1, a2
        rol a0, a1, a2
        ror a0, a1, a2
        rolw a0, a1, a2
        rorw a0, a1, a2
        clmul a0, a1, a2
        clmulh a0, a1, a2
        clmulr a0, a1, a2
        bclr a0, a1, a2
        bset a0, a1, a2
        binv a0, a1, a2
        bext a0, a1, a2
        slli.uw a0, a1, 5
        rori a0, a1, 5
        roriw a0, a1, 5
        bclri a0, a1, 5
        bseti a0, a1, 5
        binvi a0, a1, 5
        bexti a0, a1, 5
        clz a0, a1
        ctz a0, a1
        cpop a0, a1
        clzw a0, a1
        ctzw a0, a1
        cpopw a0, a1
        sext.b a0, a1
        sext.h a0, a1
        zext.h a0, a1
        orc.b a0, a1
        rev8 a0, a1
                                /* 43 */
END                             /* 2 and 500 */

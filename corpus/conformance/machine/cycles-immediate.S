/* rvrelay case 1
 * title: Immediate instructions, LUI and AUIPC cost 1
 * expect: exit 0
 * expect-cycles: 517
 */
#include "../check.h"

BEGIN
        addi a0, a1, 5
        slti a0, a1, 5
        sltiu a0, a1, 5
        xori a0, a1, 5
        ori a0, a1, 5
        andi a0, a1, 5
        slli a0, a1, 5
        srli a0, a1, 5
        srai a0, a1, 5
        addiw a0, a1, 5
        slliw a0, a1, 5
        srliw a0, a1, 5
        sraiw a0, a1, 5
        lui a0, 5
        auipc a0, 5
                                /* 15 */
END                             /* 2 and 500 */

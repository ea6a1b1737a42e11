/* rvrelay case 1
 * title: Register instructions cost 1
 * expect: exit 0
 * expect-cycles: 517
 */
#include "../check.h"

BEGIN
        add a0, a1, a2
        sub a0, a1, a2
        sll a0, a1, a2
        slt a0, a1, a2
        sltu a0, a1, a2
        xor a0, a1, a2
        srl a0, a1, a2
        sra a0, a1, a2
        or a0, a1, a2
        and a0, a1, a2
        addw a0, a1, a2
        subw a0, a1, a2
        sllw a0, a1, a2
        srlw a0, a1, a2
        sraw a0, a1, a2
                                /* 15 */
END                             /* 2 and 500 */

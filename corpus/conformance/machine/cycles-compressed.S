/* rvrelay case 1
 * title: Compressed instructions and HINTs cost what they stand for
 * expect: exit 0
 * expect-cycles: 565
 */
#include "../check.h"

BEGIN
        .option rvc
        c.addi a0, 1
        c.addiw a0, 1
        c.li a0, 1
        c.lui a0, 1
        c.addi16sp sp, 16
        c.addi4spn a0, sp, 16
        c.srli a0, 1
        c.srai a0, 1
        c.andi a0, 1
        c.sub a0, a1
        c.xor a0, a1
        c.or a0, a1
        c.and a0, a1
        c.subw a0, a1
        c.addw a0, a1
        c.slli a0, 1
        c.mv a0, a1
        c.add a0, a1
        c.nop
        c.srli64 a0
        c.slli64 a0
                                /* 21 */
        lui sp, 0x20            /* 1: two bytes less cost no less */
        c.swsp a0, 0(sp)        /* 3 */
        c.sdsp a0, 0(sp)        /* 2 */
        c.lwsp a0, 0(sp)        /* 3 */
        c.ldsp a0, 0(sp)        /* 2 */
        c.mv a1, sp             /* 1 */
        c.sw a0, 0(a1)          /* 3 */
        c.sd a0, 0(a1)          /* 2 */
        c.lw a0, 0(a1)          /* 3 */
        c.ld a0, 0(a1)          /* 2 */
        c.j 1f                  /* 3 */
1:      c.li a1, 0              /* 1 */
        c.beqz a1, 1f           /* 3 */
1:      c.bnez a1, 1f           /* 3 */
1:      auipc a1, 0             /* 1 */
        c.addi a1, 8            /* 1 */
        c.jr a1                 /* 3 */
        auipc a1, 0             /* 1: 8 behind the other AUIPC */
        c.addi a1, 8            /* 1 */
        c.jalr a1               /* 3 */
        .option norvc
END                             /* 2 and 500 */

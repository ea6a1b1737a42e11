/* rvrelay case 1
 * title: A compressed instruction is followed by the one two bytes behind it, whatever it is
 * expect: exit 0
 */
#include "../check.h"

/* Runs an instruction, then adds 1 and 2 to s0: one of them is lost if it counts as four bytes. */
#define NEXT(n, ...) li s0, 0; .option rvc; __VA_ARGS__; c.addi s0, 1; c.addi s0, 2; .option norvc; CHECK(n, s0, 3)

BEGIN
        li a1, 1
        li a2, 0
        lla sp, cell
        lla a3, cell
NEXT( 1, c.nop)
NEXT( 2, c.addi a0, 1)
NEXT( 3, c.addiw a0, 1)
NEXT( 4, c.li a0, 1)
NEXT( 5, c.lui a0, 1)
NEXT( 6, c.addi4spn a0, sp, 4)
NEXT( 7, c.srli a0, 1)
NEXT( 8, c.srai a0, 1)
NEXT( 9, c.slli a0, 1)
NEXT(10, c.andi a0, 1)
NEXT(11, c.mv a0, a1)
NEXT(12, c.add a0, a1)
NEXT(13, c.subw a0, a1)
NEXT(14, c.lw a0, 0(a3))
NEXT(15, c.ld a0, 0(a3))
NEXT(16, c.sw a0, 0(a3))
NEXT(17, c.sd a0, 0(a3))
NEXT(18, c.lwsp a0, 0(sp))
NEXT(19, c.ldsp a0, 0(sp))
NEXT(20, c.swsp a0, 0(sp))
NEXT(21, c.sdsp a0, 0(sp))
NEXT(22, c.beqz a1, . + 4)
NEXT(23, c.bnez a2, . + 4)
NEXT(24, c.beqz a2, . + 2)
NEXT(25, c.j . + 2)
NEXT(26, c.ebreak)
NEXT(27, c.srli64 a0)
NEXT(28, .half 0x4015)
NEXT(29, c.addi16sp sp, 16)
END

CELL

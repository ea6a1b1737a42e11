/* rvrelay case 1
 * title: ADDI adds a sign-extended 12-bit immediate
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
RI(1, addi, 0,  0,  0)
RI(2, addi, 1,  1,  2)
RI(3, addi, 3,  7,  10)
RI(4, addi, 7,  -3, 4)
RI(5, addi, -1, 1,  0)
RI(6, addi, 1,  -1, 0)
RI(7, addi, 0,  -1, -1)

/* both ends of the immediate */
RI( 8, addi, 0,                  2047,  2047)
RI( 9, addi, 0,                  -2048, -2048)
RI(10, addi, 1,                  2047,  2048)
RI(11, addi, -1,                 -2048, -2049)
RI(12, addi, 0x0123456789abcdef, 2047,  0x0123456789abd5ee)
RI(13, addi, 0x0123456789abcdef, -2048, 0x0123456789abc5ef)

/* what leaves bit 63 is lost */
RI(14, addi, 0x7fffffffffffffff, 1,     0x8000000000000000)
RI(15, addi, 0x8000000000000000, -1,    0x7fffffffffffffff)
RI(16, addi, -1,                 2047,  2046)
RI(17, addi, 0x8000000000000000, -2048, 0x7ffffffffffff800)

/* bit 31 is a bit like any other */
RI(18, addi, 0x7fffffff, 1,  0x80000000)
RI(19, addi, 0x80000000, -1, 0x7fffffff)
RI(20, addi, 0xffffffff, 1,  0x0000000100000000)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(21, addi, 0x0123456789abcdef, -291, 0x0123456789abcccc)
RI_RS1_IS_X0(22, addi, -291, -291)
RI_RD_IS_X0( 23, addi, 0x0123456789abcdef, -291)
RI_IN(       24, addi, ra, t5, 0x0123456789abcdef, -291, 0x0123456789abcccc)
RI_IN(       25, addi, a6, s0, 0x0123456789abcdef, -291, 0x0123456789abcccc)
RI_IN(       26, addi, t5, sp, 0x0123456789abcdef, -291, 0x0123456789abcccc)
RI_IN(       27, addi, s11, tp, 0x0123456789abcdef, -291, 0x0123456789abcccc)

END

/* rvrelay case 1
 * title: BCLRI clears the bit of rs1 that the immediate names
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* each end of the register */
RI( 1, bclri, 0,                  0,  0)
RI( 2, bclri, 0xffffffffffffffff, 0,  0xfffffffffffffffe)
RI( 3, bclri, 1,                  0,  0)
RI( 4, bclri, 0,                  63, 0)
RI( 5, bclri, 0xffffffffffffffff, 63, 0x7fffffffffffffff)
RI( 6, bclri, 0x8000000000000000, 63, 0)
RI( 7, bclri, 0,                  31, 0)
RI( 8, bclri, 0,                  32, 0)
RI( 9, bclri, 0xffffffffffffffff, 31, 0xffffffff7fffffff)
RI(10, bclri, 0xffffffffffffffff, 32, 0xfffffffeffffffff)

/* a bit among others */
RI(11, bclri, 0x0123456789abcdef, 5,  0x0123456789abcdcf)
RI(12, bclri, 0x0123456789abcdef, 4,  0x0123456789abcdef)
RI(13, bclri, 0xfedcba9876543210, 5,  0xfedcba9876543210)
RI(14, bclri, 0xfedcba9876543210, 40, 0xfedcba9876543210)
RI(15, bclri, 0xaaaaaaaaaaaaaaaa, 1,  0xaaaaaaaaaaaaaaa8)
RI(16, bclri, 0xaaaaaaaaaaaaaaaa, 2,  0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(17, bclri, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RI_RS1_IS_X0(18, bclri, 21, 0)
RI_RD_IS_X0( 19, bclri, 0x0123456789abcdef, 21)
RI_IN(       20, bclri, ra, t5, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RI_IN(       21, bclri, a6, s0, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RI_IN(       22, bclri, t5, sp, 0x0123456789abcdef, 21, 0x01234567898bcdef)
RI_IN(       23, bclri, s11, tp, 0x0123456789abcdef, 21, 0x01234567898bcdef)

END

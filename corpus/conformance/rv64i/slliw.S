/* rvrelay case 1
 * title: SLLIW shifts the low word left by 0 to 31 and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RI(1, slliw, 0x76543210, 0,  0x76543210)
RI(2, slliw, 0x76543210, 1,  0xffffffffeca86420)
RI(3, slliw, 0x76543210, 4,  0x65432100)
RI(4, slliw, 0x76543210, 16, 0x32100000)
RI(5, slliw, 0x76543210, 31, 0)
RI(6, slliw, 0x89abcdef, 0,  0xffffffff89abcdef)
RI(7, slliw, 0x89abcdef, 1,  0x13579bde)
RI(8, slliw, 0x89abcdef, 4,  0xffffffff9abcdef0)
RI(9, slliw, 0x89abcdef, 31, 0xffffffff80000000)

/* the upper half of rs1 does not matter */
RI(10, slliw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RI(11, slliw, 0x0123456789abcdef, 4,  0xffffffff9abcdef0)
RI(12, slliw, 0xfedcba9876543210, 0,  0x76543210)
RI(13, slliw, 0xfedcba9876543210, 4,  0x65432100)
RI(14, slliw, 0xdeadbeef00000001, 31, 0xffffffff80000000)
RI(15, slliw, 0x1234567880000000, 0,  0xffffffff80000000)
RI(16, slliw, 0xffffffff00000000, 4,  0)
RI(17, slliw, 0x7fffffff80000000, 31, 0)

/* edge values */
RI(18, slliw, 0,                  31, 0)
RI(19, slliw, 1,                  31, 0xffffffff80000000)
RI(20, slliw, 0x80000000,         31, 0)
RI(21, slliw, 0x80000000,         1,  0)
RI(22, slliw, 0x7fffffff,         30, 0xffffffffc0000000)
RI(23, slliw, 0xffffffffffffffff, 1,  0xfffffffffffffffe)
RI(24, slliw, 0xffffffffffffffff, 31, 0xffffffff80000000)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(25, slliw, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RI_RS1_IS_X0(26, slliw, 20, 0)
RI_RD_IS_X0( 27, slliw, 0x0123456789abcdef, 20)
RI_IN(       28, slliw, ra, t5, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RI_IN(       29, slliw, a6, s0, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RI_IN(       30, slliw, t5, sp, 0x0123456789abcdef, 20, 0xffffffffdef00000)
RI_IN(       31, slliw, s11, tp, 0x0123456789abcdef, 20, 0xffffffffdef00000)

END

/* rvrelay case 1
 * title: SRAIW shifts the low word arithmetically by 0 to 31 and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RI(1, sraiw, 0x76543210, 0,  0x76543210)
RI(2, sraiw, 0x76543210, 1,  0x3b2a1908)
RI(3, sraiw, 0x76543210, 4,  0x7654321)
RI(4, sraiw, 0x76543210, 16, 0x7654)
RI(5, sraiw, 0x76543210, 31, 0)
RI(6, sraiw, 0x89abcdef, 0,  0xffffffff89abcdef)
RI(7, sraiw, 0x89abcdef, 1,  0xffffffffc4d5e6f7)
RI(8, sraiw, 0x89abcdef, 4,  0xfffffffff89abcde)
RI(9, sraiw, 0x89abcdef, 31, 0xffffffffffffffff)

/* the upper half of rs1 does not matter */
RI(10, sraiw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RI(11, sraiw, 0x0123456789abcdef, 4,  0xfffffffff89abcde)
RI(12, sraiw, 0xfedcba9876543210, 0,  0x76543210)
RI(13, sraiw, 0xfedcba9876543210, 4,  0x7654321)
RI(14, sraiw, 0xdeadbeef00000001, 31, 0)
RI(15, sraiw, 0x1234567880000000, 0,  0xffffffff80000000)
RI(16, sraiw, 0xffffffff00000000, 4,  0)
RI(17, sraiw, 0x7fffffff80000000, 31, 0xffffffffffffffff)

/* edge values */
RI(18, sraiw, 0,                  31, 0)
RI(19, sraiw, 1,                  31, 0)
RI(20, sraiw, 0x80000000,         31, 0xffffffffffffffff)
RI(21, sraiw, 0x80000000,         1,  0xffffffffc0000000)
RI(22, sraiw, 0x7fffffff,         30, 1)
RI(23, sraiw, 0xffffffffffffffff, 1,  0xffffffffffffffff)
RI(24, sraiw, 0xffffffffffffffff, 31, 0xffffffffffffffff)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(25, sraiw, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RI_RS1_IS_X0(26, sraiw, 20, 0)
RI_RD_IS_X0( 27, sraiw, 0x0123456789abcdef, 20)
RI_IN(       28, sraiw, ra, t5, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RI_IN(       29, sraiw, a6, s0, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RI_IN(       30, sraiw, t5, sp, 0x0123456789abcdef, 20, 0xfffffffffffff89a)
RI_IN(       31, sraiw, s11, tp, 0x0123456789abcdef, 20, 0xfffffffffffff89a)

END

/* rvrelay case 1
 * title: SRLIW shifts the low word right by 0 to 31, fills with zeros and sign-extends
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 31 */
RI(1, srliw, 0x76543210, 0,  0x76543210)
RI(2, srliw, 0x76543210, 1,  0x3b2a1908)
RI(3, srliw, 0x76543210, 4,  0x7654321)
RI(4, srliw, 0x76543210, 16, 0x7654)
RI(5, srliw, 0x76543210, 31, 0)
RI(6, srliw, 0x89abcdef, 0,  0xffffffff89abcdef)
RI(7, srliw, 0x89abcdef, 1,  0x44d5e6f7)
RI(8, srliw, 0x89abcdef, 4,  0x89abcde)
RI(9, srliw, 0x89abcdef, 31, 1)

/* the upper half of rs1 does not matter */
RI(10, srliw, 0x0123456789abcdef, 0,  0xffffffff89abcdef)
RI(11, srliw, 0x0123456789abcdef, 4,  0x89abcde)
RI(12, srliw, 0xfedcba9876543210, 0,  0x76543210)
RI(13, srliw, 0xfedcba9876543210, 4,  0x7654321)
RI(14, srliw, 0xdeadbeef00000001, 31, 0)
RI(15, srliw, 0x1234567880000000, 0,  0xffffffff80000000)
RI(16, srliw, 0xffffffff00000000, 4,  0)
RI(17, srliw, 0x7fffffff80000000, 31, 1)

/* edge values */
RI(18, srliw, 0,                  31, 0)
RI(19, srliw, 1,                  31, 0)
RI(20, srliw, 0x80000000,         31, 1)
RI(21, srliw, 0x80000000,         1,  0x40000000)
RI(22, srliw, 0x7fffffff,         30, 1)
RI(23, srliw, 0xffffffffffffffff, 1,  0x7fffffff)
RI(24, srliw, 0xffffffffffffffff, 31, 1)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(25, srliw, 0x0123456789abcdef, 20, 0x89a)
RI_RS1_IS_X0(26, srliw, 20, 0)
RI_RD_IS_X0( 27, srliw, 0x0123456789abcdef, 20)
RI_IN(       28, srliw, ra, t5, 0x0123456789abcdef, 20, 0x89a)
RI_IN(       29, srliw, a6, s0, 0x0123456789abcdef, 20, 0x89a)
RI_IN(       30, srliw, t5, sp, 0x0123456789abcdef, 20, 0x89a)
RI_IN(       31, srliw, s11, tp, 0x0123456789abcdef, 20, 0x89a)

END

/* rvrelay case 1
 * title: SEXT.H sign-extends the low halfword
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* within the lower bits */
R(1, sext.h, 0,      0)
R(2, sext.h, 1,      1)
R(3, sext.h, 0x7f,   0x7f)
R(4, sext.h, 0x7fff, 0x7fff)

/* the sign bit */
R(5, sext.h, 0x80,   0x80)
R(6, sext.h, 0xff,   0xff)
R(7, sext.h, 0x8000, 0xffffffffffff8000)
R(8, sext.h, 0xffff, 0xffffffffffffffff)

/* what lies above does not matter */
R( 9, sext.h, 0x100,              0x100)
R(10, sext.h, 0x17f,              0x17f)
R(11, sext.h, 0xffffffffffffff00, 0xffffffffffffff00)
R(12, sext.h, 0x10000,            0)
R(13, sext.h, 0xffffffffffff0000, 0)
R(14, sext.h, 0xdeadbeef12347fff, 0x7fff)
R(15, sext.h, 0xdeadbeef12348000, 0xffffffffffff8000)
R(16, sext.h, 0x0123456789abcdef, 0xffffffffffffcdef)
R(17, sext.h, 0xfedcba9876543210, 0x3210)
R(18, sext.h, 0xffffffffffffffff, 0xffffffffffffffff)
R(19, sext.h, 0x8000000000000000, 0)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(20, sext.h, 0x0123456789abcdef, 0xffffffffffffcdef)
R_RS1_IS_X0(21, sext.h, 0)
R_RD_IS_X0( 22, sext.h, 0x0123456789abcdef)
R_IN(       23, sext.h, ra, t5, 0x0123456789abcdef, 0xffffffffffffcdef)
R_IN(       24, sext.h, a6, s0, 0x0123456789abcdef, 0xffffffffffffcdef)
R_IN(       25, sext.h, t5, sp, 0x0123456789abcdef, 0xffffffffffffcdef)
R_IN(       26, sext.h, s11, tp, 0x0123456789abcdef, 0xffffffffffffcdef)

END

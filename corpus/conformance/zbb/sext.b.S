/* rvrelay case 1
 * title: SEXT.B sign-extends the low byte
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* within the lower bits */
R(1, sext.b, 0,      0)
R(2, sext.b, 1,      1)
R(3, sext.b, 0x7f,   0x7f)
R(4, sext.b, 0x7fff, 0xffffffffffffffff)

/* the sign bit */
R(5, sext.b, 0x80,   0xffffffffffffff80)
R(6, sext.b, 0xff,   0xffffffffffffffff)
R(7, sext.b, 0x8000, 0)
R(8, sext.b, 0xffff, 0xffffffffffffffff)

/* what lies above does not matter */
R( 9, sext.b, 0x100,              0)
R(10, sext.b, 0x17f,              0x7f)
R(11, sext.b, 0xffffffffffffff00, 0)
R(12, sext.b, 0x10000,            0)
R(13, sext.b, 0xffffffffffff0000, 0)
R(14, sext.b, 0xdeadbeef12347fff, 0xffffffffffffffff)
R(15, sext.b, 0xdeadbeef12348000, 0)
R(16, sext.b, 0x0123456789abcdef, 0xffffffffffffffef)
R(17, sext.b, 0xfedcba9876543210, 0x10)
R(18, sext.b, 0xffffffffffffffff, 0xffffffffffffffff)
R(19, sext.b, 0x8000000000000000, 0)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(20, sext.b, 0x0123456789abcdef, 0xffffffffffffffef)
R_RS1_IS_X0(21, sext.b, 0)
R_RD_IS_X0( 22, sext.b, 0x0123456789abcdef)
R_IN(       23, sext.b, ra, t5, 0x0123456789abcdef, 0xffffffffffffffef)
R_IN(       24, sext.b, a6, s0, 0x0123456789abcdef, 0xffffffffffffffef)
R_IN(       25, sext.b, t5, sp, 0x0123456789abcdef, 0xffffffffffffffef)
R_IN(       26, sext.b, s11, tp, 0x0123456789abcdef, 0xffffffffffffffef)

END

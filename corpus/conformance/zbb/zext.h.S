/* rvrelay case 1
 * title: ZEXT.H zero-extends the low halfword
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* within the lower bits */
R(1, zext.h, 0,      0)
R(2, zext.h, 1,      1)
R(3, zext.h, 0x7f,   0x7f)
R(4, zext.h, 0x7fff, 0x7fff)

/* the sign bit */
R(5, zext.h, 0x80,   0x80)
R(6, zext.h, 0xff,   0xff)
R(7, zext.h, 0x8000, 0x8000)
R(8, zext.h, 0xffff, 0xffff)

/* what lies above does not matter */
R( 9, zext.h, 0x100,              0x100)
R(10, zext.h, 0x17f,              0x17f)
R(11, zext.h, 0xffffffffffffff00, 0xff00)
R(12, zext.h, 0x10000,            0)
R(13, zext.h, 0xffffffffffff0000, 0)
R(14, zext.h, 0xdeadbeef12347fff, 0x7fff)
R(15, zext.h, 0xdeadbeef12348000, 0x8000)
R(16, zext.h, 0x0123456789abcdef, 0xcdef)
R(17, zext.h, 0xfedcba9876543210, 0x3210)
R(18, zext.h, 0xffffffffffffffff, 0xffff)
R(19, zext.h, 0x8000000000000000, 0)

/* which registers: shared, x0, and others */
R_RD_IS_RS1(20, zext.h, 0x0123456789abcdef, 0xcdef)
R_RS1_IS_X0(21, zext.h, 0)
R_RD_IS_X0( 22, zext.h, 0x0123456789abcdef)
R_IN(       23, zext.h, ra, t5, 0x0123456789abcdef, 0xcdef)
R_IN(       24, zext.h, a6, s0, 0x0123456789abcdef, 0xcdef)
R_IN(       25, zext.h, t5, sp, 0x0123456789abcdef, 0xcdef)
R_IN(       26, zext.h, s11, tp, 0x0123456789abcdef, 0xcdef)

END

/* rvrelay case 1
 * title: ADDIW adds an immediate to the low word and sign-extends the sum
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
RI(1, addiw, 0,  0,  0)
RI(2, addiw, 1,  1,  2)
RI(3, addiw, 7,  -3, 4)
RI(4, addiw, -1, 1,  0)
RI(5, addiw, 0,  -1, -1)

/* both ends of the immediate */
RI(6, addiw, 0,                  2047,  2047)
RI(7, addiw, 0,                  -2048, -2048)
RI(8, addiw, 0x0123456789abcdef, 2047,  0xffffffff89abd5ee)
RI(9, addiw, 0x0123456789abcdef, -2048, 0xffffffff89abc5ef)

/* bit 31 of the sum is its sign */
RI(10, addiw, 0x7fffffff, 1,    0xffffffff80000000)
RI(11, addiw, 0x80000000, -1,   0x7fffffff)
RI(12, addiw, 0x80000000, 0,    0xffffffff80000000)
RI(13, addiw, 0xffffffff, 1,    0)
RI(14, addiw, 0xffffffff, 0,    -1)
RI(15, addiw, 0x7ffff801, 2047, 0xffffffff80000000)

/* the upper half of rs1 does not matter */
RI(16, addiw, 0xdeadbeef00000001, 1,  2)
RI(17, addiw, 0x0000000100000000, -1, -1)
RI(18, addiw, 0xffffffff7fffffff, 0,  0x7fffffff)
RI(19, addiw, 0xfedcba9876543210, 0,  0x76543210)
RI(20, addiw, 0x8000000000000000, 0,  0)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(21, addiw, 0x0123456789abcdef, -291, 0xffffffff89abcccc)
RI_RS1_IS_X0(22, addiw, -291, -291)
RI_RD_IS_X0( 23, addiw, 0x0123456789abcdef, -291)
RI_IN(       24, addiw, ra, t5, 0x0123456789abcdef, -291, 0xffffffff89abcccc)
RI_IN(       25, addiw, a6, s0, 0x0123456789abcdef, -291, 0xffffffff89abcccc)
RI_IN(       26, addiw, t5, sp, 0x0123456789abcdef, -291, 0xffffffff89abcccc)
RI_IN(       27, addiw, s11, tp, 0x0123456789abcdef, -291, 0xffffffff89abcccc)

END

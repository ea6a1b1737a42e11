/* rvrelay case 1
 * title: C.ADDW adds the low words and sign-extends the sum
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
C_RR(1, c.addw, a0, a1, 0,  0,  0)
C_RR(2, c.addw, a0, a1, 1,  1,  2)
C_RR(3, c.addw, a0, a1, 3,  7,  10)
C_RR(4, c.addw, a0, a1, -1, 1,  0)
C_RR(5, c.addw, a0, a1, 1,  -1, 0)
C_RR(6, c.addw, a0, a1, -1, -1, -2)

/* bit 31 of the sum is its sign */
C_RR( 7, c.addw, a0, a1, 0x7fffffff, 1,          0xffffffff80000000)
C_RR( 8, c.addw, a0, a1, 0x7fffffff, 0x7fffffff, -2)
C_RR( 9, c.addw, a0, a1, 0x80000000, -1,         0x7fffffff)
C_RR(10, c.addw, a0, a1, 0x80000000, 0x80000000, 0)
C_RR(11, c.addw, a0, a1, 0xffffffff, 1,          0)
C_RR(12, c.addw, a0, a1, 0x40000000, 0x40000000, 0xffffffff80000000)

/* upper halves do not matter */
C_RR(13, c.addw, a0, a1, 0xdeadbeef00000001, 0x1234567800000002, 3)
C_RR(14, c.addw, a0, a1, 0x7fffffff7fffffff, 1,                  0xffffffff80000000)
C_RR(15, c.addw, a0, a1, 0x8000000000000000, 0x8000000000000000, 0)
C_RR(16, c.addw, a0, a1, 0x7fffffffffffffff, 1,                  0)
C_RR(17, c.addw, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, -1)
C_RR(18, c.addw, a0, a1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, -1)

/* every register, and the same one twice */
C_RR(     19, c.addw, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, -1)
C_RR(     20, c.addw, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, -2)
C_RR(     21, c.addw, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, -3)
C_RR(     22, c.addw, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, -4)
C_RR(     23, c.addw, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, -5)
C_RR(     24, c.addw, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, -6)
C_RR(     25, c.addw, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, -7)
C_RR(     26, c.addw, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, -8)
C_RR_SAME(27, c.addw, a3, 0xfedcba9876543210, 0xffffffffeca86420)

END

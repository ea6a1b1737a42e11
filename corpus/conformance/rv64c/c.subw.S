/* rvrelay case 1
 * title: C.SUBW subtracts the low words and sign-extends the difference
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small differences */
C_RR(1, c.subw, a0, a1, 0, 0,  0)
C_RR(2, c.subw, a0, a1, 1, 1,  0)
C_RR(3, c.subw, a0, a1, 7, 3,  4)
C_RR(4, c.subw, a0, a1, 3, 7,  -4)
C_RR(5, c.subw, a0, a1, 0, 1,  -1)
C_RR(6, c.subw, a0, a1, 0, -1, 1)

/* bit 31 of the difference is its sign */
C_RR( 7, c.subw, a0, a1, 0x80000000,         1,          0x7fffffff)
C_RR( 8, c.subw, a0, a1, 0x7fffffff,         -1,         0xffffffff80000000)
C_RR( 9, c.subw, a0, a1, 0,                  0x80000000, 0xffffffff80000000)
C_RR(10, c.subw, a0, a1, 0x80000000,         0x80000000, 0)
C_RR(11, c.subw, a0, a1, 0x0000000100000000, 1,          -1)

/* upper halves do not matter */
C_RR(12, c.subw, a0, a1, 0xdeadbeef00000005, 0x1234567800000002, 3)
C_RR(13, c.subw, a0, a1, 0x1234567800000002, 0xdeadbeef00000005, -3)
C_RR(14, c.subw, a0, a1, 0x8000000000000000, 1,                  -1)
C_RR(15, c.subw, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
C_RR(16, c.subw, a0, a1, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x55555555)

/* every register, and the same one twice */
C_RR(     17, c.subw, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0x13579bdf)
C_RR(     18, c.subw, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, 0x13579be0)
C_RR(     19, c.subw, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, 0x13579be1)
C_RR(     20, c.subw, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, 0x13579be2)
C_RR(     21, c.subw, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, 0x13579be3)
C_RR(     22, c.subw, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, 0x13579be4)
C_RR(     23, c.subw, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, 0x13579be5)
C_RR(     24, c.subw, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, 0x13579be6)
C_RR_SAME(25, c.subw, a3, 0xfedcba9876543210, 0)

END

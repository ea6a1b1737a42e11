/* rvrelay case 1
 * title: C.XOR of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
C_RR(1, c.xor, a0, a1, 0,                  0,                  0)
C_RR(2, c.xor, a0, a1, 0,                  0xffffffffffffffff, 0xffffffffffffffff)
C_RR(3, c.xor, a0, a1, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
C_RR(4, c.xor, a0, a1, 0xffffffffffffffff, 0xffffffffffffffff, 0)
C_RR(5, c.xor, a0, a1, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xf00ff00ff00ff00f)
C_RR(6, c.xor, a0, a1, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0xf00ff00ff00ff00f)

/* alternating bits */
C_RR( 7, c.xor, a0, a1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff)
C_RR( 8, c.xor, a0, a1, 0x5555555555555555, 0x5555555555555555, 0)
C_RR( 9, c.xor, a0, a1, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0x5555555555555555)
C_RR(10, c.xor, a0, a1, 0xaaaaaaaaaaaaaaaa, 0,                  0xaaaaaaaaaaaaaaaa)

/* single bits and mixed values */
C_RR(11, c.xor, a0, a1, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
C_RR(12, c.xor, a0, a1, 0x8000000000000000, 0xffffffffffffffff, 0x7fffffffffffffff)
C_RR(13, c.xor, a0, a1, 1,                  3,                  2)
C_RR(14, c.xor, a0, a1, 0x80000000,         0xffffffff80000000, 0xffffffff00000000)
C_RR(15, c.xor, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
C_RR(16, c.xor, a0, a1, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0xfe23ba6776ab32ef)

/* every register, and the same one twice */
C_RR(     17, c.xor, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
C_RR(     18, c.xor, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, 0xffffffffffffffe0)
C_RR(     19, c.xor, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, 0xffffffffffffffe1)
C_RR(     20, c.xor, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, 0xffffffffffffffe2)
C_RR(     21, c.xor, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, 0xffffffffffffffe3)
C_RR(     22, c.xor, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, 0xffffffffffffffe4)
C_RR(     23, c.xor, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, 0xffffffffffffffe5)
C_RR(     24, c.xor, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, 0xffffffffffffffe6)
C_RR_SAME(25, c.xor, a3, 0xfedcba9876543210, 0)

END

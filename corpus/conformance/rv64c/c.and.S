/* rvrelay case 1
 * title: C.AND of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
C_RR(1, c.and, a0, a1, 0,                  0,                  0)
C_RR(2, c.and, a0, a1, 0,                  0xffffffffffffffff, 0)
C_RR(3, c.and, a0, a1, 0xffffffffffffffff, 0,                  0)
C_RR(4, c.and, a0, a1, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
C_RR(5, c.and, a0, a1, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0x0f000f000f000f00)
C_RR(6, c.and, a0, a1, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0x00f000f000f000f0)

/* alternating bits */
C_RR( 7, c.and, a0, a1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0)
C_RR( 8, c.and, a0, a1, 0x5555555555555555, 0x5555555555555555, 0x5555555555555555)
C_RR( 9, c.and, a0, a1, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xaaaaaaaaaaaaaaaa)
C_RR(10, c.and, a0, a1, 0xaaaaaaaaaaaaaaaa, 0,                  0)

/* single bits and mixed values */
C_RR(11, c.and, a0, a1, 0x8000000000000000, 0x7fffffffffffffff, 0)
C_RR(12, c.and, a0, a1, 0x8000000000000000, 0xffffffffffffffff, 0x8000000000000000)
C_RR(13, c.and, a0, a1, 1,                  3,                  1)
C_RR(14, c.and, a0, a1, 0x80000000,         0xffffffff80000000, 0x80000000)
C_RR(15, c.and, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0)
C_RR(16, c.and, a0, a1, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0x010045008900cd00)

/* every register, and the same one twice */
C_RR(     17, c.and, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0)
C_RR(     18, c.and, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, 0xf)
C_RR(     19, c.and, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, 0xe)
C_RR(     20, c.and, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, 0xd)
C_RR(     21, c.and, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, 0xc)
C_RR(     22, c.and, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, 0xb)
C_RR(     23, c.and, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, 0xa)
C_RR(     24, c.and, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, 9)
C_RR_SAME(25, c.and, a3, 0xfedcba9876543210, 0xfedcba9876543210)

END

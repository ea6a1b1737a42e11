/* rvrelay case 1
 * title: C.OR of all 64 bits
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* every pair of bits */
C_RR(1, c.or, a0, a1, 0,                  0,                  0)
C_RR(2, c.or, a0, a1, 0,                  0xffffffffffffffff, 0xffffffffffffffff)
C_RR(3, c.or, a0, a1, 0xffffffffffffffff, 0,                  0xffffffffffffffff)
C_RR(4, c.or, a0, a1, 0xffffffffffffffff, 0xffffffffffffffff, 0xffffffffffffffff)
C_RR(5, c.or, a0, a1, 0xff00ff00ff00ff00, 0x0f0f0f0f0f0f0f0f, 0xff0fff0fff0fff0f)
C_RR(6, c.or, a0, a1, 0x00ff00ff00ff00ff, 0xf0f0f0f0f0f0f0f0, 0xf0fff0fff0fff0ff)

/* alternating bits */
C_RR( 7, c.or, a0, a1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff)
C_RR( 8, c.or, a0, a1, 0x5555555555555555, 0x5555555555555555, 0x5555555555555555)
C_RR( 9, c.or, a0, a1, 0xaaaaaaaaaaaaaaaa, 0xffffffffffffffff, 0xffffffffffffffff)
C_RR(10, c.or, a0, a1, 0xaaaaaaaaaaaaaaaa, 0,                  0xaaaaaaaaaaaaaaaa)

/* single bits and mixed values */
C_RR(11, c.or, a0, a1, 0x8000000000000000, 0x7fffffffffffffff, 0xffffffffffffffff)
C_RR(12, c.or, a0, a1, 0x8000000000000000, 0xffffffffffffffff, 0xffffffffffffffff)
C_RR(13, c.or, a0, a1, 1,                  3,                  3)
C_RR(14, c.or, a0, a1, 0x80000000,         0xffffffff80000000, 0xffffffff80000000)
C_RR(15, c.or, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
C_RR(16, c.or, a0, a1, 0x0123456789abcdef, 0xff00ff00ff00ff00, 0xff23ff67ffabffef)

/* every register, and the same one twice */
C_RR(     17, c.or, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0xffffffffffffffff)
C_RR(     18, c.or, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, 0xffffffffffffffef)
C_RR(     19, c.or, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, 0xffffffffffffffef)
C_RR(     20, c.or, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, 0xffffffffffffffef)
C_RR(     21, c.or, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, 0xffffffffffffffef)
C_RR(     22, c.or, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, 0xffffffffffffffef)
C_RR(     23, c.or, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, 0xffffffffffffffef)
C_RR(     24, c.or, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, 0xffffffffffffffef)
C_RR_SAME(25, c.or, a3, 0xfedcba9876543210, 0xfedcba9876543210)

END

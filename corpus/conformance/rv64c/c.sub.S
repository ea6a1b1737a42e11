/* rvrelay case 1
 * title: C.SUB subtracts modulo 2^64
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small differences */
C_RR(1, c.sub, a0, a1, 0,                  0,                  0)
C_RR(2, c.sub, a0, a1, 1,                  1,                  0)
C_RR(3, c.sub, a0, a1, 7,                  3,                  4)
C_RR(4, c.sub, a0, a1, 3,                  7,                  -4)
C_RR(5, c.sub, a0, a1, 0,                  1,                  -1)
C_RR(6, c.sub, a0, a1, 0,                  -1,                 1)
C_RR(7, c.sub, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)

/* what leaves bit 63 is lost */
C_RR( 8, c.sub, a0, a1, 0x8000000000000000, 1,                  0x7fffffffffffffff)
C_RR( 9, c.sub, a0, a1, 0x7fffffffffffffff, -1,                 0x8000000000000000)
C_RR(10, c.sub, a0, a1, 0,                  0x8000000000000000, 0x8000000000000000)
C_RR(11, c.sub, a0, a1, 0x8000000000000000, 0x8000000000000000, 0)
C_RR(12, c.sub, a0, a1, 0x8000000000000000, 0x7fffffffffffffff, 1)

/* bit 31 is a bit like any other */
C_RR(13, c.sub, a0, a1, 0x80000000,         1,                  0x7fffffff)
C_RR(14, c.sub, a0, a1, 0x0000000100000000, 1,                  0xffffffff)
C_RR(15, c.sub, a0, a1, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x5555555555555555)

/* every register, and the same one twice */
C_RR(     16, c.sub, s0, a1, 0x0123456789abcdef, 0xfedcba9876543210, 0x02468acf13579bdf)
C_RR(     17, c.sub, s1, a2, 0x0123456789abcdef, 0xfedcba987654320f, 0x02468acf13579be0)
C_RR(     18, c.sub, a0, a3, 0x0123456789abcdef, 0xfedcba987654320e, 0x02468acf13579be1)
C_RR(     19, c.sub, a1, a4, 0x0123456789abcdef, 0xfedcba987654320d, 0x02468acf13579be2)
C_RR(     20, c.sub, a2, a5, 0x0123456789abcdef, 0xfedcba987654320c, 0x02468acf13579be3)
C_RR(     21, c.sub, a3, s0, 0x0123456789abcdef, 0xfedcba987654320b, 0x02468acf13579be4)
C_RR(     22, c.sub, a4, s1, 0x0123456789abcdef, 0xfedcba987654320a, 0x02468acf13579be5)
C_RR(     23, c.sub, a5, a0, 0x0123456789abcdef, 0xfedcba9876543209, 0x02468acf13579be6)
C_RR_SAME(24, c.sub, a3, 0xfedcba9876543210, 0)

END

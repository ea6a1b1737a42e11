/* rvrelay case 1
 * title: C.SRAI shifts right by 1 to 63 and fills with the sign
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the amount */
C_RI( 1, c.srai, a0, 0xfedcba9876543210, 1,  0xff6e5d4c3b2a1908)
C_RI( 2, c.srai, a0, 0xfedcba9876543210, 2,  0xffb72ea61d950c84)
C_RI( 3, c.srai, a0, 0xfedcba9876543210, 4,  0xffedcba987654321)
C_RI( 4, c.srai, a0, 0xfedcba9876543210, 8,  0xfffedcba98765432)
C_RI( 5, c.srai, a0, 0xfedcba9876543210, 16, 0xfffffedcba987654)
C_RI( 6, c.srai, a0, 0xfedcba9876543210, 32, 0xfffffffffedcba98)
C_RI( 7, c.srai, a0, 0xfedcba9876543210, 63, 0xffffffffffffffff)
C_RI( 8, c.srai, a0, 0xfedcba9876543210, 31, 0xfffffffffdb97530)
C_RI( 9, c.srai, a0, 0x0123456789abcdef, 4,  0x00123456789abcde)
C_RI(10, c.srai, a0, 0x7fffffffffffffff, 62, 1)

/* every register */
C_RI(11, c.srai, s0, 0x8000000000000000, 5,  0xfc00000000000000)
C_RI(12, c.srai, s1, 0x8000000000000000, 12, 0xfff8000000000000)
C_RI(13, c.srai, a0, 0x8000000000000000, 19, 0xfffff00000000000)
C_RI(14, c.srai, a1, 0x8000000000000000, 26, 0xffffffe000000000)
C_RI(15, c.srai, a2, 0x8000000000000000, 33, 0xffffffffc0000000)
C_RI(16, c.srai, a3, 0x8000000000000000, 40, 0xffffffffff800000)
C_RI(17, c.srai, a4, 0x8000000000000000, 47, 0xffffffffffff0000)
C_RI(18, c.srai, a5, 0x8000000000000000, 54, 0xfffffffffffffe00)

END

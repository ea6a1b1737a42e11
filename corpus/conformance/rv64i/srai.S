/* rvrelay case 1
 * title: SRAI shifts right by 0 to 63 and fills with the sign
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RI( 1, srai, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RI( 2, srai, 0x0123456789abcdef, 1,  0x0091a2b3c4d5e6f7)
RI( 3, srai, 0x0123456789abcdef, 4,  0x00123456789abcde)
RI( 4, srai, 0x0123456789abcdef, 31, 0x2468acf)
RI( 5, srai, 0x0123456789abcdef, 32, 0x1234567)
RI( 6, srai, 0x0123456789abcdef, 33, 0x91a2b3)
RI( 7, srai, 0x0123456789abcdef, 63, 0)
RI( 8, srai, 0xfedcba9876543210, 0,  0xfedcba9876543210)
RI( 9, srai, 0xfedcba9876543210, 1,  0xff6e5d4c3b2a1908)
RI(10, srai, 0xfedcba9876543210, 31, 0xfffffffffdb97530)
RI(11, srai, 0xfedcba9876543210, 32, 0xfffffffffedcba98)
RI(12, srai, 0xfedcba9876543210, 63, 0xffffffffffffffff)

/* edge values */
RI(13, srai, 0,                  63, 0)
RI(14, srai, 1,                  63, 0)
RI(15, srai, 1,                  0,  1)
RI(16, srai, 0x8000000000000000, 63, 0xffffffffffffffff)
RI(17, srai, 0x8000000000000000, 1,  0xc000000000000000)
RI(18, srai, 0x7fffffffffffffff, 62, 1)
RI(19, srai, 0xffffffffffffffff, 1,  0xffffffffffffffff)
RI(20, srai, 0xffffffffffffffff, 63, 0xffffffffffffffff)
RI(21, srai, 0x80000000,         1,  0x40000000)
RI(22, srai, 0x7fffffff,         1,  0x3fffffff)
RI(23, srai, 0xaaaaaaaaaaaaaaaa, 1,  0xd555555555555555)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(24, srai, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_RS1_IS_X0(25, srai, 20, 0)
RI_RD_IS_X0( 26, srai, 0x0123456789abcdef, 20)
RI_IN(       27, srai, ra, t5, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       28, srai, a6, s0, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       29, srai, t5, sp, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       30, srai, s11, tp, 0x0123456789abcdef, 20, 0x000000123456789a)

END

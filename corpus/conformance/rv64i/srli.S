/* rvrelay case 1
 * title: SRLI shifts right by 0 to 63 and fills with zeros
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RI( 1, srli, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RI( 2, srli, 0x0123456789abcdef, 1,  0x0091a2b3c4d5e6f7)
RI( 3, srli, 0x0123456789abcdef, 4,  0x00123456789abcde)
RI( 4, srli, 0x0123456789abcdef, 31, 0x2468acf)
RI( 5, srli, 0x0123456789abcdef, 32, 0x1234567)
RI( 6, srli, 0x0123456789abcdef, 33, 0x91a2b3)
RI( 7, srli, 0x0123456789abcdef, 63, 0)
RI( 8, srli, 0xfedcba9876543210, 0,  0xfedcba9876543210)
RI( 9, srli, 0xfedcba9876543210, 1,  0x7f6e5d4c3b2a1908)
RI(10, srli, 0xfedcba9876543210, 31, 0x00000001fdb97530)
RI(11, srli, 0xfedcba9876543210, 32, 0xfedcba98)
RI(12, srli, 0xfedcba9876543210, 63, 1)

/* edge values */
RI(13, srli, 0,                  63, 0)
RI(14, srli, 1,                  63, 0)
RI(15, srli, 1,                  0,  1)
RI(16, srli, 0x8000000000000000, 63, 1)
RI(17, srli, 0x8000000000000000, 1,  0x4000000000000000)
RI(18, srli, 0x7fffffffffffffff, 62, 1)
RI(19, srli, 0xffffffffffffffff, 1,  0x7fffffffffffffff)
RI(20, srli, 0xffffffffffffffff, 63, 1)
RI(21, srli, 0x80000000,         1,  0x40000000)
RI(22, srli, 0x7fffffff,         1,  0x3fffffff)
RI(23, srli, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555555)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(24, srli, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_RS1_IS_X0(25, srli, 20, 0)
RI_RD_IS_X0( 26, srli, 0x0123456789abcdef, 20)
RI_IN(       27, srli, ra, t5, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       28, srli, a6, s0, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       29, srli, t5, sp, 0x0123456789abcdef, 20, 0x000000123456789a)
RI_IN(       30, srli, s11, tp, 0x0123456789abcdef, 20, 0x000000123456789a)

END

/* rvrelay case 1
 * title: SLLI shifts left by 0 to 63
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RI( 1, slli, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RI( 2, slli, 0x0123456789abcdef, 1,  0x02468acf13579bde)
RI( 3, slli, 0x0123456789abcdef, 4,  0x123456789abcdef0)
RI( 4, slli, 0x0123456789abcdef, 31, 0xc4d5e6f780000000)
RI( 5, slli, 0x0123456789abcdef, 32, 0x89abcdef00000000)
RI( 6, slli, 0x0123456789abcdef, 33, 0x13579bde00000000)
RI( 7, slli, 0x0123456789abcdef, 63, 0x8000000000000000)
RI( 8, slli, 0xfedcba9876543210, 0,  0xfedcba9876543210)
RI( 9, slli, 0xfedcba9876543210, 1,  0xfdb97530eca86420)
RI(10, slli, 0xfedcba9876543210, 31, 0x3b2a190800000000)
RI(11, slli, 0xfedcba9876543210, 32, 0x7654321000000000)
RI(12, slli, 0xfedcba9876543210, 63, 0)

/* edge values */
RI(13, slli, 0,                  63, 0)
RI(14, slli, 1,                  63, 0x8000000000000000)
RI(15, slli, 1,                  0,  1)
RI(16, slli, 0x8000000000000000, 63, 0)
RI(17, slli, 0x8000000000000000, 1,  0)
RI(18, slli, 0x7fffffffffffffff, 62, 0xc000000000000000)
RI(19, slli, 0xffffffffffffffff, 1,  0xfffffffffffffffe)
RI(20, slli, 0xffffffffffffffff, 63, 0x8000000000000000)
RI(21, slli, 0x80000000,         1,  0x0000000100000000)
RI(22, slli, 0x7fffffff,         1,  0xfffffffe)
RI(23, slli, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555554)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(24, slli, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RI_RS1_IS_X0(25, slli, 20, 0)
RI_RD_IS_X0( 26, slli, 0x0123456789abcdef, 20)
RI_IN(       27, slli, ra, t5, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RI_IN(       28, slli, a6, s0, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RI_IN(       29, slli, t5, sp, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RI_IN(       30, slli, s11, tp, 0x0123456789abcdef, 20, 0x56789abcdef00000)

END

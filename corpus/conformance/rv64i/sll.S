/* rvrelay case 1
 * title: SLL shifts left by the low six bits of rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RR( 1, sll, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RR( 2, sll, 0x0123456789abcdef, 1,  0x02468acf13579bde)
RR( 3, sll, 0x0123456789abcdef, 4,  0x123456789abcdef0)
RR( 4, sll, 0x0123456789abcdef, 31, 0xc4d5e6f780000000)
RR( 5, sll, 0x0123456789abcdef, 32, 0x89abcdef00000000)
RR( 6, sll, 0x0123456789abcdef, 33, 0x13579bde00000000)
RR( 7, sll, 0x0123456789abcdef, 63, 0x8000000000000000)
RR( 8, sll, 0xfedcba9876543210, 0,  0xfedcba9876543210)
RR( 9, sll, 0xfedcba9876543210, 1,  0xfdb97530eca86420)
RR(10, sll, 0xfedcba9876543210, 31, 0x3b2a190800000000)
RR(11, sll, 0xfedcba9876543210, 32, 0x7654321000000000)
RR(12, sll, 0xfedcba9876543210, 63, 0)

/* the amount is the low six bits of rs2 */
RR(13, sll, 0x0123456789abcdef, 64,                 0x0123456789abcdef)
RR(14, sll, 0x0123456789abcdef, 65,                 0x02468acf13579bde)
RR(15, sll, 0x0123456789abcdef, 127,                0x8000000000000000)
RR(16, sll, 0x0123456789abcdef, 0xffffffffffffffff, 0x8000000000000000)
RR(17, sll, 0xfedcba9876543210, 0xffffffffffffffc4, 0xedcba98765432100)
RR(18, sll, 0xfedcba9876543210, 0x123456780000003f, 0)
RR(19, sll, 0xfedcba9876543210, 0x8000000000000000, 0xfedcba9876543210)

/* edge values */
RR(20, sll, 0,                  63, 0)
RR(21, sll, 1,                  63, 0x8000000000000000)
RR(22, sll, 1,                  0,  1)
RR(23, sll, 0x8000000000000000, 63, 0)
RR(24, sll, 0x8000000000000000, 1,  0)
RR(25, sll, 0x7fffffffffffffff, 62, 0xc000000000000000)
RR(26, sll, 0xffffffffffffffff, 1,  0xfffffffffffffffe)
RR(27, sll, 0xffffffffffffffff, 63, 0x8000000000000000)
RR(28, sll, 0x80000000,         1,  0x0000000100000000)
RR(29, sll, 0x7fffffff,         1,  0xfffffffe)
RR(30, sll, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555554)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, sll, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RR_RD_IS_RS2( 32, sll, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RR_RS1_IS_RS2(33, sll, 0x0123456789abcd07, 0x91a2b3c4d5e68380)
RR_ALL_SAME(  34, sll, 0x0123456789abcd07, 0x91a2b3c4d5e68380)
RR_RS1_IS_X0( 35, sll, 20, 0)
RR_RS2_IS_X0( 36, sll, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  37, sll, 0x0123456789abcdef, 20)
RR_IN(        38, sll, ra, t5, a5, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RR_IN(        39, sll, a6, s0, gp, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RR_IN(        40, sll, t5, a6, sp, 0x0123456789abcdef, 20, 0x56789abcdef00000)
RR_IN(        41, sll, s11, tp, t4, 0x0123456789abcdef, 20, 0x56789abcdef00000)

END

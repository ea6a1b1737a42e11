/* rvrelay case 1
 * title: SRA shifts right by the low six bits of rs2 and fills with the sign
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RR( 1, sra, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RR( 2, sra, 0x0123456789abcdef, 1,  0x0091a2b3c4d5e6f7)
RR( 3, sra, 0x0123456789abcdef, 4,  0x00123456789abcde)
RR( 4, sra, 0x0123456789abcdef, 31, 0x2468acf)
RR( 5, sra, 0x0123456789abcdef, 32, 0x1234567)
RR( 6, sra, 0x0123456789abcdef, 33, 0x91a2b3)
RR( 7, sra, 0x0123456789abcdef, 63, 0)
RR( 8, sra, 0xfedcba9876543210, 0,  0xfedcba9876543210)
RR( 9, sra, 0xfedcba9876543210, 1,  0xff6e5d4c3b2a1908)
RR(10, sra, 0xfedcba9876543210, 31, 0xfffffffffdb97530)
RR(11, sra, 0xfedcba9876543210, 32, 0xfffffffffedcba98)
RR(12, sra, 0xfedcba9876543210, 63, 0xffffffffffffffff)

/* the amount is the low six bits of rs2 */
RR(13, sra, 0x0123456789abcdef, 64,                 0x0123456789abcdef)
RR(14, sra, 0x0123456789abcdef, 65,                 0x0091a2b3c4d5e6f7)
RR(15, sra, 0x0123456789abcdef, 127,                0)
RR(16, sra, 0x0123456789abcdef, 0xffffffffffffffff, 0)
RR(17, sra, 0xfedcba9876543210, 0xffffffffffffffc4, 0xffedcba987654321)
RR(18, sra, 0xfedcba9876543210, 0x123456780000003f, 0xffffffffffffffff)
RR(19, sra, 0xfedcba9876543210, 0x8000000000000000, 0xfedcba9876543210)

/* edge values */
RR(20, sra, 0,                  63, 0)
RR(21, sra, 1,                  63, 0)
RR(22, sra, 1,                  0,  1)
RR(23, sra, 0x8000000000000000, 63, 0xffffffffffffffff)
RR(24, sra, 0x8000000000000000, 1,  0xc000000000000000)
RR(25, sra, 0x7fffffffffffffff, 62, 1)
RR(26, sra, 0xffffffffffffffff, 1,  0xffffffffffffffff)
RR(27, sra, 0xffffffffffffffff, 63, 0xffffffffffffffff)
RR(28, sra, 0x80000000,         1,  0x40000000)
RR(29, sra, 0x7fffffff,         1,  0x3fffffff)
RR(30, sra, 0xaaaaaaaaaaaaaaaa, 1,  0xd555555555555555)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, sra, 0x0123456789abcdef, 20, 0x000000123456789a)
RR_RD_IS_RS2( 32, sra, 0x0123456789abcdef, 20, 0x000000123456789a)
RR_RS1_IS_RS2(33, sra, 0x0123456789abcd07, 0x0002468acf13579a)
RR_ALL_SAME(  34, sra, 0x0123456789abcd07, 0x0002468acf13579a)
RR_RS1_IS_X0( 35, sra, 20, 0)
RR_RS2_IS_X0( 36, sra, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  37, sra, 0x0123456789abcdef, 20)
RR_IN(        38, sra, ra, t5, a5, 0x0123456789abcdef, 20, 0x000000123456789a)
RR_IN(        39, sra, a6, s0, gp, 0x0123456789abcdef, 20, 0x000000123456789a)
RR_IN(        40, sra, t5, a6, sp, 0x0123456789abcdef, 20, 0x000000123456789a)
RR_IN(        41, sra, s11, tp, t4, 0x0123456789abcdef, 20, 0x000000123456789a)

END

/* rvrelay case 1
 * title: ROR rotates right by the low six bits of rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RR(1, ror, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RR(2, ror, 0x0123456789abcdef, 1,  0x8091a2b3c4d5e6f7)
RR(3, ror, 0x0123456789abcdef, 4,  0xf0123456789abcde)
RR(4, ror, 0x0123456789abcdef, 63, 0x02468acf13579bde)
RR(5, ror, 0xfedcba9876543210, 1,  0x7f6e5d4c3b2a1908)
RR(6, ror, 0xfedcba9876543210, 32, 0x76543210fedcba98)

/* the amount is the low six bits of rs2 */
RR( 7, ror, 0x0123456789abcdef, 64,                 0x0123456789abcdef)
RR( 8, ror, 0x0123456789abcdef, 68,                 0xf0123456789abcde)
RR( 9, ror, 0xfedcba9876543210, 0xffffffffffffffff, 0xfdb97530eca86421)
RR(10, ror, 0xfedcba9876543210, 0xffffffffffffff48, 0x10fedcba98765432)

/* edge values */
RR(11, ror, 0,                  7,  0)
RR(12, ror, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RR(13, ror, 1,                  1,  0x8000000000000000)
RR(14, ror, 1,                  63, 2)
RR(15, ror, 0x80000000,         1,  0x40000000)
RR(16, ror, 0x8000000000000000, 1,  0x4000000000000000)
RR(17, ror, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555555)
RR(18, ror, 0x5555555555555555, 63, 0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 19, ror, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RR_RD_IS_RS2( 20, ror, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RR_RS1_IS_RS2(21, ror, 0x0123456789abcd07, 0x0e02468acf13579a)
RR_ALL_SAME(  22, ror, 0x0123456789abcd07, 0x0e02468acf13579a)
RR_RS1_IS_X0( 23, ror, 20, 0)
RR_RS2_IS_X0( 24, ror, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  25, ror, 0x0123456789abcdef, 20)
RR_IN(        26, ror, ra, t5, a5, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RR_IN(        27, ror, a6, s0, gp, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RR_IN(        28, ror, t5, a6, sp, 0x0123456789abcdef, 20, 0xbcdef0123456789a)
RR_IN(        29, ror, s11, tp, t4, 0x0123456789abcdef, 20, 0xbcdef0123456789a)

END

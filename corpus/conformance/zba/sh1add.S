/* rvrelay case 1
 * title: SH1ADD shifts rs1 left by 1 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh1add, 0,  0,  0)
RR(2, sh1add, 1,  0,  2)
RR(3, sh1add, 0,  1,  1)
RR(4, sh1add, 3,  7,  13)
RR(5, sh1add, -1, 1,  -1)
RR(6, sh1add, 1,  -1, 1)
RR(7, sh1add, -1, -1, -3)

/* bits shifted out are lost */
RR( 8, sh1add, 0x8000000000000000, 1, 1)
RR( 9, sh1add, 0x7fffffffffffffff, 1, -1)
RR(10, sh1add, 0xe000000000000000, 5, 0xc000000000000005)
RR(11, sh1add, 0x1fffffffffffffff, 0, 0x3ffffffffffffffe)

/* all 64 bits of rs1 count */
RR(12, sh1add, 0x80000000,         0,                  0x0000000100000000)
RR(13, sh1add, 0xffffffff,         1,                  0x00000001ffffffff)
RR(14, sh1add, 0x0000000100000000, 1,                  0x0000000200000001)
RR(15, sh1add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR(16, sh1add, 0xfedcba9876543210, 0x0123456789abcdef, 0xfedcba987654320f)
RR(17, sh1add, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0xaaaaaaaaaaaaaaa9)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 18, sh1add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR_RD_IS_RS2( 19, sh1add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR_RS1_IS_RS2(20, sh1add, 0x0123456789abcdef, 0x0369d0369d0369cd)
RR_ALL_SAME(  21, sh1add, 0x0123456789abcdef, 0x0369d0369d0369cd)
RR_RS1_IS_X0( 22, sh1add, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 23, sh1add, 0x0123456789abcdef, 0x02468acf13579bde)
RR_RD_IS_X0(  24, sh1add, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        25, sh1add, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR_IN(        26, sh1add, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR_IN(        27, sh1add, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)
RR_IN(        28, sh1add, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0123456789abcdee)

END

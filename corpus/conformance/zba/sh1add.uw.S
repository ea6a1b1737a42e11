/* rvrelay case 1
 * title: SH1ADD.UW shifts the zero-extended low word of rs1 left by 1 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh1add.uw, 0, 0,  0)
RR(2, sh1add.uw, 1, 0,  2)
RR(3, sh1add.uw, 0, 1,  1)
RR(4, sh1add.uw, 3, 7,  13)
RR(5, sh1add.uw, 1, -1, 1)

/* rs1 counts without its upper half */
RR( 6, sh1add.uw, -1,                 0, 0x00000001fffffffe)
RR( 7, sh1add.uw, -1,                 1, 0x00000001ffffffff)
RR( 8, sh1add.uw, 0xdeadbeef00000001, 0, 2)
RR( 9, sh1add.uw, 0xffffffff80000000, 0, 0x0000000100000000)
RR(10, sh1add.uw, 0x80000000,         0, 0x0000000100000000)
RR(11, sh1add.uw, 0xffffffff,         1, 0x00000001ffffffff)
RR(12, sh1add.uw, 0x0000000100000000, 5, 5)
RR(13, sh1add.uw, 0x8000000000000000, 5, 5)

/* all 64 bits of rs2 count */
RR(14, sh1add.uw, 0xffffffff,         -1,                 0x00000001fffffffd)
RR(15, sh1add.uw, 1,                  0x8000000000000000, 0x8000000000000002)
RR(16, sh1add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR(17, sh1add.uw, 0xfedcba9876543210, 0x0123456789abcdef, 0x012345687654320f)
RR(18, sh1add.uw, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x55555556aaaaaaa9)
RR(19, sh1add.uw, 0x80000000,         0xffffffff80000000, 0x80000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 20, sh1add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR_RD_IS_RS2( 21, sh1add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR_RS1_IS_RS2(22, sh1add.uw, 0x0123456789abcdef, 0x012345689d0369cd)
RR_ALL_SAME(  23, sh1add.uw, 0x0123456789abcdef, 0x012345689d0369cd)
RR_RS1_IS_X0( 24, sh1add.uw, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 25, sh1add.uw, 0x0123456789abcdef, 0x0000000113579bde)
RR_RD_IS_X0(  26, sh1add.uw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        27, sh1add.uw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR_IN(        28, sh1add.uw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR_IN(        29, sh1add.uw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)
RR_IN(        30, sh1add.uw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9989abcdee)

END

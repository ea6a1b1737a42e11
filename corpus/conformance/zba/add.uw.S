/* rvrelay case 1
 * title: ADD.UW adds the zero-extended low word of rs1 to rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, add.uw, 0, 0,  0)
RR(2, add.uw, 1, 0,  1)
RR(3, add.uw, 0, 1,  1)
RR(4, add.uw, 3, 7,  10)
RR(5, add.uw, 1, -1, 0)

/* rs1 counts without its upper half */
RR( 6, add.uw, -1,                 0, 0xffffffff)
RR( 7, add.uw, -1,                 1, 0x0000000100000000)
RR( 8, add.uw, 0xdeadbeef00000001, 0, 1)
RR( 9, add.uw, 0xffffffff80000000, 0, 0x80000000)
RR(10, add.uw, 0x80000000,         0, 0x80000000)
RR(11, add.uw, 0xffffffff,         1, 0x0000000100000000)
RR(12, add.uw, 0x0000000100000000, 5, 5)
RR(13, add.uw, 0x8000000000000000, 5, 5)

/* all 64 bits of rs2 count */
RR(14, add.uw, 0xffffffff,         -1,                 0xfffffffe)
RR(15, add.uw, 1,                  0x8000000000000000, 0x8000000000000001)
RR(16, add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR(17, add.uw, 0xfedcba9876543210, 0x0123456789abcdef, 0x01234567ffffffff)
RR(18, add.uw, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x55555555ffffffff)
RR(19, add.uw, 0x80000000,         0xffffffff80000000, 0)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 20, add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR_RD_IS_RS2( 21, add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR_RS1_IS_RS2(22, add.uw, 0x0123456789abcdef, 0x0123456813579bde)
RR_ALL_SAME(  23, add.uw, 0x0123456789abcdef, 0x0123456813579bde)
RR_RS1_IS_X0( 24, add.uw, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 25, add.uw, 0x0123456789abcdef, 0x89abcdef)
RR_RD_IS_X0(  26, add.uw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        27, add.uw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR_IN(        28, add.uw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR_IN(        29, add.uw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)
RR_IN(        30, add.uw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba98ffffffff)

END

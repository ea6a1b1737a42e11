/* rvrelay case 1
 * title: SH2ADD shifts rs1 left by 2 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh2add, 0,  0,  0)
RR(2, sh2add, 1,  0,  4)
RR(3, sh2add, 0,  1,  1)
RR(4, sh2add, 3,  7,  19)
RR(5, sh2add, -1, 1,  -3)
RR(6, sh2add, 1,  -1, 3)
RR(7, sh2add, -1, -1, -5)

/* bits shifted out are lost */
RR( 8, sh2add, 0x8000000000000000, 1, 1)
RR( 9, sh2add, 0x7fffffffffffffff, 1, -3)
RR(10, sh2add, 0xe000000000000000, 5, 0x8000000000000005)
RR(11, sh2add, 0x1fffffffffffffff, 0, 0x7ffffffffffffffc)

/* all 64 bits of rs1 count */
RR(12, sh2add, 0x80000000,         0,                  0x0000000200000000)
RR(13, sh2add, 0xffffffff,         1,                  0x00000003fffffffd)
RR(14, sh2add, 0x0000000100000000, 1,                  0x0000000400000001)
RR(15, sh2add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR(16, sh2add, 0xfedcba9876543210, 0x0123456789abcdef, 0xfc962fc962fc962f)
RR(17, sh2add, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, -3)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 18, sh2add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR_RD_IS_RS2( 19, sh2add, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR_RS1_IS_RS2(20, sh2add, 0x0123456789abcdef, 0x05b05b05b05b05ab)
RR_ALL_SAME(  21, sh2add, 0x0123456789abcdef, 0x05b05b05b05b05ab)
RR_RS1_IS_X0( 22, sh2add, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 23, sh2add, 0x0123456789abcdef, 0x048d159e26af37bc)
RR_RD_IS_X0(  24, sh2add, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        25, sh2add, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR_IN(        26, sh2add, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR_IN(        27, sh2add, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)
RR_IN(        28, sh2add, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x0369d0369d0369cc)

END

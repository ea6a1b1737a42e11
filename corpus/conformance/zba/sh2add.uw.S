/* rvrelay case 1
 * title: SH2ADD.UW shifts the zero-extended low word of rs1 left by 2 and adds rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small values */
RR(1, sh2add.uw, 0, 0,  0)
RR(2, sh2add.uw, 1, 0,  4)
RR(3, sh2add.uw, 0, 1,  1)
RR(4, sh2add.uw, 3, 7,  19)
RR(5, sh2add.uw, 1, -1, 3)

/* rs1 counts without its upper half */
RR( 6, sh2add.uw, -1,                 0, 0x00000003fffffffc)
RR( 7, sh2add.uw, -1,                 1, 0x00000003fffffffd)
RR( 8, sh2add.uw, 0xdeadbeef00000001, 0, 4)
RR( 9, sh2add.uw, 0xffffffff80000000, 0, 0x0000000200000000)
RR(10, sh2add.uw, 0x80000000,         0, 0x0000000200000000)
RR(11, sh2add.uw, 0xffffffff,         1, 0x00000003fffffffd)
RR(12, sh2add.uw, 0x0000000100000000, 5, 5)
RR(13, sh2add.uw, 0x8000000000000000, 5, 5)

/* all 64 bits of rs2 count */
RR(14, sh2add.uw, 0xffffffff,         -1,                 0x00000003fffffffb)
RR(15, sh2add.uw, 1,                  0x8000000000000000, 0x8000000000000004)
RR(16, sh2add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR(17, sh2add.uw, 0xfedcba9876543210, 0x0123456789abcdef, 0x0123456962fc962f)
RR(18, sh2add.uw, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x55555557fffffffd)
RR(19, sh2add.uw, 0x80000000,         0xffffffff80000000, 0x0000000180000000)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 20, sh2add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR_RD_IS_RS2( 21, sh2add.uw, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR_RS1_IS_RS2(22, sh2add.uw, 0x0123456789abcdef, 0x01234569b05b05ab)
RR_ALL_SAME(  23, sh2add.uw, 0x0123456789abcdef, 0x01234569b05b05ab)
RR_RS1_IS_X0( 24, sh2add.uw, 0xfedcba9876543210, 0xfedcba9876543210)
RR_RS2_IS_X0( 25, sh2add.uw, 0x0123456789abcdef, 0x0000000226af37bc)
RR_RD_IS_X0(  26, sh2add.uw, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        27, sh2add.uw, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR_IN(        28, sh2add.uw, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR_IN(        29, sh2add.uw, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)
RR_IN(        30, sh2add.uw, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9a9d0369cc)

END

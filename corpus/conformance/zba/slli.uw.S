/* rvrelay case 1
 * title: SLLI.UW shifts the zero-extended low word left by 0 to 63
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts from 0 to 63 */
RI(1, slli.uw, 0x0123456789abcdef, 0,  0x89abcdef)
RI(2, slli.uw, 0x0123456789abcdef, 1,  0x0000000113579bde)
RI(3, slli.uw, 0x0123456789abcdef, 31, 0x44d5e6f780000000)
RI(4, slli.uw, 0x0123456789abcdef, 32, 0x89abcdef00000000)
RI(5, slli.uw, 0x0123456789abcdef, 33, 0x13579bde00000000)
RI(6, slli.uw, 0x0123456789abcdef, 63, 0x8000000000000000)
RI(7, slli.uw, 0xfedcba9876543210, 0,  0x76543210)
RI(8, slli.uw, 0xfedcba9876543210, 31, 0x3b2a190800000000)
RI(9, slli.uw, 0xfedcba9876543210, 63, 0)

/* the upper half of rs1 does not matter */
RI(10, slli.uw, 0xffffffffffffffff, 0,  0xffffffff)
RI(11, slli.uw, 0xffffffffffffffff, 32, 0xffffffff00000000)
RI(12, slli.uw, 0xdeadbeef00000001, 0,  1)
RI(13, slli.uw, 0xffffffff80000000, 1,  0x0000000100000000)
RI(14, slli.uw, 0x8000000000000000, 0,  0)
RI(15, slli.uw, 0x8000000000000000, 63, 0)

/* edge values */
RI(16, slli.uw, 0,          63, 0)
RI(17, slli.uw, 1,          63, 0x8000000000000000)
RI(18, slli.uw, 0x80000000, 0,  0x80000000)
RI(19, slli.uw, 0x80000000, 32, 0x8000000000000000)
RI(20, slli.uw, 0xffffffff, 1,  0x00000001fffffffe)
RI(21, slli.uw, 0xffffffff, 63, 0x8000000000000000)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(22, slli.uw, 0x0123456789abcdef, 20, 0x00089abcdef00000)
RI_RS1_IS_X0(23, slli.uw, 20, 0)
RI_RD_IS_X0( 24, slli.uw, 0x0123456789abcdef, 20)
RI_IN(       25, slli.uw, ra, t5, 0x0123456789abcdef, 20, 0x00089abcdef00000)
RI_IN(       26, slli.uw, a6, s0, 0x0123456789abcdef, 20, 0x00089abcdef00000)
RI_IN(       27, slli.uw, t5, sp, 0x0123456789abcdef, 20, 0x00089abcdef00000)
RI_IN(       28, slli.uw, s11, tp, 0x0123456789abcdef, 20, 0x00089abcdef00000)

END

/* rvrelay case 1
 * title: ROL rotates left by the low six bits of rs2
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* amounts within the register */
RR(1, rol, 0x0123456789abcdef, 0,  0x0123456789abcdef)
RR(2, rol, 0x0123456789abcdef, 1,  0x02468acf13579bde)
RR(3, rol, 0x0123456789abcdef, 4,  0x123456789abcdef0)
RR(4, rol, 0x0123456789abcdef, 63, 0x8091a2b3c4d5e6f7)
RR(5, rol, 0xfedcba9876543210, 1,  0xfdb97530eca86421)
RR(6, rol, 0xfedcba9876543210, 32, 0x76543210fedcba98)

/* the amount is the low six bits of rs2 */
RR( 7, rol, 0x0123456789abcdef, 64,                 0x0123456789abcdef)
RR( 8, rol, 0x0123456789abcdef, 68,                 0x123456789abcdef0)
RR( 9, rol, 0xfedcba9876543210, 0xffffffffffffffff, 0x7f6e5d4c3b2a1908)
RR(10, rol, 0xfedcba9876543210, 0xffffffffffffff48, 0xdcba9876543210fe)

/* edge values */
RR(11, rol, 0,                  7,  0)
RR(12, rol, 0xffffffffffffffff, 7,  0xffffffffffffffff)
RR(13, rol, 1,                  1,  2)
RR(14, rol, 1,                  63, 0x8000000000000000)
RR(15, rol, 0x80000000,         1,  0x0000000100000000)
RR(16, rol, 0x8000000000000000, 1,  1)
RR(17, rol, 0xaaaaaaaaaaaaaaaa, 1,  0x5555555555555555)
RR(18, rol, 0x5555555555555555, 63, 0xaaaaaaaaaaaaaaaa)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 19, rol, 0x0123456789abcdef, 20, 0x56789abcdef01234)
RR_RD_IS_RS2( 20, rol, 0x0123456789abcdef, 20, 0x56789abcdef01234)
RR_RS1_IS_RS2(21, rol, 0x0123456789abcd07, 0x91a2b3c4d5e68380)
RR_ALL_SAME(  22, rol, 0x0123456789abcd07, 0x91a2b3c4d5e68380)
RR_RS1_IS_X0( 23, rol, 20, 0)
RR_RS2_IS_X0( 24, rol, 0x0123456789abcdef, 0x0123456789abcdef)
RR_RD_IS_X0(  25, rol, 0x0123456789abcdef, 20)
RR_IN(        26, rol, ra, t5, a5, 0x0123456789abcdef, 20, 0x56789abcdef01234)
RR_IN(        27, rol, a6, s0, gp, 0x0123456789abcdef, 20, 0x56789abcdef01234)
RR_IN(        28, rol, t5, a6, sp, 0x0123456789abcdef, 20, 0x56789abcdef01234)
RR_IN(        29, rol, s11, tp, t4, 0x0123456789abcdef, 20, 0x56789abcdef01234)

END

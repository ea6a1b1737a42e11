/* rvrelay case 1
 * title: MUL gives the low 64 bits of the product
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small factors */
RR( 1, mul, 0,  0,  0)
RR( 2, mul, 0,  -1, 0)
RR( 3, mul, 1,  1,  1)
RR( 4, mul, 3,  7,  21)
RR( 5, mul, -3, 7,  -21)
RR( 6, mul, 3,  -7, -21)
RR( 7, mul, -3, -7, 21)
RR( 8, mul, -1, 1,  -1)
RR( 9, mul, 1,  -1, -1)
RR(10, mul, -1, -1, 1)

/* edge factors */
RR(11, mul, 0x8000000000000000, 0x8000000000000000, 0)
RR(12, mul, 0x8000000000000000, -1,                 0x8000000000000000)
RR(13, mul, -1,                 0x8000000000000000, 0x8000000000000000)
RR(14, mul, 0x8000000000000000, 0x7fffffffffffffff, 0x8000000000000000)
RR(15, mul, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000000)
RR(16, mul, 0x7fffffffffffffff, 0x7fffffffffffffff, 1)
RR(17, mul, 0x8000000000000000, 1,                  0x8000000000000000)
RR(18, mul, 1,                  0x8000000000000000, 0x8000000000000000)
RR(19, mul, 0x7fffffffffffffff, 2,                  -2)
RR(20, mul, 2,                  0x8000000000000000, 0)

/* around the 32-bit boundary */
RR(21, mul, 0x0000000100000000, 0x0000000100000000, 0)
RR(22, mul, 0xffffffff,         0xffffffff,         0xfffffffe00000001)
RR(23, mul, 0x80000000,         0x80000000,         0x4000000000000000)
RR(24, mul, 0xffffffff80000000, 0x80000000,         0xc000000000000000)
RR(25, mul, 0x0000000100000001, 0xffffffff,         -1)

/* mixed bits */
RR(26, mul, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR(27, mul, 0xfedcba9876543210, 0x0123456789abcdef, 0x2236d88fe5618cf0)
RR(28, mul, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, 0x1c71c71c71c71c72)
RR(29, mul, 0xaaaaaaaaaaaaaaaa, 0x5555555555555555, 0x1c71c71c71c71c72)
RR(30, mul, 0xaaaaaaaaaaaaaaaa, 3,                  -2)

/* which registers: shared, x0, and others */
RR_RD_IS_RS1( 31, mul, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR_RD_IS_RS2( 32, mul, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR_RS1_IS_RS2(33, mul, 0x0123456789abcdef, 0xdca5e20890f2a521)
RR_ALL_SAME(  34, mul, 0x0123456789abcdef, 0xdca5e20890f2a521)
RR_RS1_IS_X0( 35, mul, 0xfedcba9876543210, 0)
RR_RS2_IS_X0( 36, mul, 0x0123456789abcdef, 0)
RR_RD_IS_X0(  37, mul, 0x0123456789abcdef, 0xfedcba9876543210)
RR_IN(        38, mul, ra, t5, a5, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR_IN(        39, mul, a6, s0, gp, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR_IN(        40, mul, t5, a6, sp, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)
RR_IN(        41, mul, s11, tp, t4, 0x0123456789abcdef, 0xfedcba9876543210, 0x2236d88fe5618cf0)

END

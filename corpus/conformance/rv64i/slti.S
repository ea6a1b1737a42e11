/* rvrelay case 1
 * title: SLTI compares with a sign-extended immediate as signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RI(1, slti, 0,     0,     0)
RI(2, slti, 1,     1,     0)
RI(3, slti, -1,    -1,    0)
RI(4, slti, 2047,  2047,  0)
RI(5, slti, -2048, -2048, 0)

/* neighbours */
RI( 6, slti, 0,     1,     1)
RI( 7, slti, 1,     0,     0)
RI( 8, slti, 6,     7,     1)
RI( 9, slti, 7,     6,     0)
RI(10, slti, -6,    -7,    0)
RI(11, slti, -7,    -6,    1)
RI(12, slti, 2046,  2047,  1)
RI(13, slti, 2048,  2047,  0)
RI(14, slti, -2049, -2048, 1)
RI(15, slti, -2047, -2048, 0)

/* on both sides of the sign */
RI(16, slti, -1,                 0,     1)
RI(17, slti, 0,                  -1,    0)
RI(18, slti, 0x8000000000000000, 2047,  1)
RI(19, slti, 0x7fffffffffffffff, -2048, 0)
RI(20, slti, 0x8000000000000000, -1,    1)
RI(21, slti, 0x7fffffffffffffff, -1,    0)
RI(22, slti, 1,                  -1,    0)
RI(23, slti, -1,                 1,     1)

/* all 64 bits count */
RI(24, slti, 0x0000000100000000, 1,     0)
RI(25, slti, 0xffffffff00000000, 0,     1)
RI(26, slti, 0xffffffff,         -1,    0)
RI(27, slti, 0x80000000,         0,     0)
RI(28, slti, 0xfffff800,         -2048, 0)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(29, slti, 0x0123456789abcdef, -291, 0)
RI_RS1_IS_X0(30, slti, -291, 0)
RI_RD_IS_X0( 31, slti, 0x0123456789abcdef, -291)
RI_IN(       32, slti, ra, t5, 0x0123456789abcdef, -291, 0)
RI_IN(       33, slti, a6, s0, 0x0123456789abcdef, -291, 0)
RI_IN(       34, slti, t5, sp, 0x0123456789abcdef, -291, 0)
RI_IN(       35, slti, s11, tp, 0x0123456789abcdef, -291, 0)

END

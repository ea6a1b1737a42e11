/* rvrelay case 1
 * title: SLTIU compares with a sign-extended immediate as unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
RI(1, sltiu, 0,     0,     0)
RI(2, sltiu, 1,     1,     0)
RI(3, sltiu, -1,    -1,    0)
RI(4, sltiu, 2047,  2047,  0)
RI(5, sltiu, -2048, -2048, 0)

/* neighbours */
RI( 6, sltiu, 0,     1,     1)
RI( 7, sltiu, 1,     0,     0)
RI( 8, sltiu, 6,     7,     1)
RI( 9, sltiu, 7,     6,     0)
RI(10, sltiu, -6,    -7,    0)
RI(11, sltiu, -7,    -6,    1)
RI(12, sltiu, 2046,  2047,  1)
RI(13, sltiu, 2048,  2047,  0)
RI(14, sltiu, -2049, -2048, 1)
RI(15, sltiu, -2047, -2048, 0)

/* on both sides of the sign */
RI(16, sltiu, -1,                 0,     0)
RI(17, sltiu, 0,                  -1,    1)
RI(18, sltiu, 0x8000000000000000, 2047,  0)
RI(19, sltiu, 0x7fffffffffffffff, -2048, 1)
RI(20, sltiu, 0x8000000000000000, -1,    1)
RI(21, sltiu, 0x7fffffffffffffff, -1,    1)
RI(22, sltiu, 1,                  -1,    1)
RI(23, sltiu, -1,                 1,     0)

/* all 64 bits count */
RI(24, sltiu, 0x0000000100000000, 1,     0)
RI(25, sltiu, 0xffffffff00000000, 0,     0)
RI(26, sltiu, 0xffffffff,         -1,    1)
RI(27, sltiu, 0x80000000,         0,     0)
RI(28, sltiu, 0xfffff800,         -2048, 1)

/* which registers: shared, x0, and others */
RI_RD_IS_RS1(29, sltiu, 0x0123456789abcdef, -291, 1)
RI_RS1_IS_X0(30, sltiu, -291, 1)
RI_RD_IS_X0( 31, sltiu, 0x0123456789abcdef, -291)
RI_IN(       32, sltiu, ra, t5, 0x0123456789abcdef, -291, 1)
RI_IN(       33, sltiu, a6, s0, 0x0123456789abcdef, -291, 1)
RI_IN(       34, sltiu, t5, sp, 0x0123456789abcdef, -291, 1)
RI_IN(       35, sltiu, s11, tp, 0x0123456789abcdef, -291, 1)

END

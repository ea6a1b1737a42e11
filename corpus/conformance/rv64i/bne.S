/* rvrelay case 1
 * title: BNE branches where the operands differ
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
NOT_TAKEN(1, bne, 0,                  0)
NOT_TAKEN(2, bne, 1,                  1)
NOT_TAKEN(3, bne, -1,                 -1)
NOT_TAKEN(4, bne, 0x8000000000000000, 0x8000000000000000)
NOT_TAKEN(5, bne, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
TAKEN( 6, bne, 0,                  1)
TAKEN( 7, bne, 1,                  0)
TAKEN( 8, bne, 6,                  7)
TAKEN( 9, bne, 7,                  6)
TAKEN(10, bne, -6,                 -7)
TAKEN(11, bne, -7,                 -6)
TAKEN(12, bne, 0x7ffffffffffffffe, 0x7fffffffffffffff)
TAKEN(13, bne, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
TAKEN(14, bne, -1,                 0)
TAKEN(15, bne, 0,                  -1)
TAKEN(16, bne, -1,                 1)
TAKEN(17, bne, 1,                  -1)
TAKEN(18, bne, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN(19, bne, 0x7fffffffffffffff, 0x8000000000000000)
TAKEN(20, bne, 0x8000000000000000, 0)
TAKEN(21, bne, 0,                  0x8000000000000000)
TAKEN(22, bne, 0x8000000000000000, -1)
TAKEN(23, bne, -1,                 0x8000000000000000)

/* all 64 bits count */
TAKEN(24, bne, 0x7fffffff,         0x80000000)
TAKEN(25, bne, 0x80000000,         0x7fffffff)
TAKEN(26, bne, 0xffffffff80000000, 0x80000000)
TAKEN(27, bne, 0x80000000,         0xffffffff80000000)
TAKEN(28, bne, 0x0000000100000000, 0)
TAKEN(29, bne, 0,                  0x0000000100000000)
TAKEN(30, bne, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
NOT_TAKEN_BACK(31, bne, 0,                  0)
TAKEN_BACK(    32, bne, 1,                  2)
TAKEN_BACK(    33, bne, 2,                  1)
TAKEN_BACK(    34, bne, -1,                 1)
TAKEN_BACK(    35, bne, 1,                  -1)
TAKEN_BACK(    36, bne, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN_BACK(    37, bne, 0x7fffffffffffffff, 0x8000000000000000)

END

/* rvrelay case 1
 * title: BGE branches where rs1 is at least rs2 as signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
TAKEN(1, bge, 0,                  0)
TAKEN(2, bge, 1,                  1)
TAKEN(3, bge, -1,                 -1)
TAKEN(4, bge, 0x8000000000000000, 0x8000000000000000)
TAKEN(5, bge, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
NOT_TAKEN( 6, bge, 0,                  1)
TAKEN(     7, bge, 1,                  0)
NOT_TAKEN( 8, bge, 6,                  7)
TAKEN(     9, bge, 7,                  6)
TAKEN(    10, bge, -6,                 -7)
NOT_TAKEN(11, bge, -7,                 -6)
NOT_TAKEN(12, bge, 0x7ffffffffffffffe, 0x7fffffffffffffff)
TAKEN(    13, bge, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
NOT_TAKEN(14, bge, -1,                 0)
TAKEN(    15, bge, 0,                  -1)
NOT_TAKEN(16, bge, -1,                 1)
TAKEN(    17, bge, 1,                  -1)
NOT_TAKEN(18, bge, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN(    19, bge, 0x7fffffffffffffff, 0x8000000000000000)
NOT_TAKEN(20, bge, 0x8000000000000000, 0)
TAKEN(    21, bge, 0,                  0x8000000000000000)
NOT_TAKEN(22, bge, 0x8000000000000000, -1)
TAKEN(    23, bge, -1,                 0x8000000000000000)

/* all 64 bits count */
NOT_TAKEN(24, bge, 0x7fffffff,         0x80000000)
TAKEN(    25, bge, 0x80000000,         0x7fffffff)
NOT_TAKEN(26, bge, 0xffffffff80000000, 0x80000000)
TAKEN(    27, bge, 0x80000000,         0xffffffff80000000)
TAKEN(    28, bge, 0x0000000100000000, 0)
NOT_TAKEN(29, bge, 0,                  0x0000000100000000)
TAKEN(    30, bge, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
TAKEN_BACK(    31, bge, 0,                  0)
NOT_TAKEN_BACK(32, bge, 1,                  2)
TAKEN_BACK(    33, bge, 2,                  1)
NOT_TAKEN_BACK(34, bge, -1,                 1)
TAKEN_BACK(    35, bge, 1,                  -1)
NOT_TAKEN_BACK(36, bge, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN_BACK(    37, bge, 0x7fffffffffffffff, 0x8000000000000000)

END

/* rvrelay case 1
 * title: BGEU branches where rs1 is at least rs2 as unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
TAKEN(1, bgeu, 0,                  0)
TAKEN(2, bgeu, 1,                  1)
TAKEN(3, bgeu, -1,                 -1)
TAKEN(4, bgeu, 0x8000000000000000, 0x8000000000000000)
TAKEN(5, bgeu, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
NOT_TAKEN( 6, bgeu, 0,                  1)
TAKEN(     7, bgeu, 1,                  0)
NOT_TAKEN( 8, bgeu, 6,                  7)
TAKEN(     9, bgeu, 7,                  6)
TAKEN(    10, bgeu, -6,                 -7)
NOT_TAKEN(11, bgeu, -7,                 -6)
NOT_TAKEN(12, bgeu, 0x7ffffffffffffffe, 0x7fffffffffffffff)
TAKEN(    13, bgeu, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
TAKEN(    14, bgeu, -1,                 0)
NOT_TAKEN(15, bgeu, 0,                  -1)
TAKEN(    16, bgeu, -1,                 1)
NOT_TAKEN(17, bgeu, 1,                  -1)
TAKEN(    18, bgeu, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN(19, bgeu, 0x7fffffffffffffff, 0x8000000000000000)
TAKEN(    20, bgeu, 0x8000000000000000, 0)
NOT_TAKEN(21, bgeu, 0,                  0x8000000000000000)
NOT_TAKEN(22, bgeu, 0x8000000000000000, -1)
TAKEN(    23, bgeu, -1,                 0x8000000000000000)

/* all 64 bits count */
NOT_TAKEN(24, bgeu, 0x7fffffff,         0x80000000)
TAKEN(    25, bgeu, 0x80000000,         0x7fffffff)
TAKEN(    26, bgeu, 0xffffffff80000000, 0x80000000)
NOT_TAKEN(27, bgeu, 0x80000000,         0xffffffff80000000)
TAKEN(    28, bgeu, 0x0000000100000000, 0)
NOT_TAKEN(29, bgeu, 0,                  0x0000000100000000)
NOT_TAKEN(30, bgeu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
TAKEN_BACK(    31, bgeu, 0,                  0)
NOT_TAKEN_BACK(32, bgeu, 1,                  2)
TAKEN_BACK(    33, bgeu, 2,                  1)
TAKEN_BACK(    34, bgeu, -1,                 1)
NOT_TAKEN_BACK(35, bgeu, 1,                  -1)
TAKEN_BACK(    36, bgeu, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN_BACK(37, bgeu, 0x7fffffffffffffff, 0x8000000000000000)

END

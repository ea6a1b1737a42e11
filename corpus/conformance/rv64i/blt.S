/* rvrelay case 1
 * title: BLT branches where rs1 is less than rs2 as signed numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
NOT_TAKEN(1, blt, 0,                  0)
NOT_TAKEN(2, blt, 1,                  1)
NOT_TAKEN(3, blt, -1,                 -1)
NOT_TAKEN(4, blt, 0x8000000000000000, 0x8000000000000000)
NOT_TAKEN(5, blt, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
TAKEN(     6, blt, 0,                  1)
NOT_TAKEN( 7, blt, 1,                  0)
TAKEN(     8, blt, 6,                  7)
NOT_TAKEN( 9, blt, 7,                  6)
NOT_TAKEN(10, blt, -6,                 -7)
TAKEN(    11, blt, -7,                 -6)
TAKEN(    12, blt, 0x7ffffffffffffffe, 0x7fffffffffffffff)
NOT_TAKEN(13, blt, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
TAKEN(    14, blt, -1,                 0)
NOT_TAKEN(15, blt, 0,                  -1)
TAKEN(    16, blt, -1,                 1)
NOT_TAKEN(17, blt, 1,                  -1)
TAKEN(    18, blt, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN(19, blt, 0x7fffffffffffffff, 0x8000000000000000)
TAKEN(    20, blt, 0x8000000000000000, 0)
NOT_TAKEN(21, blt, 0,                  0x8000000000000000)
TAKEN(    22, blt, 0x8000000000000000, -1)
NOT_TAKEN(23, blt, -1,                 0x8000000000000000)

/* all 64 bits count */
TAKEN(    24, blt, 0x7fffffff,         0x80000000)
NOT_TAKEN(25, blt, 0x80000000,         0x7fffffff)
TAKEN(    26, blt, 0xffffffff80000000, 0x80000000)
NOT_TAKEN(27, blt, 0x80000000,         0xffffffff80000000)
NOT_TAKEN(28, blt, 0x0000000100000000, 0)
TAKEN(    29, blt, 0,                  0x0000000100000000)
NOT_TAKEN(30, blt, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
NOT_TAKEN_BACK(31, blt, 0,                  0)
TAKEN_BACK(    32, blt, 1,                  2)
NOT_TAKEN_BACK(33, blt, 2,                  1)
TAKEN_BACK(    34, blt, -1,                 1)
NOT_TAKEN_BACK(35, blt, 1,                  -1)
TAKEN_BACK(    36, blt, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN_BACK(37, blt, 0x7fffffffffffffff, 0x8000000000000000)

END

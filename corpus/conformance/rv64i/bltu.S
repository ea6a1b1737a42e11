/* rvrelay case 1
 * title: BLTU branches where rs1 is less than rs2 as unsigned numbers
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
NOT_TAKEN(1, bltu, 0,                  0)
NOT_TAKEN(2, bltu, 1,                  1)
NOT_TAKEN(3, bltu, -1,                 -1)
NOT_TAKEN(4, bltu, 0x8000000000000000, 0x8000000000000000)
NOT_TAKEN(5, bltu, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
TAKEN(     6, bltu, 0,                  1)
NOT_TAKEN( 7, bltu, 1,                  0)
TAKEN(     8, bltu, 6,                  7)
NOT_TAKEN( 9, bltu, 7,                  6)
NOT_TAKEN(10, bltu, -6,                 -7)
TAKEN(    11, bltu, -7,                 -6)
TAKEN(    12, bltu, 0x7ffffffffffffffe, 0x7fffffffffffffff)
NOT_TAKEN(13, bltu, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
NOT_TAKEN(14, bltu, -1,                 0)
TAKEN(    15, bltu, 0,                  -1)
NOT_TAKEN(16, bltu, -1,                 1)
TAKEN(    17, bltu, 1,                  -1)
NOT_TAKEN(18, bltu, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN(    19, bltu, 0x7fffffffffffffff, 0x8000000000000000)
NOT_TAKEN(20, bltu, 0x8000000000000000, 0)
TAKEN(    21, bltu, 0,                  0x8000000000000000)
TAKEN(    22, bltu, 0x8000000000000000, -1)
NOT_TAKEN(23, bltu, -1,                 0x8000000000000000)

/* all 64 bits count */
TAKEN(    24, bltu, 0x7fffffff,         0x80000000)
NOT_TAKEN(25, bltu, 0x80000000,         0x7fffffff)
NOT_TAKEN(26, bltu, 0xffffffff80000000, 0x80000000)
TAKEN(    27, bltu, 0x80000000,         0xffffffff80000000)
NOT_TAKEN(28, bltu, 0x0000000100000000, 0)
TAKEN(    29, bltu, 0,                  0x0000000100000000)
TAKEN(    30, bltu, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
NOT_TAKEN_BACK(31, bltu, 0,                  0)
TAKEN_BACK(    32, bltu, 1,                  2)
NOT_TAKEN_BACK(33, bltu, 2,                  1)
NOT_TAKEN_BACK(34, bltu, -1,                 1)
TAKEN_BACK(    35, bltu, 1,                  -1)
NOT_TAKEN_BACK(36, bltu, 0x8000000000000000, 0x7fffffffffffffff)
TAKEN_BACK(    37, bltu, 0x7fffffffffffffff, 0x8000000000000000)

END

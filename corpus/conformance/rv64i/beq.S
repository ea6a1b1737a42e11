/* rvrelay case 1
 * title: BEQ branches where the operands are equal
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* equal values */
TAKEN(1, beq, 0,                  0)
TAKEN(2, beq, 1,                  1)
TAKEN(3, beq, -1,                 -1)
TAKEN(4, beq, 0x8000000000000000, 0x8000000000000000)
TAKEN(5, beq, 0x7fffffffffffffff, 0x7fffffffffffffff)

/* neighbours */
NOT_TAKEN( 6, beq, 0,                  1)
NOT_TAKEN( 7, beq, 1,                  0)
NOT_TAKEN( 8, beq, 6,                  7)
NOT_TAKEN( 9, beq, 7,                  6)
NOT_TAKEN(10, beq, -6,                 -7)
NOT_TAKEN(11, beq, -7,                 -6)
NOT_TAKEN(12, beq, 0x7ffffffffffffffe, 0x7fffffffffffffff)
NOT_TAKEN(13, beq, 0x7fffffffffffffff, 0x7ffffffffffffffe)

/* on both sides of the sign */
NOT_TAKEN(14, beq, -1,                 0)
NOT_TAKEN(15, beq, 0,                  -1)
NOT_TAKEN(16, beq, -1,                 1)
NOT_TAKEN(17, beq, 1,                  -1)
NOT_TAKEN(18, beq, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN(19, beq, 0x7fffffffffffffff, 0x8000000000000000)
NOT_TAKEN(20, beq, 0x8000000000000000, 0)
NOT_TAKEN(21, beq, 0,                  0x8000000000000000)
NOT_TAKEN(22, beq, 0x8000000000000000, -1)
NOT_TAKEN(23, beq, -1,                 0x8000000000000000)

/* all 64 bits count */
NOT_TAKEN(24, beq, 0x7fffffff,         0x80000000)
NOT_TAKEN(25, beq, 0x80000000,         0x7fffffff)
NOT_TAKEN(26, beq, 0xffffffff80000000, 0x80000000)
NOT_TAKEN(27, beq, 0x80000000,         0xffffffff80000000)
NOT_TAKEN(28, beq, 0x0000000100000000, 0)
NOT_TAKEN(29, beq, 0,                  0x0000000100000000)
NOT_TAKEN(30, beq, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa)

/* backward */
TAKEN_BACK(    31, beq, 0,                  0)
NOT_TAKEN_BACK(32, beq, 1,                  2)
NOT_TAKEN_BACK(33, beq, 2,                  1)
NOT_TAKEN_BACK(34, beq, -1,                 1)
NOT_TAKEN_BACK(35, beq, 1,                  -1)
NOT_TAKEN_BACK(36, beq, 0x8000000000000000, 0x7fffffffffffffff)
NOT_TAKEN_BACK(37, beq, 0x7fffffffffffffff, 0x8000000000000000)

END

/* rvrelay case 1
 * title: C.ANDI with -32 to 31; 0 is allowed
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the immediate */
C_RI( 1, c.andi, a0, 0xffffffffffffffff, 0,   0)
C_RI( 2, c.andi, a0, 0xffffffffffffffff, 1,   1)
C_RI( 3, c.andi, a0, 0xffffffffffffffff, 2,   2)
C_RI( 4, c.andi, a0, 0xffffffffffffffff, 4,   4)
C_RI( 5, c.andi, a0, 0xffffffffffffffff, 8,   8)
C_RI( 6, c.andi, a0, 0xffffffffffffffff, 16,  0x10)
C_RI( 7, c.andi, a0, 0xffffffffffffffff, 31,  0x1f)
C_RI( 8, c.andi, a0, 0xffffffffffffffff, -32, 0xffffffffffffffe0)
C_RI( 9, c.andi, a0, 0xffffffffffffffff, -1,  0xffffffffffffffff)
C_RI(10, c.andi, a0, 0xffffffffffffffff, -2,  0xfffffffffffffffe)

/* mixed bits in every register */
C_RI(11, c.andi, s0, 0xfedcba9876543210, -32, 0xfedcba9876543200)
C_RI(12, c.andi, s1, 0xfedcba9876543210, -29, 0xfedcba9876543200)
C_RI(13, c.andi, a0, 0xfedcba9876543210, -26, 0xfedcba9876543200)
C_RI(14, c.andi, a1, 0xfedcba9876543210, -23, 0xfedcba9876543200)
C_RI(15, c.andi, a2, 0xfedcba9876543210, -20, 0xfedcba9876543200)
C_RI(16, c.andi, a3, 0xfedcba9876543210, -17, 0xfedcba9876543200)
C_RI(17, c.andi, a4, 0xfedcba9876543210, -14, 0xfedcba9876543210)
C_RI(18, c.andi, a5, 0xfedcba9876543210, -11, 0xfedcba9876543210)
C_RI(19, c.andi, s0, 0x0123456789abcdef, 21,  5)

END

/* rvrelay case 1
 * title: C.SRLI shifts right by 1 to 63 and fills with zeros
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the amount */
C_RI(1, c.srli, a0, 0xfedcba9876543210, 1,  0x7f6e5d4c3b2a1908)
C_RI(2, c.srli, a0, 0xfedcba9876543210, 2,  0x3fb72ea61d950c84)
C_RI(3, c.srli, a0, 0xfedcba9876543210, 4,  0x0fedcba987654321)
C_RI(4, c.srli, a0, 0xfedcba9876543210, 8,  0x00fedcba98765432)
C_RI(5, c.srli, a0, 0xfedcba9876543210, 16, 0x0000fedcba987654)
C_RI(6, c.srli, a0, 0xfedcba9876543210, 32, 0xfedcba98)
C_RI(7, c.srli, a0, 0xfedcba9876543210, 63, 1)
C_RI(8, c.srli, a0, 0xfedcba9876543210, 31, 0x00000001fdb97530)

/* every register */
C_RI( 9, c.srli, s0, 0xffffffffffffffff, 5,  0x07ffffffffffffff)
C_RI(10, c.srli, s1, 0xffffffffffffffff, 12, 0x000fffffffffffff)
C_RI(11, c.srli, a0, 0xffffffffffffffff, 19, 0x00001fffffffffff)
C_RI(12, c.srli, a1, 0xffffffffffffffff, 26, 0x0000003fffffffff)
C_RI(13, c.srli, a2, 0xffffffffffffffff, 33, 0x7fffffff)
C_RI(14, c.srli, a3, 0xffffffffffffffff, 40, 0xffffff)
C_RI(15, c.srli, a4, 0xffffffffffffffff, 47, 0x1ffff)
C_RI(16, c.srli, a5, 0xffffffffffffffff, 54, 0x3ff)

END

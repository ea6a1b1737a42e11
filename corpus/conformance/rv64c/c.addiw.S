/* rvrelay case 1
 * title: C.ADDIW adds -32 to 31 to the low word of rd and sign-extends; 0 is allowed
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the immediate */
C_RI( 1, c.addiw, a0, 5,                  0,   5)
C_RI( 2, c.addiw, a0, 0x0123456789abcdef, 0,   0xffffffff89abcdef)
C_RI( 3, c.addiw, a0, 0x0123456789abcdef, 1,   0xffffffff89abcdf0)
C_RI( 4, c.addiw, a0, 0x0123456789abcdef, 2,   0xffffffff89abcdf1)
C_RI( 5, c.addiw, a0, 0x0123456789abcdef, 4,   0xffffffff89abcdf3)
C_RI( 6, c.addiw, a0, 0x0123456789abcdef, 8,   0xffffffff89abcdf7)
C_RI( 7, c.addiw, a0, 0x0123456789abcdef, 16,  0xffffffff89abcdff)
C_RI( 8, c.addiw, a0, 0x0123456789abcdef, 31,  0xffffffff89abce0e)
C_RI( 9, c.addiw, a0, 0x0123456789abcdef, -32, 0xffffffff89abcdcf)
C_RI(10, c.addiw, a0, 0x0123456789abcdef, -1,  0xffffffff89abcdee)

/* edge values */
C_RI(11, c.addiw, a0, 0,                  -1, -1)
C_RI(12, c.addiw, a0, -1,                 1,  0)
C_RI(13, c.addiw, a0, 0x7fffffff,         1,  0xffffffff80000000)
C_RI(14, c.addiw, a0, 0x80000000,         -1, 0x7fffffff)
C_RI(15, c.addiw, a0, 0x80000000,         0,  0xffffffff80000000)
C_RI(16, c.addiw, a0, 0xffffffff,         0,  -1)
C_RI(17, c.addiw, a0, 0x0000000100000000, -1, -1)
C_RI(18, c.addiw, a0, 0xdeadbeef00000001, 1,  2)

/* other registers */
C_RI(19, c.addiw, ra,  0xfedcba9876543210, -3, 0x7654320d)
C_RI(20, c.addiw, sp,  0xfedcba9876543210, -3, 0x7654320d)
C_RI(21, c.addiw, s0,  0xfedcba9876543210, -3, 0x7654320d)
C_RI(22, c.addiw, a7,  0xfedcba9876543210, -3, 0x7654320d)
C_RI(23, c.addiw, s11, 0xfedcba9876543210, -3, 0x7654320d)
C_RI(24, c.addiw, t5,  0xfedcba9876543210, -3, 0x7654320d)

END

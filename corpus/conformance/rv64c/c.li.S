/* rvrelay case 1
 * title: C.LI loads -32 to 31
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the immediate */
C_RI( 1, c.li, a0, 0x0123456789abcdef, 0,   0)
C_RI( 2, c.li, a0, 0x0123456789abcdef, 1,   1)
C_RI( 3, c.li, a0, 0x0123456789abcdef, 2,   2)
C_RI( 4, c.li, a0, 0x0123456789abcdef, 4,   4)
C_RI( 5, c.li, a0, 0x0123456789abcdef, 8,   8)
C_RI( 6, c.li, a0, 0x0123456789abcdef, 16,  0x10)
C_RI( 7, c.li, a0, 0x0123456789abcdef, 31,  0x1f)
C_RI( 8, c.li, a0, 0x0123456789abcdef, -32, 0xffffffffffffffe0)
C_RI( 9, c.li, a0, 0x0123456789abcdef, -1,  0xffffffffffffffff)
C_RI(10, c.li, a0, 0x0123456789abcdef, -2,  0xfffffffffffffffe)

/* every register */
C_RI(11, c.li, ra,  0x0123456789abcdef, -15, 0xfffffffffffffff1)
C_RI(12, c.li, sp,  0x0123456789abcdef, -14, 0xfffffffffffffff2)
C_RI(13, c.li, gp,  0x0123456789abcdef, -13, 0xfffffffffffffff3)
C_RI(14, c.li, tp,  0x0123456789abcdef, -12, 0xfffffffffffffff4)
C_RI(15, c.li, t0,  0x0123456789abcdef, -11, 0xfffffffffffffff5)
C_RI(16, c.li, t1,  0x0123456789abcdef, -10, 0xfffffffffffffff6)
C_RI(17, c.li, t2,  0x0123456789abcdef, -9,  0xfffffffffffffff7)
C_RI(18, c.li, s0,  0x0123456789abcdef, -8,  0xfffffffffffffff8)
C_RI(19, c.li, s1,  0x0123456789abcdef, -7,  0xfffffffffffffff9)
C_RI(20, c.li, a0,  0x0123456789abcdef, -6,  0xfffffffffffffffa)
C_RI(21, c.li, a1,  0x0123456789abcdef, -5,  0xfffffffffffffffb)
C_RI(22, c.li, a2,  0x0123456789abcdef, -4,  0xfffffffffffffffc)
C_RI(23, c.li, a3,  0x0123456789abcdef, -3,  0xfffffffffffffffd)
C_RI(24, c.li, a4,  0x0123456789abcdef, -2,  0xfffffffffffffffe)
C_RI(25, c.li, a5,  0x0123456789abcdef, -1,  0xffffffffffffffff)
C_RI(26, c.li, a6,  0x0123456789abcdef, 0,   0)
C_RI(27, c.li, a7,  0x0123456789abcdef, 1,   1)
C_RI(28, c.li, s2,  0x0123456789abcdef, 2,   2)
C_RI(29, c.li, s3,  0x0123456789abcdef, 3,   3)
C_RI(30, c.li, s4,  0x0123456789abcdef, 4,   4)
C_RI(31, c.li, s5,  0x0123456789abcdef, 5,   5)
C_RI(32, c.li, s6,  0x0123456789abcdef, 6,   6)
C_RI(33, c.li, s7,  0x0123456789abcdef, 7,   7)
C_RI(34, c.li, s8,  0x0123456789abcdef, 8,   8)
C_RI(35, c.li, s9,  0x0123456789abcdef, 9,   9)
C_RI(36, c.li, s10, 0x0123456789abcdef, 10,  0xa)
C_RI(37, c.li, s11, 0x0123456789abcdef, 11,  0xb)
C_RI(38, c.li, t3,  0x0123456789abcdef, 12,  0xc)
C_RI(39, c.li, t4,  0x0123456789abcdef, 13,  0xd)
C_RI(40, c.li, t5,  0x0123456789abcdef, 14,  0xe)

END

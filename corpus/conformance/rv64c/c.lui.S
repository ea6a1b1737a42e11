/* rvrelay case 1
 * title: C.LUI loads a sign-extended 6-bit immediate into the bits from 12 up
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the immediate */
C_RI(1, c.lui, a0, 0x0123456789abcdef, 1,       0x1000)
C_RI(2, c.lui, a0, 0x0123456789abcdef, 2,       0x2000)
C_RI(3, c.lui, a0, 0x0123456789abcdef, 4,       0x4000)
C_RI(4, c.lui, a0, 0x0123456789abcdef, 8,       0x8000)
C_RI(5, c.lui, a0, 0x0123456789abcdef, 16,      0x10000)
C_RI(6, c.lui, a0, 0x0123456789abcdef, 31,      0x1f000)
C_RI(7, c.lui, a0, 0x0123456789abcdef, 0xfffe0, 0xfffffffffffe0000)
C_RI(8, c.lui, a0, 0x0123456789abcdef, 0xfffff, 0xfffffffffffff000)
C_RI(9, c.lui, a0, 0x0123456789abcdef, 0xffff0, 0xffffffffffff0000)

/* every register but x2 */
C_RI(10, c.lui, ra,  0x0123456789abcdef, 1,  0x1000)
C_RI(11, c.lui, gp,  0x0123456789abcdef, 2,  0x2000)
C_RI(12, c.lui, tp,  0x0123456789abcdef, 3,  0x3000)
C_RI(13, c.lui, t0,  0x0123456789abcdef, 4,  0x4000)
C_RI(14, c.lui, t1,  0x0123456789abcdef, 5,  0x5000)
C_RI(15, c.lui, t2,  0x0123456789abcdef, 6,  0x6000)
C_RI(16, c.lui, s0,  0x0123456789abcdef, 7,  0x7000)
C_RI(17, c.lui, s1,  0x0123456789abcdef, 8,  0x8000)
C_RI(18, c.lui, a0,  0x0123456789abcdef, 9,  0x9000)
C_RI(19, c.lui, a1,  0x0123456789abcdef, 10, 0xa000)
C_RI(20, c.lui, a2,  0x0123456789abcdef, 11, 0xb000)
C_RI(21, c.lui, a3,  0x0123456789abcdef, 12, 0xc000)
C_RI(22, c.lui, a4,  0x0123456789abcdef, 13, 0xd000)
C_RI(23, c.lui, a5,  0x0123456789abcdef, 14, 0xe000)
C_RI(24, c.lui, a6,  0x0123456789abcdef, 15, 0xf000)
C_RI(25, c.lui, a7,  0x0123456789abcdef, 16, 0x10000)
C_RI(26, c.lui, s2,  0x0123456789abcdef, 17, 0x11000)
C_RI(27, c.lui, s3,  0x0123456789abcdef, 18, 0x12000)
C_RI(28, c.lui, s4,  0x0123456789abcdef, 19, 0x13000)
C_RI(29, c.lui, s5,  0x0123456789abcdef, 20, 0x14000)
C_RI(30, c.lui, s6,  0x0123456789abcdef, 21, 0x15000)
C_RI(31, c.lui, s7,  0x0123456789abcdef, 22, 0x16000)
C_RI(32, c.lui, s8,  0x0123456789abcdef, 23, 0x17000)
C_RI(33, c.lui, s9,  0x0123456789abcdef, 24, 0x18000)
C_RI(34, c.lui, s10, 0x0123456789abcdef, 25, 0x19000)
C_RI(35, c.lui, s11, 0x0123456789abcdef, 26, 0x1a000)
C_RI(36, c.lui, t3,  0x0123456789abcdef, 27, 0x1b000)
C_RI(37, c.lui, t4,  0x0123456789abcdef, 28, 0x1c000)
C_RI(38, c.lui, t5,  0x0123456789abcdef, 29, 0x1d000)

END

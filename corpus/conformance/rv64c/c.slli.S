/* rvrelay case 1
 * title: C.SLLI shifts left by 1 to 63
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the amount */
C_RI(1, c.slli, a0, 0x0123456789abcdef, 1,  0x02468acf13579bde)
C_RI(2, c.slli, a0, 0x0123456789abcdef, 2,  0x048d159e26af37bc)
C_RI(3, c.slli, a0, 0x0123456789abcdef, 4,  0x123456789abcdef0)
C_RI(4, c.slli, a0, 0x0123456789abcdef, 8,  0x23456789abcdef00)
C_RI(5, c.slli, a0, 0x0123456789abcdef, 16, 0x456789abcdef0000)
C_RI(6, c.slli, a0, 0x0123456789abcdef, 32, 0x89abcdef00000000)
C_RI(7, c.slli, a0, 0x0123456789abcdef, 63, 0x8000000000000000)
C_RI(8, c.slli, a0, 0x0123456789abcdef, 31, 0xc4d5e6f780000000)

/* every register */
C_RI( 9, c.slli, ra,  0xffffffffffffffff, 3,  0xfffffffffffffff8)
C_RI(10, c.slli, sp,  0xffffffffffffffff, 5,  0xffffffffffffffe0)
C_RI(11, c.slli, gp,  0xffffffffffffffff, 7,  0xffffffffffffff80)
C_RI(12, c.slli, tp,  0xffffffffffffffff, 9,  0xfffffffffffffe00)
C_RI(13, c.slli, t0,  0xffffffffffffffff, 11, 0xfffffffffffff800)
C_RI(14, c.slli, t1,  0xffffffffffffffff, 13, 0xffffffffffffe000)
C_RI(15, c.slli, t2,  0xffffffffffffffff, 15, 0xffffffffffff8000)
C_RI(16, c.slli, s0,  0xffffffffffffffff, 17, 0xfffffffffffe0000)
C_RI(17, c.slli, s1,  0xffffffffffffffff, 19, 0xfffffffffff80000)
C_RI(18, c.slli, a0,  0xffffffffffffffff, 21, 0xffffffffffe00000)
C_RI(19, c.slli, a1,  0xffffffffffffffff, 23, 0xffffffffff800000)
C_RI(20, c.slli, a2,  0xffffffffffffffff, 25, 0xfffffffffe000000)
C_RI(21, c.slli, a3,  0xffffffffffffffff, 27, 0xfffffffff8000000)
C_RI(22, c.slli, a4,  0xffffffffffffffff, 29, 0xffffffffe0000000)
C_RI(23, c.slli, a5,  0xffffffffffffffff, 31, 0xffffffff80000000)
C_RI(24, c.slli, a6,  0xffffffffffffffff, 33, 0xfffffffe00000000)
C_RI(25, c.slli, a7,  0xffffffffffffffff, 35, 0xfffffff800000000)
C_RI(26, c.slli, s2,  0xffffffffffffffff, 37, 0xffffffe000000000)
C_RI(27, c.slli, s3,  0xffffffffffffffff, 39, 0xffffff8000000000)
C_RI(28, c.slli, s4,  0xffffffffffffffff, 41, 0xfffffe0000000000)
C_RI(29, c.slli, s5,  0xffffffffffffffff, 43, 0xfffff80000000000)
C_RI(30, c.slli, s6,  0xffffffffffffffff, 45, 0xffffe00000000000)
C_RI(31, c.slli, s7,  0xffffffffffffffff, 47, 0xffff800000000000)
C_RI(32, c.slli, s8,  0xffffffffffffffff, 49, 0xfffe000000000000)
C_RI(33, c.slli, s9,  0xffffffffffffffff, 51, 0xfff8000000000000)
C_RI(34, c.slli, s10, 0xffffffffffffffff, 53, 0xffe0000000000000)
C_RI(35, c.slli, s11, 0xffffffffffffffff, 55, 0xff80000000000000)
C_RI(36, c.slli, t3,  0xffffffffffffffff, 57, 0xfe00000000000000)
C_RI(37, c.slli, t4,  0xffffffffffffffff, 59, 0xf800000000000000)
C_RI(38, c.slli, t5,  0xffffffffffffffff, 61, 0xe000000000000000)

END

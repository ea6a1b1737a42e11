/* rvrelay case 1
 * title: C.ADD adds modulo 2^64
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* small sums */
C_RR(1, c.add, a0, a1, 0,                  0,                  0)
C_RR(2, c.add, a0, a1, 1,                  1,                  2)
C_RR(3, c.add, a0, a1, 3,                  7,                  10)
C_RR(4, c.add, a0, a1, -1,                 1,                  0)
C_RR(5, c.add, a0, a1, 1,                  -1,                 0)
C_RR(6, c.add, a0, a1, -1,                 -1,                 -2)
C_RR(7, c.add, a0, a1, 0x0123456789abcdef, 0xfedcba9876543210, -1)

/* what leaves bit 63 is lost */
C_RR( 8, c.add, a0, a1, 0x7fffffffffffffff, 1,                  0x8000000000000000)
C_RR( 9, c.add, a0, a1, 0x8000000000000000, -1,                 0x7fffffffffffffff)
C_RR(10, c.add, a0, a1, 0x8000000000000000, 0x8000000000000000, 0)
C_RR(11, c.add, a0, a1, 0x7fffffffffffffff, 0x7fffffffffffffff, -2)
C_RR(12, c.add, a0, a1, -1,                 0x8000000000000000, 0x7fffffffffffffff)

/* bit 31 is a bit like any other */
C_RR(13, c.add, a0, a1, 0x7fffffff,         1,                  0x80000000)
C_RR(14, c.add, a0, a1, 0x80000000,         0x80000000,         0x0000000100000000)
C_RR(15, c.add, a0, a1, 0xffffffff,         1,                  0x0000000100000000)
C_RR(16, c.add, a0, a1, 0x5555555555555555, 0xaaaaaaaaaaaaaaaa, -1)

/* every register, and the same one twice */
C_RR(     17, c.add, ra, tp, 0x0123456789abcdef, 0xfedcba9876543210, -1)
C_RR(     18, c.add, sp, t0, 0x0123456789abcdef, 0xfedcba987654320f, -2)
C_RR(     19, c.add, gp, t1, 0x0123456789abcdef, 0xfedcba987654320e, -3)
C_RR(     20, c.add, tp, t2, 0x0123456789abcdef, 0xfedcba987654320d, -4)
C_RR(     21, c.add, t0, s0, 0x0123456789abcdef, 0xfedcba987654320c, -5)
C_RR(     22, c.add, t1, s1, 0x0123456789abcdef, 0xfedcba987654320b, -6)
C_RR(     23, c.add, t2, a0, 0x0123456789abcdef, 0xfedcba987654320a, -7)
C_RR(     24, c.add, s0, a1, 0x0123456789abcdef, 0xfedcba9876543209, -8)
C_RR(     25, c.add, s1, a2, 0x0123456789abcdef, 0xfedcba9876543208, -9)
C_RR(     26, c.add, a0, a3, 0x0123456789abcdef, 0xfedcba9876543207, -10)
C_RR(     27, c.add, a1, a4, 0x0123456789abcdef, 0xfedcba9876543206, -11)
C_RR(     28, c.add, a2, a5, 0x0123456789abcdef, 0xfedcba9876543205, -12)
C_RR(     29, c.add, a3, a6, 0x0123456789abcdef, 0xfedcba9876543204, -13)
C_RR(     30, c.add, a4, a7, 0x0123456789abcdef, 0xfedcba9876543203, -14)
C_RR(     31, c.add, a5, s2, 0x0123456789abcdef, 0xfedcba9876543202, -15)
C_RR(     32, c.add, a6, s3, 0x0123456789abcdef, 0xfedcba9876543201, -16)
C_RR(     33, c.add, a7, s4, 0x0123456789abcdef, 0xfedcba9876543200, -17)
C_RR(     34, c.add, s2, s5, 0x0123456789abcdef, 0xfedcba98765431ff, -18)
C_RR(     35, c.add, s3, s6, 0x0123456789abcdef, 0xfedcba98765431fe, -19)
C_RR(     36, c.add, s4, s7, 0x0123456789abcdef, 0xfedcba98765431fd, -20)
C_RR(     37, c.add, s5, s8, 0x0123456789abcdef, 0xfedcba98765431fc, -21)
C_RR(     38, c.add, s6, s9, 0x0123456789abcdef, 0xfedcba98765431fb, -22)
C_RR(     39, c.add, s7, s10, 0x0123456789abcdef, 0xfedcba98765431fa, -23)
C_RR(     40, c.add, s8, s11, 0x0123456789abcdef, 0xfedcba98765431f9, -24)
C_RR(     41, c.add, s9, t3, 0x0123456789abcdef, 0xfedcba98765431f8, -25)
C_RR(     42, c.add, s10, t4, 0x0123456789abcdef, 0xfedcba98765431f7, -26)
C_RR(     43, c.add, s11, t5, 0x0123456789abcdef, 0xfedcba98765431f6, -27)
C_RR(     44, c.add, t3, ra, 0x0123456789abcdef, 0xfedcba98765431f5, -28)
C_RR(     45, c.add, t4, sp, 0x0123456789abcdef, 0xfedcba98765431f4, -29)
C_RR(     46, c.add, t5, gp, 0x0123456789abcdef, 0xfedcba98765431f3, -30)
C_RR_SAME(47, c.add, a3, 0xfedcba9876543210, 0xfdb97530eca86420)

END

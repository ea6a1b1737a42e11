/* rvrelay case 1
 * title: C.MV copies a register
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* edge values */
C_RR(1, c.mv, a0, a1, 0x0123456789abcdef, 0,                  0)
C_RR(2, c.mv, a0, a1, 0x0123456789abcdef, 1,                  1)
C_RR(3, c.mv, a0, a1, 0x0123456789abcdef, -1,                 -1)
C_RR(4, c.mv, a0, a1, 0x0123456789abcdef, 0x8000000000000000, 0x8000000000000000)
C_RR(5, c.mv, a0, a1, 0x0123456789abcdef, 0x7fffffffffffffff, 0x7fffffffffffffff)
C_RR(6, c.mv, a0, a1, 0x0123456789abcdef, 0x80000000,         0x80000000)
C_RR(7, c.mv, a0, a1, 0x0123456789abcdef, 0x5555555555555555, 0x5555555555555555)

/* every register, and the same one twice */
C_RR(      8, c.mv, ra, tp, 0x0123456789abcdef, 0xfedcba9876543210, 0xfedcba9876543210)
C_RR(      9, c.mv, sp, t0, 0x0123456789abcdef, 0xfedcba987654320f, 0xfedcba987654320f)
C_RR(     10, c.mv, gp, t1, 0x0123456789abcdef, 0xfedcba987654320e, 0xfedcba987654320e)
C_RR(     11, c.mv, tp, t2, 0x0123456789abcdef, 0xfedcba987654320d, 0xfedcba987654320d)
C_RR(     12, c.mv, t0, s0, 0x0123456789abcdef, 0xfedcba987654320c, 0xfedcba987654320c)
C_RR(     13, c.mv, t1, s1, 0x0123456789abcdef, 0xfedcba987654320b, 0xfedcba987654320b)
C_RR(     14, c.mv, t2, a0, 0x0123456789abcdef, 0xfedcba987654320a, 0xfedcba987654320a)
C_RR(     15, c.mv, s0, a1, 0x0123456789abcdef, 0xfedcba9876543209, 0xfedcba9876543209)
C_RR(     16, c.mv, s1, a2, 0x0123456789abcdef, 0xfedcba9876543208, 0xfedcba9876543208)
C_RR(     17, c.mv, a0, a3, 0x0123456789abcdef, 0xfedcba9876543207, 0xfedcba9876543207)
C_RR(     18, c.mv, a1, a4, 0x0123456789abcdef, 0xfedcba9876543206, 0xfedcba9876543206)
C_RR(     19, c.mv, a2, a5, 0x0123456789abcdef, 0xfedcba9876543205, 0xfedcba9876543205)
C_RR(     20, c.mv, a3, a6, 0x0123456789abcdef, 0xfedcba9876543204, 0xfedcba9876543204)
C_RR(     21, c.mv, a4, a7, 0x0123456789abcdef, 0xfedcba9876543203, 0xfedcba9876543203)
C_RR(     22, c.mv, a5, s2, 0x0123456789abcdef, 0xfedcba9876543202, 0xfedcba9876543202)
C_RR(     23, c.mv, a6, s3, 0x0123456789abcdef, 0xfedcba9876543201, 0xfedcba9876543201)
C_RR(     24, c.mv, a7, s4, 0x0123456789abcdef, 0xfedcba9876543200, 0xfedcba9876543200)
C_RR(     25, c.mv, s2, s5, 0x0123456789abcdef, 0xfedcba98765431ff, 0xfedcba98765431ff)
C_RR(     26, c.mv, s3, s6, 0x0123456789abcdef, 0xfedcba98765431fe, 0xfedcba98765431fe)
C_RR(     27, c.mv, s4, s7, 0x0123456789abcdef, 0xfedcba98765431fd, 0xfedcba98765431fd)
C_RR(     28, c.mv, s5, s8, 0x0123456789abcdef, 0xfedcba98765431fc, 0xfedcba98765431fc)
C_RR(     29, c.mv, s6, s9, 0x0123456789abcdef, 0xfedcba98765431fb, 0xfedcba98765431fb)
C_RR(     30, c.mv, s7, s10, 0x0123456789abcdef, 0xfedcba98765431fa, 0xfedcba98765431fa)
C_RR(     31, c.mv, s8, s11, 0x0123456789abcdef, 0xfedcba98765431f9, 0xfedcba98765431f9)
C_RR(     32, c.mv, s9, t3, 0x0123456789abcdef, 0xfedcba98765431f8, 0xfedcba98765431f8)
C_RR(     33, c.mv, s10, t4, 0x0123456789abcdef, 0xfedcba98765431f7, 0xfedcba98765431f7)
C_RR(     34, c.mv, s11, t5, 0x0123456789abcdef, 0xfedcba98765431f6, 0xfedcba98765431f6)
C_RR(     35, c.mv, t3, ra, 0x0123456789abcdef, 0xfedcba98765431f5, 0xfedcba98765431f5)
C_RR(     36, c.mv, t4, sp, 0x0123456789abcdef, 0xfedcba98765431f4, 0xfedcba98765431f4)
C_RR(     37, c.mv, t5, gp, 0x0123456789abcdef, 0xfedcba98765431f3, 0xfedcba98765431f3)
C_RR_SAME(38, c.mv, a3, 0xfedcba9876543210, 0xfedcba9876543210)

END

/* rvrelay case 1
 * title: C.SWSP stores the low word at a multiple of 4 from 0 to 252 above sp
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_STORE(1, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 0,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(2, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 4,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(3, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 8,   0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(4, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 16,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(5, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 32,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(6, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 64,  0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(7, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 128, 0x77665544e3f20819, 0xffeeddccbbaa9988)
C_STORE(8, c.swsp, a2, sp, 0xa7b6c5d4e3f20819, 252, 0x77665544e3f20819, 0xffeeddccbbaa9988)

/* every register */
C_STORE( 9, c.swsp, x0,  sp, 0,                  4, 0x7766554400000000, 0xffeeddccbbaa9988)
C_STORE(10, c.swsp, ra,  sp, 0xa7b6c5d4e3f2081a, 4, 0x77665544e3f2081a, 0xffeeddccbbaa9988)
C_STORE(11, c.swsp, gp,  sp, 0xa7b6c5d4e3f2081b, 4, 0x77665544e3f2081b, 0xffeeddccbbaa9988)
C_STORE(12, c.swsp, tp,  sp, 0xa7b6c5d4e3f2081c, 4, 0x77665544e3f2081c, 0xffeeddccbbaa9988)
C_STORE(13, c.swsp, t0,  sp, 0xa7b6c5d4e3f2081d, 4, 0x77665544e3f2081d, 0xffeeddccbbaa9988)
C_STORE(14, c.swsp, t1,  sp, 0xa7b6c5d4e3f2081e, 4, 0x77665544e3f2081e, 0xffeeddccbbaa9988)
C_STORE(15, c.swsp, t2,  sp, 0xa7b6c5d4e3f2081f, 4, 0x77665544e3f2081f, 0xffeeddccbbaa9988)
C_STORE(16, c.swsp, s0,  sp, 0xa7b6c5d4e3f20820, 4, 0x77665544e3f20820, 0xffeeddccbbaa9988)
C_STORE(17, c.swsp, s1,  sp, 0xa7b6c5d4e3f20821, 4, 0x77665544e3f20821, 0xffeeddccbbaa9988)
C_STORE(18, c.swsp, a0,  sp, 0xa7b6c5d4e3f20822, 4, 0x77665544e3f20822, 0xffeeddccbbaa9988)
C_STORE(19, c.swsp, a1,  sp, 0xa7b6c5d4e3f20823, 4, 0x77665544e3f20823, 0xffeeddccbbaa9988)
C_STORE(20, c.swsp, a2,  sp, 0xa7b6c5d4e3f20824, 4, 0x77665544e3f20824, 0xffeeddccbbaa9988)
C_STORE(21, c.swsp, a3,  sp, 0xa7b6c5d4e3f20825, 4, 0x77665544e3f20825, 0xffeeddccbbaa9988)
C_STORE(22, c.swsp, a4,  sp, 0xa7b6c5d4e3f20826, 4, 0x77665544e3f20826, 0xffeeddccbbaa9988)
C_STORE(23, c.swsp, a5,  sp, 0xa7b6c5d4e3f20827, 4, 0x77665544e3f20827, 0xffeeddccbbaa9988)
C_STORE(24, c.swsp, a6,  sp, 0xa7b6c5d4e3f20828, 4, 0x77665544e3f20828, 0xffeeddccbbaa9988)
C_STORE(25, c.swsp, a7,  sp, 0xa7b6c5d4e3f20829, 4, 0x77665544e3f20829, 0xffeeddccbbaa9988)
C_STORE(26, c.swsp, s2,  sp, 0xa7b6c5d4e3f2082a, 4, 0x77665544e3f2082a, 0xffeeddccbbaa9988)
C_STORE(27, c.swsp, s3,  sp, 0xa7b6c5d4e3f2082b, 4, 0x77665544e3f2082b, 0xffeeddccbbaa9988)
C_STORE(28, c.swsp, s4,  sp, 0xa7b6c5d4e3f2082c, 4, 0x77665544e3f2082c, 0xffeeddccbbaa9988)
C_STORE(29, c.swsp, s5,  sp, 0xa7b6c5d4e3f2082d, 4, 0x77665544e3f2082d, 0xffeeddccbbaa9988)
C_STORE(30, c.swsp, s6,  sp, 0xa7b6c5d4e3f2082e, 4, 0x77665544e3f2082e, 0xffeeddccbbaa9988)
C_STORE(31, c.swsp, s7,  sp, 0xa7b6c5d4e3f2082f, 4, 0x77665544e3f2082f, 0xffeeddccbbaa9988)
C_STORE(32, c.swsp, s8,  sp, 0xa7b6c5d4e3f20830, 4, 0x77665544e3f20830, 0xffeeddccbbaa9988)
C_STORE(33, c.swsp, s9,  sp, 0xa7b6c5d4e3f20831, 4, 0x77665544e3f20831, 0xffeeddccbbaa9988)
C_STORE(34, c.swsp, s10, sp, 0xa7b6c5d4e3f20832, 4, 0x77665544e3f20832, 0xffeeddccbbaa9988)
C_STORE(35, c.swsp, s11, sp, 0xa7b6c5d4e3f20833, 4, 0x77665544e3f20833, 0xffeeddccbbaa9988)
C_STORE(36, c.swsp, t3,  sp, 0xa7b6c5d4e3f20834, 4, 0x77665544e3f20834, 0xffeeddccbbaa9988)
C_STORE(37, c.swsp, t4,  sp, 0xa7b6c5d4e3f20835, 4, 0x77665544e3f20835, 0xffeeddccbbaa9988)
C_STORE(38, c.swsp, t5,  sp, 0xa7b6c5d4e3f20836, 4, 0x77665544e3f20836, 0xffeeddccbbaa9988)

END

CELL

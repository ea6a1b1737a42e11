/* rvrelay case 1
 * title: C.SDSP stores 64 bits at a multiple of 8 from 0 to 504 above sp
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the offset */
C_STORE(1, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 0,   0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(2, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 8,   0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(3, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 16,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(4, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 32,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(5, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 64,  0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(6, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 128, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(7, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 256, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)
C_STORE(8, c.sdsp, a2, sp, 0xa7b6c5d4e3f20819, 504, 0xa7b6c5d4e3f20819, 0xffeeddccbbaa9988)

/* every register */
C_STORE( 9, c.sdsp, x0,  sp, 0,                  8, 0x0000000000000000, 0xffeeddccbbaa9988)
C_STORE(10, c.sdsp, ra,  sp, 0xa7b6c5d4e3f2081a, 8, 0xa7b6c5d4e3f2081a, 0xffeeddccbbaa9988)
C_STORE(11, c.sdsp, gp,  sp, 0xa7b6c5d4e3f2081b, 8, 0xa7b6c5d4e3f2081b, 0xffeeddccbbaa9988)
C_STORE(12, c.sdsp, tp,  sp, 0xa7b6c5d4e3f2081c, 8, 0xa7b6c5d4e3f2081c, 0xffeeddccbbaa9988)
C_STORE(13, c.sdsp, t0,  sp, 0xa7b6c5d4e3f2081d, 8, 0xa7b6c5d4e3f2081d, 0xffeeddccbbaa9988)
C_STORE(14, c.sdsp, t1,  sp, 0xa7b6c5d4e3f2081e, 8, 0xa7b6c5d4e3f2081e, 0xffeeddccbbaa9988)
C_STORE(15, c.sdsp, t2,  sp, 0xa7b6c5d4e3f2081f, 8, 0xa7b6c5d4e3f2081f, 0xffeeddccbbaa9988)
C_STORE(16, c.sdsp, s0,  sp, 0xa7b6c5d4e3f20820, 8, 0xa7b6c5d4e3f20820, 0xffeeddccbbaa9988)
C_STORE(17, c.sdsp, s1,  sp, 0xa7b6c5d4e3f20821, 8, 0xa7b6c5d4e3f20821, 0xffeeddccbbaa9988)
C_STORE(18, c.sdsp, a0,  sp, 0xa7b6c5d4e3f20822, 8, 0xa7b6c5d4e3f20822, 0xffeeddccbbaa9988)
C_STORE(19, c.sdsp, a1,  sp, 0xa7b6c5d4e3f20823, 8, 0xa7b6c5d4e3f20823, 0xffeeddccbbaa9988)
C_STORE(20, c.sdsp, a2,  sp, 0xa7b6c5d4e3f20824, 8, 0xa7b6c5d4e3f20824, 0xffeeddccbbaa9988)
C_STORE(21, c.sdsp, a3,  sp, 0xa7b6c5d4e3f20825, 8, 0xa7b6c5d4e3f20825, 0xffeeddccbbaa9988)
C_STORE(22, c.sdsp, a4,  sp, 0xa7b6c5d4e3f20826, 8, 0xa7b6c5d4e3f20826, 0xffeeddccbbaa9988)
C_STORE(23, c.sdsp, a5,  sp, 0xa7b6c5d4e3f20827, 8, 0xa7b6c5d4e3f20827, 0xffeeddccbbaa9988)
C_STORE(24, c.sdsp, a6,  sp, 0xa7b6c5d4e3f20828, 8, 0xa7b6c5d4e3f20828, 0xffeeddccbbaa9988)
C_STORE(25, c.sdsp, a7,  sp, 0xa7b6c5d4e3f20829, 8, 0xa7b6c5d4e3f20829, 0xffeeddccbbaa9988)
C_STORE(26, c.sdsp, s2,  sp, 0xa7b6c5d4e3f2082a, 8, 0xa7b6c5d4e3f2082a, 0xffeeddccbbaa9988)
C_STORE(27, c.sdsp, s3,  sp, 0xa7b6c5d4e3f2082b, 8, 0xa7b6c5d4e3f2082b, 0xffeeddccbbaa9988)
C_STORE(28, c.sdsp, s4,  sp, 0xa7b6c5d4e3f2082c, 8, 0xa7b6c5d4e3f2082c, 0xffeeddccbbaa9988)
C_STORE(29, c.sdsp, s5,  sp, 0xa7b6c5d4e3f2082d, 8, 0xa7b6c5d4e3f2082d, 0xffeeddccbbaa9988)
C_STORE(30, c.sdsp, s6,  sp, 0xa7b6c5d4e3f2082e, 8, 0xa7b6c5d4e3f2082e, 0xffeeddccbbaa9988)
C_STORE(31, c.sdsp, s7,  sp, 0xa7b6c5d4e3f2082f, 8, 0xa7b6c5d4e3f2082f, 0xffeeddccbbaa9988)
C_STORE(32, c.sdsp, s8,  sp, 0xa7b6c5d4e3f20830, 8, 0xa7b6c5d4e3f20830, 0xffeeddccbbaa9988)
C_STORE(33, c.sdsp, s9,  sp, 0xa7b6c5d4e3f20831, 8, 0xa7b6c5d4e3f20831, 0xffeeddccbbaa9988)
C_STORE(34, c.sdsp, s10, sp, 0xa7b6c5d4e3f20832, 8, 0xa7b6c5d4e3f20832, 0xffeeddccbbaa9988)
C_STORE(35, c.sdsp, s11, sp, 0xa7b6c5d4e3f20833, 8, 0xa7b6c5d4e3f20833, 0xffeeddccbbaa9988)
C_STORE(36, c.sdsp, t3,  sp, 0xa7b6c5d4e3f20834, 8, 0xa7b6c5d4e3f20834, 0xffeeddccbbaa9988)
C_STORE(37, c.sdsp, t4,  sp, 0xa7b6c5d4e3f20835, 8, 0xa7b6c5d4e3f20835, 0xffeeddccbbaa9988)
C_STORE(38, c.sdsp, t5,  sp, 0xa7b6c5d4e3f20836, 8, 0xa7b6c5d4e3f20836, 0xffeeddccbbaa9988)

END

CELL

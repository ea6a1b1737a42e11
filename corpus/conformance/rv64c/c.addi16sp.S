/* rvrelay case 1
 * title: C.ADDI16SP adds a multiple of 16 from -512 to 496 to sp
 * expect: exit 0
 */
#include "../check.h"

BEGIN

/* bits of the immediate */
C_RI(1, c.addi16sp, sp, 0x10000, 16,   0x10010)
C_RI(2, c.addi16sp, sp, 0x10000, 32,   0x10020)
C_RI(3, c.addi16sp, sp, 0x10000, 64,   0x10040)
C_RI(4, c.addi16sp, sp, 0x10000, 128,  0x10080)
C_RI(5, c.addi16sp, sp, 0x10000, 256,  0x10100)
C_RI(6, c.addi16sp, sp, 0x10000, 496,  0x101f0)
C_RI(7, c.addi16sp, sp, 0x10000, -512, 0xfe00)
C_RI(8, c.addi16sp, sp, 0x10000, -16,  0xfff0)
C_RI(9, c.addi16sp, sp, 0x10000, -32,  0xffe0)

/* edge values */
C_RI(10, c.addi16sp, sp, 0,                  -16,  -16)
C_RI(11, c.addi16sp, sp, -1,                 16,   15)
C_RI(12, c.addi16sp, sp, 0x7fffffffffffffff, 496,  0x80000000000001ef)
C_RI(13, c.addi16sp, sp, 0x8000000000000000, -512, 0x7ffffffffffffe00)
C_RI(14, c.addi16sp, sp, 7,                  16,   23)

END

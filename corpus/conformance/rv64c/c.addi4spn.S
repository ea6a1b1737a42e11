/* rvrelay case 1
 * title: C.ADDI4SPN gives sp plus a multiple of 4 from 4 to 1020
 * expect: exit 0
 */
#include "../check.h"

#define ADDI4SPN(n, rd, a, imm, want) \
  li sp, a; .option rvc; c.addi4spn rd, sp, imm; .option norvc; CHECK(n, rd, want); CHECK(n, sp, a)

BEGIN

/* bits of the immediate */
ADDI4SPN(1, a0, 0x10000, 4,    0x10004)
ADDI4SPN(2, a0, 0x10000, 8,    0x10008)
ADDI4SPN(3, a0, 0x10000, 16,   0x10010)
ADDI4SPN(4, a0, 0x10000, 32,   0x10020)
ADDI4SPN(5, a0, 0x10000, 64,   0x10040)
ADDI4SPN(6, a0, 0x10000, 128,  0x10080)
ADDI4SPN(7, a0, 0x10000, 256,  0x10100)
ADDI4SPN(8, a0, 0x10000, 512,  0x10200)
ADDI4SPN(9, a0, 0x10000, 1020, 0x103fc)

/* every register, and edge values */
ADDI4SPN(10, s0, 0,                  4,   4)
ADDI4SPN(11, s1, -1,                 64,  63)
ADDI4SPN(12, a0, 0x7fffffffffffffff, 124, 0x800000000000007b)
ADDI4SPN(13, a1, -4,                 184, 180)
ADDI4SPN(14, a2, 0x7ffffffc,         244, 0x800000f0)
ADDI4SPN(15, a3, 7,                  304, 311)
ADDI4SPN(16, a4, 0x8000000000000000, 364, 0x800000000000016c)
ADDI4SPN(17, a5, 0x0123456789abcdef, 424, 0x0123456789abcf97)

END

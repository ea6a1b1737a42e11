/* rvrelay case 1
 * title: C.BNEZ branches where the register is different from zero
 * expect: exit 0
 */
#include "../check.h"

#define C_TAKEN(n, op, rs1, a) li rs1, a; .option rvc; op rs1, 9f; .option norvc; NEVER(n); 9:
#define C_NOT_TAKEN(n, op, rs1, a) li rs1, a; .option rvc; op rs1, 8f; .option norvc; j 9f; 8: NEVER(n); 9:

BEGIN

/* every register, and every single bit that may differ */
C_NOT_TAKEN( 1, c.bnez, s0, 0)
C_TAKEN(     2, c.bnez, s0, 1)
C_NOT_TAKEN( 3, c.bnez, s1, 0)
C_TAKEN(     4, c.bnez, s1, 512)
C_NOT_TAKEN( 5, c.bnez, a0, 0)
C_TAKEN(     6, c.bnez, a0, 0x40000)
C_NOT_TAKEN( 7, c.bnez, a1, 0)
C_TAKEN(     8, c.bnez, a1, 0x8000000)
C_NOT_TAKEN( 9, c.bnez, a2, 0)
C_TAKEN(    10, c.bnez, a2, 0x0000001000000000)
C_NOT_TAKEN(11, c.bnez, a3, 0)
C_TAKEN(    12, c.bnez, a3, 0x0000200000000000)
C_NOT_TAKEN(13, c.bnez, a4, 0)
C_TAKEN(    14, c.bnez, a4, 0x0040000000000000)
C_NOT_TAKEN(15, c.bnez, a5, 0)
C_TAKEN(    16, c.bnez, a5, 0x8000000000000000)
C_TAKEN(    17, c.bnez, a0, -1)
C_TAKEN(    18, c.bnez, a0, 0x7fffffffffffffff)
C_TAKEN(    19, c.bnez, a0, 0x80000000)
C_TAKEN(    20, c.bnez, a0, 0xffffffff00000000)

END

/* rvrelay case 1
 * title: C.BEQZ branches where the register is equal to zero
 * expect: exit 0
 */
#include "../check.h"

#define C_TAKEN(n, op, rs1, a) li rs1, a; .option rvc; op rs1, 9f; .option norvc; NEVER(n); 9:
#define C_NOT_TAKEN(n, op, rs1, a) li rs1, a; .option rvc; op rs1, 8f; .option norvc; j 9f; 8: NEVER(n); 9:

BEGIN

/* every register, and every single bit that may differ */
C_TAKEN(     1, c.beqz, s0, 0)
C_NOT_TAKEN( 2, c.beqz, s0, 1)
C_TAKEN(     3, c.beqz, s1, 0)
C_NOT_TAKEN( 4, c.beqz, s1, 512)
C_TAKEN(     5, c.beqz, a0, 0)
C_NOT_TAKEN( 6, c.beqz, a0, 0x40000)
C_TAKEN(     7, c.beqz, a1, 0)
C_NOT_TAKEN( 8, c.beqz, a1, 0x8000000)
C_TAKEN(     9, c.beqz, a2, 0)
C_NOT_TAKEN(10, c.beqz, a2, 0x0000001000000000)
C_TAKEN(    11, c.beqz, a3, 0)
C_NOT_TAKEN(12, c.beqz, a3, 0x0000200000000000)
C_TAKEN(    13, c.beqz, a4, 0)
C_NOT_TAKEN(14, c.beqz, a4, 0x0040000000000000)
C_TAKEN(    15, c.beqz, a5, 0)
C_NOT_TAKEN(16, c.beqz, a5, 0x8000000000000000)
C_NOT_TAKEN(17, c.beqz, a0, -1)
C_NOT_TAKEN(18, c.beqz, a0, 0x7fffffffffffffff)
C_NOT_TAKEN(19, c.beqz, a0, 0x80000000)
C_NOT_TAKEN(20, c.beqz, a0, 0xffffffff00000000)

END

/* rvrelay case 1
 * title: Loads of version 0 extend what they read like those of the other versions
 * version: 0
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD( 1, lb,  value, 7, 0xffffffffffffff81)
LOAD( 2, lbu, value, 7, 0x81)
LOAD( 3, lh,  value, 6, 0xffffffffffff8123)
LOAD( 4, lhu, value, 6, 0x8123)
LOAD( 5, lw,  value, 4, 0xffffffff81234567)
LOAD( 6, lwu, value, 4, 0x81234567)
LOAD( 7, ld,  value, 0, 0x812345670f0e0d0c)

/* positive values, not aligned, negative offsets */
LOAD( 8, lb,  value,     3, 0xf)
LOAD( 9, lh,  value,     1, 0xe0d)
LOAD(10, lw,  value,     1, 0x670f0e0d)
LOAD(11, ld,  value + 8, -7, 0x7f812345670f0e0d)

/* rd = rs1, and x0 */
LOAD_RD_IS_RS1(12, ld, value, 0, 0x812345670f0e0d0c)
LOAD_RD_IS_X0( 13, ld, value, 0)
END

        .data
        .balign 8
value:  .dword 0x812345670f0e0d0c, 0x7f

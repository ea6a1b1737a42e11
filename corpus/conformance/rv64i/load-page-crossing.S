/* rvrelay case 1
 * title: Loads of every width may cross from one page into the next
 * expect: exit 0
 */
#include "../check.h"

BEGIN

LOAD( 1, lh,  border, -1, 0xffffffffffff8877)
LOAD( 2, lhu, border, -1, 0x8877)
LOAD( 3, lw,  border, -1, 0xffffffffaa998877)
LOAD( 4, lw,  border, -2, 0xffffffff99887766)
LOAD( 5, lw,  border, -3, 0xffffffff88776655)
LOAD( 6, lwu, border, -1, 0xaa998877)
LOAD( 7, lwu, border, -3, 0x88776655)
LOAD( 8, ld,  border, -1, 0xeeddccbbaa998877)
LOAD( 9, ld,  border, -4, 0xbbaa998877665544)
LOAD(10, ld,  border, -7, 0x8877665544332211)

/* up to the border and from the border on */
LOAD(11, ld,  border, -8, 0x7766554433221100)
LOAD(12, ld,  border, 0,  0xffeeddccbbaa9988)
LOAD(13, lb,  border, -1, 0x77)
LOAD(14, lb,  border, 0,  0xffffffffffffff88)

END

        .data
        .balign 4096
        .skip 4096 - 8
        .dword 0x7766554433221100
border: .dword 0xffeeddccbbaa9988

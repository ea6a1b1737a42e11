/* rvrelay case 1
 * title: Pages of a segment that is only readable can be stored to in version 1, too
 * version: 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD(1, ld, value, 0, 0x0123456789abcdef)
        sd x0, 0(a1)
LOAD(2, ld, value, 0, 0)
END

        .section .rodata
        .balign 8
value:  .dword 0x0123456789abcdef

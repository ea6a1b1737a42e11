/* rvrelay case 1
 * title: Executable pages can be read
 * expect: exit 0
 */
#include "../check.h"

BEGIN
LOAD(1, ld, code, 0, 0x0123456789abcdef)
LOAD(2, lb, code, 7, 1)
LOAD(3, lwu, code, 2, 0x456789ab)
END
        .balign 8
code:   .dword 0x0123456789abcdef

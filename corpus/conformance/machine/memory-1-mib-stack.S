/* rvrelay case 1
 * title: The stack begins at the end of memory, here after 1 MiB
 * memory: 1048576
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        CHECK(1, sp, 0x100000 - 16)
END

/* rvrelay case 1
 * title: Arguments that do not fit into the stack are all written before the program is refused
 * arg: repeat:1048576 0x61
 * expect: fault MemOutOfStack
 * expect-register: sp 0x2fffe0
 */
#include "../check.h"

BEGIN
        EXIT(0)

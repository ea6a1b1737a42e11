/* rvrelay case 1
 * title: JAL reaches 1048576 bytes backward
 * expect: fault MemOutOfBound address=0xfffffffffff10000 kind=Memory
 * expect-pc: 0xfffffffffff10000
 */
#include "../check.h"

BEGIN
        jal a0, _start - 0x100000       /* below address 0: the target shows in pc */
        NEVER(1)

/* rvrelay case 1
 * title: LR.D that fails to load reserves nothing and leaves rd
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-reservation: none
 * expect-register: a0 0x7
 */
#include "../check.h"

BEGIN
        li a0, 7
        li a1, 0x400000
        lr.d a0, (a1)
END

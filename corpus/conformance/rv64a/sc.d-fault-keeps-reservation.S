/* rvrelay case 1
 * title: SC.D that is refused keeps rd and the reservation
 * expect: fault MemWriteOnExecutablePage page=16
 * expect-reservation: 0x10000
 * expect-register: a0 0x7
 */
#include "../check.h"

BEGIN
        li a0, 7
        li a1, 0x10000
        lr.d a2, (a1)
        sc.d a0, a2, (a1)
END

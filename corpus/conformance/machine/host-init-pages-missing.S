/* rvrelay case 1
 * title: Filling from a data piece that does not exist gives 1, whatever else is asked
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: exit 0
 * expect-flags: 768 -
 * system-calls: 9005
 */
#include "../check.h"

BEGIN
        li a0, 0x300001
        li a1, 0x1001
        li a2, 0
        li a3, 8
        li a4, 3
        li a5, 0
        li a7, 9005
        ecall
        CHECK(1, a0, 1)
END

/* rvrelay case 1
 * title: An instruction may cross from one executable page into the next
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        j last
        .skip 4096 - 2 - (. - _start)
last:   li a0, 1234                     /* two bytes here, two in the next page */
        CHECK(1, a0, 1234)
END

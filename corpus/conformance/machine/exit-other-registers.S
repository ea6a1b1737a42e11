/* rvrelay case 1
 * title: Only a0 and a7 matter to exit
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 1
        li a2, 2
        li a6, 3
        li s0, 4
        EXIT(0)

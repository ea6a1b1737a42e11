/* rvrelay case 1
 * title: BGEU reaches from -4096 to 4094
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0
        li a2, 0
start:  bgeu a1, a2, forward
        NEVER(1)
        .skip 4094 - (. - start)
forward:
        j branch
back:   j end
        .skip 4096 - (. - back)
branch: bgeu a1, a2, back
        NEVER(2)
end:

END

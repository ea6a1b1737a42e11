/* rvrelay case 1
 * title: C.BEQZ reaches from -256 to 254
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a1, 0
        .option rvc
start:  c.beqz a1, forward
        .option norvc
        NEVER(1)
        .skip 254 - (. - start)
forward:
        j branch
back:   j end
        .skip 256 - (. - back)
        .option rvc
branch: c.beqz a1, back
        .option norvc
        NEVER(2)
end:

END

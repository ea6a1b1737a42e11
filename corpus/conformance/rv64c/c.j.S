/* rvrelay case 1
 * title: C.J jumps from -2048 to 2046
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        .option rvc
start:  c.j forward
        .option norvc
        NEVER(1)
        .skip 2046 - (. - start)
forward:
        j branch
back:   j near
        .skip 2048 - (. - back)
        .option rvc
branch: c.j back
        .option norvc
        NEVER(2)

        .option rvc
near:   c.j 2f
        .option norvc
        NEVER(3)
1:      j end
        .option rvc
2:      c.j 1b
        .option norvc
        NEVER(4)
end:

END

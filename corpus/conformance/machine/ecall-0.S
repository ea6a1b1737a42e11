/* rvrelay case 1
 * title: System call 0 is unknown
 * expect: fault InvalidEcall code=0
 * expect-pc: 0x10008
 * expect-cycles: 501
 */
#include "../check.h"

BEGIN
        li a7, 0
        ecall
        NEVER(1)

/* rvrelay case 1
 * title: Cycles beyond 2^64 are not added
 * expect: fault CyclesOverflow
 * expect-pc: 0x10010
 * expect-cycles: 503
 * expect-register: a0 0xffffffffffffffff
 * system-calls: 9008
 */
#include "../check.h"

BEGIN
        li a0, -1
        li a7, 9008
        ecall
        NEVER(1)

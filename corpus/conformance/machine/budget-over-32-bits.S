/* rvrelay case 1
 * title: A budget has 64 bits: 2^32 is enough for a short program
 * budget: 4294967296
 * expect: exit 0
 * expect-pc: 0x1000c
 * expect-cycles: 502
 */
#include "../check.h"

BEGIN
END

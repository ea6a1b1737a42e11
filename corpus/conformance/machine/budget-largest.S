/* rvrelay case 1
 * title: The largest budget, 2^64 - 1
 * budget: 18446744073709551615
 * expect: exit 0
 * expect-pc: 0x1000c
 * expect-cycles: 502
 */
#include "../check.h"

BEGIN
END

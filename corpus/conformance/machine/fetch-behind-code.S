/* rvrelay case 1
 * title: Running off the last executable page is a fault at the next one
 * expect: fault MemWriteOnExecutablePage page=17
 * expect-pc: 0x11000
 * expect-cycles: 4
 */
#include "../check.h"

BEGIN
        j last
        .skip 4096 - 4 - (. - _start)
last:   nop

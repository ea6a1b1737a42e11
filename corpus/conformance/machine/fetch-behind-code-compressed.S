/* rvrelay case 1
 * title: A compressed instruction may be the last one of the last executable page
 * expect: fault MemWriteOnExecutablePage page=17
 * expect-pc: 0x11000
 * expect-cycles: 4
 */
#include "../check.h"

BEGIN
        j last
        .skip 4096 - 2 - (. - _start)
        .option rvc
last:   c.nop

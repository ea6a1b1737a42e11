/* rvrelay case 1
 * title: An instruction whose second half lies in a page that is not executable is a fault
 * expect: fault MemWriteOnExecutablePage page=17
 * expect-pc: 0x10ffe
 * expect-cycles: 3
 */
#include "../check.h"

BEGIN
        j last
        .skip 4096 - 2 - (. - _start)
last:   .half 0x0513                    /* li a0, 0, but for its second half */

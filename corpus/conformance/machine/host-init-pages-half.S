/* rvrelay case 1
 * title: A fill that meets a frozen page has given its flags to the pages before that one, and no bytes
 * source: 0x300000007 EwVQAGeAAAA=
 * expect: fault MemWriteOnFreezedPage page=64
 * expect-flags: 63 F
 * expect-flags: 64 DF
 * system-calls: 9003 9005
 */
#include "../check.h"

BEGIN
        li a0, 64
        li a1, 1                    # frozen
        li a7, 9003                 # set flags
        ecall
        li a0, 0x3f000
        li a1, 0x2000               # that page, and the one before it
        li a2, 1
        li a3, 7
        li a4, 3
        li a5, 0
        li a7, 9005                 # init pages
        ecall
        NEVER(1)

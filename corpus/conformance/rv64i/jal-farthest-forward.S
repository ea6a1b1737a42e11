/* rvrelay case 1
 * title: JAL reaches 1048574 bytes forward
 * expect: fault MemWriteOnExecutablePage page=271
 * expect-pc: 0x10fffe
 */
#include "../check.h"

BEGIN
        .option norvc
        jal a0, _start + 0xffffe        /* no such page: the target shows in pc */
        NEVER(1)

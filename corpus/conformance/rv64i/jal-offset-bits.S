/* rvrelay case 1
 * title: JAL reaches every power of two from 64 to 32768 and comes back through its link
 * expect: exit 0
 */
#include "../check.h"

#define TARGET(k, offset) .skip jumps + 4 * k + offset - .; addi s0, s0, 1; jr a0

BEGIN
        li s0, 0
jumps:
        jal a0, jumps + 4 * 0 + 64
        jal a0, jumps + 4 * 1 + 128
        jal a0, jumps + 4 * 2 + 256
        jal a0, jumps + 4 * 3 + 512
        jal a0, jumps + 4 * 4 + 1024
        jal a0, jumps + 4 * 5 + 2048
        jal a0, jumps + 4 * 6 + 4096
        jal a0, jumps + 4 * 7 + 8192
        jal a0, jumps + 4 * 8 + 16384
        jal a0, jumps + 4 * 9 + 32768
        j end

TARGET(0, 64)
TARGET(1, 128)
TARGET(2, 256)
TARGET(3, 512)
TARGET(4, 1024)
TARGET(5, 2048)
TARGET(6, 4096)
TARGET(7, 8192)
TARGET(8, 16384)
TARGET(9, 32768)

end:    CHECK(1, s0, 10)

END

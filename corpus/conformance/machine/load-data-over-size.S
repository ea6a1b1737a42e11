/* rvrelay case 1
 * title: System call 2092 writes the size before the data, which may lie over it
 * source: 0x200000007 SGVsbG8sIHJlbGF5
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        LOAD_DATA(word, 8, 0, 7, 2)
        CHECK(1, a0, 0)
        CHECK(2, s1, 0x72202c6f6c6c6548)        /* "Hello, r" */
END

        .data
word:   .dword 0

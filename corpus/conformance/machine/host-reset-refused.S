/* rvrelay case 1
 * title: A reset to a file that cannot be loaded leaves an empty machine, with pc behind the call
 * source: 0x100000002 f0VMRgEBAQAAAAAAAAAAAAIA8wABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==
 * expect: fault ElfBits
 * expect-pc: 0x10018
 * expect-cycles: 505
 * expect-register: s0 0x0
 * expect-register: a0 0x0
 * expect-register: sp 0x0
 * expect-flags: 16 -
 * system-calls: 9002
 */
#include "../check.h"

BEGIN
        li s0, 77
        li a0, 2
        li a1, 1
        li a7, 9002
        ecall
        NEVER(1)

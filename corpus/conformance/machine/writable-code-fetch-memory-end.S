/* rvrelay case 1
 * title: Without W^X code runs to the end of memory and fails behind it
 * write-xor-execute: no
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 * expect-pc: 0x400000
 * expect-register: a0 0x5
 */
#include "../check.h"

BEGIN
        li s0, 0x400000 - 4
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        jalr s0
        NEVER(1)

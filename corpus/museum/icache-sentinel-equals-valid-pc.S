/* rvrelay case 1
 * title: a jump right behind memory ends there
 * expect-pc: 0x400000
 * expect: fault MemOutOfBound address=0x400000 kind=Memory
 */
        .globl _start
_start: li      t0, 0x400000
        jr      t0

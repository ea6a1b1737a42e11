/* rvrelay case 1
 * title: Without W^X code that was executed and then changed is read anew after another address took its place
 * write-xor-execute: no
 * section: .near 0x40000
 * section: .far 0x60000
 * expect: exit 0
 * expect-flags: 64 D
 */
#include "../check.h"

/* 128 KiB apart, the routines have the same entry in each decoder cache and block cache of CKB-VM. */
BEGIN
        la s0, near
        la s1, far
        jalr s0
        CHECK(1, a0, 4)
        li t0, 0x00500513           # li a0, 5
        sw t0, 0(s0)
        jalr s1
        CHECK(2, a0, 6)
        jalr s0
        CHECK(3, a0, 5)
END

        .section .near, "ax"
near:
        li a0, 4
        ret

        .section .far, "ax"
far:
        li a0, 6
        ret

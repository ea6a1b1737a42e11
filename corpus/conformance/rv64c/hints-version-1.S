/* rvrelay case 1
 * title: C HINTs do nothing in version 1
 * version: 1
 * expect: exit 0
 */
#include "../check.h"

BEGIN
        li a0, 0x8123456789abcdef
        li ra, 0x5555555555555555
        mv a1, sp
        .half 0x0005                    /* c.nop 1 */
        .half 0x107d                    /* c.nop -1 */
        .half 0x0501                    /* c.addi a0, 0 */
        .half 0x0081                    /* c.addi ra, 0 */
        .half 0x4015                    /* c.li x0, 5 */
        .half 0x507d                    /* c.li x0, -1 */
        .half 0x4001                    /* c.li x0, 0 */
        .half 0x6005                    /* c.lui x0, 1 */
        .half 0x707d                    /* c.lui x0, -1 */
        .half 0x0006                    /* c.slli x0, 1 */
        .half 0x107e                    /* c.slli x0, 63 */
        .half 0x0502                    /* c.slli64 a0 */
        .half 0x0002                    /* c.slli64 x0 */
        .half 0x802a                    /* c.mv x0, a0 */
        .half 0x807e                    /* c.mv x0, t6 */
        .half 0x902a                    /* c.add x0, a0 */
        .half 0x900a                    /* c.add x0, sp: C.NTL.P1 */
        .half 0x9016                    /* c.add x0, t0: C.NTL.ALL */
        CHECK(1, a0, 0x8123456789abcdef)
        CHECK(2, ra, 0x5555555555555555)
        CHECK(3, x0, 0)
        CHECK_SAME(4, a1, sp)
END

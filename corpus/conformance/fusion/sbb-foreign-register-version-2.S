/* rvrelay case 1
 * title: SBB takes any register as the last operand of its second instruction, and computes as if it were the first difference
 * version: 2
 * isa: imc,mop
 * expect: exit 0
 * expect-register: a1 0x0
 * expect-register: a3 0x0
 * expect-cycles: 507
 */
        .globl _start
_start: li a0, 5                        /* 1 */
        li a1, 3                        /* 2 */
        li a2, 1                        /* 3 */
        li s4, 100                      /* 4 */
        sub a1, a0, a1
        sltu a3, a0, s4                 /* alone it gives 1 */
        sub a0, a1, a2
        sltu a2, a1, a0
        or a1, a2, a3                   /* 5: all five at once */
        li a0, 0                        /* 6 */
        li a7, 93                       /* 7 */
        ecall                           /* 507 */

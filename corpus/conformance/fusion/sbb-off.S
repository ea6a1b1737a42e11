/* rvrelay case 1
 * title: Without fusion the same five instructions compute what each of them says
 * isa: imc
 * expect: exit 0
 * expect-register: a1 0x1
 * expect-register: a3 0x1
 * expect-cycles: 511
 */
        .globl _start
_start: li a0, 5
        li a1, 3
        li a2, 1
        li s4, 100
        sub a1, a0, a1
        sltu a3, a0, s4
        sub a0, a1, a2
        sltu a2, a1, a0
        or a1, a2, a3
        li a0, 0
        li a7, 93
        ecall

/*
 * Checks for directed programs. Every check has a number. The first check that fails ends its program with that number
 * as exit code; a program in which all checks hold ends with 0.
 *
 * a1 and a2 hold operands, a0 the result and t6 the expected value, unless a check names its registers. Values are
 * 64-bit two's complement, so -1 and 0xffffffffffffffff are the same.
 */
#ifndef RVRELAY_CHECK_H
#define RVRELAY_CHECK_H

/* Starts a program. Instructions stay as long as they are written: only c.* are compressed, after .option rvc. */
#define BEGIN .option norvc; .option norelax; .text; .globl _start; _start:

#define EXIT(code) li a0, code; li a7, 93; ecall

/* Ends a program in which every check held. */
#define END EXIT(0)

/* A place that must not be reached. */
#define NEVER(n) EXIT(n)

/* The register holds the value. */
#define CHECK(n, register, value) li t6, value; CHECK_SAME(n, register, t6)

/* Two registers hold the same value. */
#define CHECK_SAME(n, register1, register2) beq register1, register2, 9f; EXIT(n); 9:

/* Register-register instructions: op rd, rs1, rs2 with operands a and b. */
#define RR(n, op, a, b, want) RR_IN(n, op, a0, a1, a2, a, b, want)
#define RR_IN(n, op, rd, rs1, rs2, a, b, want) li rs1, a; li rs2, b; op rd, rs1, rs2; CHECK(n, rd, want)
#define RR_RD_IS_RS1(n, op, a, b, want) RR_IN(n, op, a1, a1, a2, a, b, want)
#define RR_RD_IS_RS2(n, op, a, b, want) RR_IN(n, op, a2, a1, a2, a, b, want)
#define RR_RS1_IS_RS2(n, op, a, want) li a1, a; op a0, a1, a1; CHECK(n, a0, want)
#define RR_ALL_SAME(n, op, a, want) li a1, a; op a1, a1, a1; CHECK(n, a1, want)
#define RR_RS1_IS_X0(n, op, b, want) li a2, b; op a0, x0, a2; CHECK(n, a0, want)
#define RR_RS2_IS_X0(n, op, a, want) li a1, a; op a0, a1, x0; CHECK(n, a0, want)
#define RR_RD_IS_X0(n, op, a, b) li a1, a; li a2, b; op x0, a1, a2; CHECK(n, x0, 0)

/* Register-immediate instructions: op rd, rs1, imm. */
#define RI(n, op, a, imm, want) RI_IN(n, op, a0, a1, a, imm, want)
#define RI_IN(n, op, rd, rs1, a, imm, want) li rs1, a; op rd, rs1, imm; CHECK(n, rd, want)
#define RI_RD_IS_RS1(n, op, a, imm, want) RI_IN(n, op, a1, a1, a, imm, want)
#define RI_RS1_IS_X0(n, op, imm, want) op a0, x0, imm; CHECK(n, a0, want)
#define RI_RD_IS_X0(n, op, a, imm) li a1, a; op x0, a1, imm; CHECK(n, x0, 0)

/* Instructions with one source: op rd, rs1. */
#define R(n, op, a, want) R_IN(n, op, a0, a1, a, want)
#define R_IN(n, op, rd, rs1, a, want) li rs1, a; op rd, rs1; CHECK(n, rd, want)
#define R_RD_IS_RS1(n, op, a, want) R_IN(n, op, a1, a1, a, want)
#define R_RS1_IS_X0(n, op, want) op a0, x0; CHECK(n, a0, want)
#define R_RD_IS_X0(n, op, a) li a1, a; op x0, a1; CHECK(n, x0, 0)

#endif

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

/* Branches: op a1, a2, forward, and backward. */
#define TAKEN(n, op, a, b) li a1, a; li a2, b; op a1, a2, 9f; NEVER(n); 9:
#define TAKEN_BACK(n, op, a, b) j 7f; 8: j 9f; 7: li a1, a; li a2, b; op a1, a2, 8b; NEVER(n); 9:
#define NOT_TAKEN(n, op, a, b) li a1, a; li a2, b; op a1, a2, 8f; j 9f; 8: NEVER(n); 9:
#define NOT_TAKEN_BACK(n, op, a, b) j 7f; 8: NEVER(n); 7: li a1, a; li a2, b; op a1, a2, 8b

/* Loads: op rd, offset(rs1), where rs1 is the address of a symbol. */
#define LOAD(n, op, symbol, offset, want) LOAD_IN(n, op, a0, a1, symbol, offset, want)
#define LOAD_IN(n, op, rd, rs1, symbol, offset, want) la rs1, symbol; op rd, offset(rs1); CHECK(n, rd, want)
#define LOAD_RD_IS_RS1(n, op, symbol, offset, want) LOAD_IN(n, op, a1, a1, symbol, offset, want)
#define LOAD_RD_IS_X0(n, op, symbol, offset) la a1, symbol; op x0, offset(a1); CHECK(n, x0, 0)

/* Stores: op rs2, offset(rs1) into the 16 bytes at cell, whose two doublewords then hold low and high. */
#define STORE(n, op, value, offset, low, high) STORE_IN(n, op, a2, a1, value, offset, low, high)
#define STORE_IN(n, op, rs2, rs1, value, offset, low, high) \
  SET_CELL(0x7766554433221100, 0xffeeddccbbaa9988); la rs1, cell; li rs2, value; op rs2, offset(rs1); \
  CHECK_CELL(n, low, high)
#define STORE_RS2_IS_X0(n, op, offset, low, high) \
  SET_CELL(0x7766554433221100, 0xffeeddccbbaa9988); la a1, cell; op x0, offset(a1); CHECK_CELL(n, low, high)
#define SET_CELL(low, high) la t5, cell; li t6, low; sd t6, 0(t5); li t6, high; sd t6, 8(t5)
#define CHECK_CELL(n, low, high) la t5, cell; ld t4, 0(t5); CHECK(n, t4, low); ld t4, 8(t5); CHECK(n, t4, high)

/* Atomics: op rd, rs2, (rs1), where rs1 is the address of cell, whose first doubleword is old before and new after. */
#define AMO(n, op, old, b, want, new) AMO_IN(n, op, a0, a2, a1, old, b, want, new); CHECK(n, a2, b)
#define AMO_IN(n, op, rd, rs2, rs1, old, b, want, new) \
  SET_CELL(old, -1); la rs1, cell; li rs2, b; op rd, rs2, (rs1); CHECK(n, rd, want); CHECK_CELL(n, new, -1)
#define AMO_RD_IS_RS2(n, op, old, b, want, new) AMO_IN(n, op, a2, a2, a1, old, b, want, new)
#define AMO_RD_IS_RS1(n, op, old, b, want, new) AMO_IN(n, op, a1, a2, a1, old, b, want, new)
#define AMO_RS2_IS_X0(n, op, old, want, new) \
  SET_CELL(old, -1); la a1, cell; op a0, x0, (a1); CHECK(n, a0, want); CHECK_CELL(n, new, -1)
#define AMO_RD_IS_X0(n, op, old, b, new) \
  SET_CELL(old, -1); la a1, cell; li a2, b; op x0, a2, (a1); CHECK(n, x0, 0); CHECK_CELL(n, new, -1)

/* The 16 bytes that stores and atomics work on. */
#define CELL .data; .balign 16; cell: .dword 0, 0

/* Compressed instructions with the operands "rd, imm" and "rd, rs2". */
#define C_RI(n, op, rd, a, imm, want) li rd, a; .option rvc; op rd, imm; .option norvc; CHECK(n, rd, want)
#define C_RR(n, op, rd, rs2, a, b, want) \
  li rd, a; li rs2, b; .option rvc; op rd, rs2; .option norvc; CHECK(n, rd, want)
#define C_RR_SAME(n, op, rd, a, want) li rd, a; .option rvc; op rd, rd; .option norvc; CHECK(n, rd, want)
#define C_LOAD(n, op, rd, rs1, symbol, offset, want) \
  la rs1, symbol; .option rvc; op rd, offset(rs1); .option norvc; CHECK(n, rd, want)
#define C_STORE(n, op, rs2, rs1, value, offset, low, high) \
  SET_CELL(0x7766554433221100, 0xffeeddccbbaa9988); la rs1, cell - offset; li rs2, value; \
  .option rvc; op rs2, offset(rs1); .option norvc; CHECK_CELL(n, low, high)

/* Calls 2092 with the size in the doubleword at word, which is in s1 afterwards; a0 holds the answer. */
#define LOAD_DATA(address, size, offset, index, source) \
  lla a0, address; lla a1, word; li t0, size; sd t0, 0(a1); li a2, offset; li a3, index; li a4, source; \
  li a7, 2092; ecall; lla a1, word; ld s1, 0(a1)

#endif

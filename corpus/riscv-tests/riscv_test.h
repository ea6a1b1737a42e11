// The environment of riscv-tests for a VM that has nothing but user mode and system call 93: a test passes by exiting
// with 0 and fails by exiting with its own number.
#ifndef RVRELAY_RISCV_TEST_H
#define RVRELAY_RISCV_TEST_H

#define TESTNUM gp

#define RVTEST_RV64U
#define RVTEST_RV32U

#define RVTEST_CODE_BEGIN \
  .text;                  \
  .globl _start;          \
  _start:

#define RVTEST_CODE_END

#define RVTEST_PASS \
  li a0, 0;         \
  li a7, 93;        \
  ecall

#define RVTEST_FAIL \
  mv a0, TESTNUM;   \
  li a7, 93;        \
  ecall

#define EXTRA_DATA

#define RVTEST_DATA_BEGIN .align 4;
#define RVTEST_DATA_END .align 4;

#endif

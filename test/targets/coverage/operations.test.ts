import { expect, test } from "vitest";
import { EXIT, FUSING, hitsOfProgram } from "./hits.ts";

test("operands and registers of a program of three instructions", () => {
  const text = `_start: ${EXIT}`;
  expect(hitsOfProgram(text, "operands")).toEqual(["addi, rs1, 0"]);
  expect(hitsOfProgram(text, "registers")).toEqual(["addi, all different"]);
  expect(hitsOfProgram(text, "stops")).toEqual(["version 2, exit 0"]);
});

test("values are those before the instruction", () => {
  const text = `_start: addi a1, x0, -1\n addi a1, a1, 1\n sub a1, a1, a1\n addi x0, a1, 5 ${EXIT}`;
  expect(hitsOfProgram(text, "operands")).toEqual(["addi, rs1, 0", "addi, rs1, -1", "sub, rs1, 0", "sub, rs2, 0"]);
  expect(hitsOfProgram(text, "registers")).toEqual([
    "addi, rd = x0",
    "addi, rd = rs1",
    "addi, all different",
    "sub, all equal",
  ]);
});

test("pairs of operands: boundary values and all others", () => {
  const text = `_start: li t0, -1\n slli t1, t0, 63\n div a0, t1, t0\n srli t2, t0, 1\n sub a0, t2, t1
 lui t3, 0x80000\n remw a0, t3, t0\n addi t4, t3, -1\n addiw t4, t4, 0\n xor a0, t4, t3\n sltu a0, t0, x0\n or a0, x0, t3
 add a0, t2, t2\n addi t5, x0, 1\n and a0, t5, t4\n srli t6, t3, 32\n sub a0, t6, t5\n sd t0, -8(sp)\n beq t1, t5, _start ${EXIT}`;
  expect(hitsOfProgram(text, "operand pairs")).toEqual([
    "beq, rs1 = MIN64, rs2 = 1",
    "add, rs1 = MAX64, rs2 = MAX64",
    "sub, rs1 = MAX64, rs2 = MIN64",
    "sub, rs1 = other, rs2 = 1", // 2^32 - 1
    "sltu, rs1 = -1, rs2 = 0",
    "xor, rs1 = MAX32, rs2 = MIN32",
    "or, rs1 = 0, rs2 = MIN32",
    "and, rs1 = 1, rs2 = MAX32",
    "div, rs1 = MIN64, rs2 = -1",
    "remw, rs1 = MIN32, rs2 = -1",
  ]);
});

test.each([
  [-(2n ** 63n) + 1n, "other"],
  [2n ** 63n - 2n, "other"],
  [2n ** 31n, "other"],
  [-(2n ** 31n) - 1n, "other"],
  [-(2n ** 31n) + 1n, "other"],
  [2n ** 32n, "other"],
  [2n ** 32n - 1n, "other"],
  [2n, "other"],
  [-(2n ** 63n), "MIN64"],
  [2n ** 63n - 1n, "MAX64"],
  [-(2n ** 31n), "MIN32"],
  [2n ** 31n - 1n, "MAX32"],
  [0n, "0"],
])("%s is the boundary value %s", (value, name) => {
  const data = `\n .data\n .balign 8\nvalue: .dword ${value}\n`;
  const pairs = hitsOfProgram(`_start: ld t0, value\n xor a0, t0, x0\n or a0, t0, t0 ${EXIT}${data}`, "operand pairs");
  const both = name === "other" ? [] : [`or, rs1 = ${name}, rs2 = ${name}`];
  expect(pairs).toEqual([`xor, rs1 = ${name}, rs2 = 0`, ...both]);
});

test("compressed instructions and fused sequences have rows of their own", () => {
  const text = `${FUSING}_start: c.li a1, 5\n li a2, 3\n mulh a3, a1, a2\n mul a4, a1, a2\n ${EXIT}`;
  const operands = hitsOfProgram(text, "operands");
  expect(operands).toContain("WIDE_MUL, rs1, small positive");
  expect(operands.filter((name) => name.startsWith("mul"))).toEqual([]);
  expect(operands.filter((name) => name.startsWith("c.li"))).toEqual([]);
});

test("a dependency is of two instructions executed one right behind the other", () => {
  const text = `_start: lui t0, 1\n add t1, t0, t0\n lui t2, 1\n add t3, t0, t0\n add t3, t3, t2 ${EXIT}`;
  expect(hitsOfProgram(text, "dependencies")).toEqual(["lui writes, add reads", "add writes, add reads"]);
});

test("a write to x0 is none, and x0 is not read", () => {
  expect(hitsOfProgram(`_start: addi x0, x0, 1\n add t1, x0, x0 ${EXIT}`, "dependencies")).toEqual([]);
});

test("a dependency goes over a jump", () => {
  const text = `_start: jal t0, next\n nop\nnext: andi t1, t0, 1 ${EXIT}`;
  expect(hitsOfProgram(text, "dependencies")).toEqual(["jal writes, andi reads"]);
});

test("blocks that are executed unseen in between are no neighbours", () => {
  // `loop` is executed twice and seen once; `jal` is the last one seen before `xor`, but goes elsewhere.
  const text = `_start: li t0, 2\n j loop\nloop: addi t0, t0, -1\n beqz t0, end\n jal t1, loop\nend: xor t2, t1, t1 ${EXIT}`;
  expect(hitsOfProgram(text, "dependencies").filter((name) => name.includes("xor"))).toEqual([]);
});

test("both outcomes of a branch, where the loop was seen once", () => {
  const text = `_start: li t0, 3\nloop: addi t0, t0, -1\n bne t0, x0, loop\n beq x0, x0, end\n nop\nend: ${EXIT}`;
  expect(hitsOfProgram(text, "branches")).toEqual([
    "beq, forward, taken",
    "bne, backward, taken",
    "bne, backward, not taken",
  ]);
});

test("both outcomes of a branch, however long the code behind it is", () => {
  const text = `_start: li t0, 3\nloop: addi t0, t0, -1\n bne t0, x0, loop\n .rept 12000\n addi t1, t1, 1\n .endr ${EXIT}`;
  expect(hitsOfProgram(text, "branches", { maxCycles: 100_000n })).toEqual([
    "bne, backward, taken",
    "bne, backward, not taken",
  ]);
});

test("a branch to the next instruction has no outcome that one could see", () => {
  expect(hitsOfProgram(`_start: beq x0, x0, next\nnext: ${EXIT}`, "branches")).toEqual([]);
});

test("sc: with its reservation, with another one, with none", () => {
  const text = `_start: lui t0, 0x100\n addi t1, t0, 8\n sc.d a0, a1, (t0)\n lr.d a0, (t0)\n sc.d a0, a1, (t0)
 lr.w a0, (t0)\n sc.w a0, a1, (t1) ${EXIT}`;
  expect(hitsOfProgram(text, "sc")).toEqual([
    "sc.w, fails for another reservation",
    "sc.d, succeeds",
    "sc.d, fails without a reservation",
  ]);
});

test("system calls: what a0 is behind them, and faults", () => {
  const answered = `_start: li a7, 2041\n ecall\n li a7, 2042\n ecall\n li a7, 2092\n li a3, 77\n ecall ${EXIT}`;
  expect(hitsOfProgram(answered, "system calls")).toEqual([
    "VM version, a0 larger", // version 2
    "current cycles, a0 larger",
    "load cell data, a0 = 1", // there is no piece 77
  ]);
  const debug = `_start: la a0, text\n li a7, 2177\n ecall ${EXIT}\n .data\ntext: .asciz "hi"\n`;
  expect(hitsOfProgram(debug, "system calls")).toEqual(["debug, a0 unchanged"]);
  expect(hitsOfProgram("_start: li a0, -1\n li a7, 2177\n ecall\n", "system calls")).toEqual(["debug, fault"]);
  expect(hitsOfProgram("_start: li a7, 4242\n ecall\n", "system calls")).toEqual([
    "a number that nobody answers, fault",
  ]);
  expect(hitsOfProgram("_start: li a7, 4242\n ecall\n", "stops")).toEqual(["version 2, fault InvalidEcall"]);
});

test("exits by the sign of their code", () => {
  const exit = (code: number): string[] => hitsOfProgram(`_start: li a0, ${code}\n li a7, 93\n ecall\n`, "stops");
  expect(exit(3)).toEqual(["version 2, exit positive"]);
  expect(exit(200)).toEqual(["version 2, exit negative"]); // the low byte, signed
});

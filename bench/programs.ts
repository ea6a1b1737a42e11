import { assemble } from "../src/assembler/index.ts";

/** A chain of 64-bit and 32-bit arithmetic, 13 instructions a turn. */
const COMPUTE = `
_start: li s0, COUNT
        li a0, 1
        li a1, 0x123456789
1:      add a0, a0, a1
        xor a1, a1, a0
        slli t0, a0, 13
        srli t1, a0, 7
        xor a0, a0, t0
        add a1, a1, t1
        mul a2, a0, a1
        addw a3, a2, a0
        or a4, a3, a1
        sub a0, a0, a4
        sltu t2, a0, a1
        addi s0, s0, -1
        bnez s0, 1b
        li a0, 0
        li a7, 93
        ecall
`;

/** Loads and stores of several widths walking over a page, 10 instructions a turn. */
const MEMORY = `
_start: li s0, COUNT / 16
2:      li s1, 0x100000
        li s2, 16
1:      ld a0, 0(s1)
        lw a1, 8(s1)
        add a0, a0, a1
        sd a0, 16(s1)
        sw a1, 24(s1)
        lbu a2, 5(s1)
        sb a2, 33(s1)
        addi s1, s1, 40
        addi s2, s2, -1
        bnez s2, 1b
        addi s0, s0, -1
        bnez s0, 2b
        li a0, 0
        li a7, 93
        ecall
`;

/** Branches that depend on data, a call and a return in each turn. */
const BRANCHY = `
_start: li s0, COUNT
        li a0, 12345
1:      andi t0, a0, 1
        beqz t0, 2f
        slli t1, a0, 1
        add a0, a0, t1
        addi a0, a0, 1
        j 3f
2:      srli a0, a0, 1
3:      andi t0, a0, 6
        bnez t0, 4f
        addi a0, a0, 77
4:      jal ra, 5f
        addi s0, s0, -1
        bnez s0, 1b
        li a0, 0
        li a7, 93
        ecall
5:      bltu a0, s0, 6f
        xor a0, a0, s0
        andi a0, a0, 0x7ff
6:      ret
`;

/** The three loops, each going round about `count` times. */
export function loops(count: number): { name: string; program: () => Uint8Array }[] {
  const build = (text: string) => (): Uint8Array =>
    assemble(text, { defines: { COUNT: String(count) }, symbols: false }).elf;
  return [
    { name: "compute", program: build(COMPUTE) },
    { name: "memory", program: build(MEMORY) },
    { name: "branchy", program: build(BRANCHY) },
  ];
}

/** A straight program of about `length` different instructions that ends at once. */
export function straight(length: number): Uint8Array {
  const bodies = [
    "add a0, a0, a1",
    "xori a1, a0, 77",
    "slli a2, a1, 3",
    "sub a3, a2, a0",
    "sd a3, -64(sp)",
    "ld a4, -64(sp)",
  ];
  const lines = Array.from({ length }, (_, k) => bodies[k % bodies.length]);
  const text = `_start: ${lines.join("\n")}\nli a0, 0\nli a7, 93\necall\n`;
  return assemble(text, { symbols: false, alignment: 16 }).elf;
}

/** A program that writes to `pages` pages and ends. */
export function dirtying(pages: number): Uint8Array {
  const loop = `li s0, ${pages}\nli s1, 0x100000\nli s2, 4096\n1: sd s1, 0(s1)\nadd s1, s1, s2\naddi s0, s0, -1\nbnez s0, 1b\n`;
  const text = `_start: ${pages > 0 ? loop : ""}li a0, 0\nli a7, 93\necall\n`;
  return assemble(text, { symbols: false }).elf;
}

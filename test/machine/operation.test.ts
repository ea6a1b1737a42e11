import { expect, test } from "vitest";
import { instructionsNamed } from "../../src/isa/index.ts";
import { Operation } from "../../src/machine/operation.ts";

// What a host's meanings may look at (hart.ts): the reference's own take it of 12-bit immediates only.
test.each([
  [-(2 ** 31), 0xffff_ffff_8000_0000n],
  [-4096, 0xffff_ffff_ffff_f000n],
  [-2049, 0xffff_ffff_ffff_f7ffn],
  [-2048, 0xffff_ffff_ffff_f800n],
  [-1, 0xffff_ffff_ffff_ffffn],
  [0, 0n],
  [2047, 2047n],
  [2048, 2048n],
  [2 ** 31 - 4096, 0x7fff_f000n],
])("the immediate %i is %i modulo 2^64", (imm, expected) => {
  const [instruction] = instructionsNamed("lui");
  const place = { pc: 0x10000, length: 4 };
  const { imm64 } = new Operation({ instruction, rd: 10, rs1: 0, rs2: 0, imm }, () => {}, place, 1);
  expect(imm64).toBe(expected);
});

import { expect, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { behindBlock, cyclesToExecute, faultAhead, faultAtPc } from "../../src/laws/block-answer.ts";
import { ReferenceTarget, type State, type Stop } from "../../src/targets/index.ts";
import type { Capabilities } from "../../src/targets/target.ts";

// Expected values: reference/ckb-vm/machine.md 8 and 9 (measured on CKB-VM), and the cost table of cycles.md 1.

const reference = new ReferenceTarget();
const NO_STOP: Stop = { kind: "budget" };

interface Program {
  readonly world: World;
  /** Right after loading; pc is that of `_start`. */
  readonly state: Partial<State>;
  readonly pc: bigint;
}

/** A program at 0x10000, with instructions of four bytes. */
function program(text: string, header = ""): Program {
  const case_ = `/* rvrelay case 1\n * section: .text 0x10000\n${header} */\n.option norvc\n_start: ${text}\n`;
  const { world } = readCase("p.S", case_).checked;
  const { state } = reference.run(world, { start: "boot", maxCycles: 0n, snapshot: false });
  return { world, state, pc: state.pc! };
}

const at = ({ state }: Program, offset: bigint, cycles = 0n): Partial<State> => ({
  ...state,
  pc: state.pc! + offset,
  cycles,
});

test("a load that fails in front of addi, addi, ecall leaves pc behind the block, and 505 cycles with the addi before it", () => {
  const p = program("addi a0, a0, 1; ld a1, 0(a2); addi a0, a0, 1; addi a0, a0, 1; ecall");
  expect(behindBlock(p.state, {}, p.world)).toEqual({ pc: p.pc + 0x14n, cycles: 505n });
  // The block that begins at the load is one addi shorter.
  expect(behindBlock(at(p, 4n, 7n), {}, p.world)).toEqual({ pc: p.pc + 0x14n, cycles: 7n + 504n });
});

test.each([
  ["decoded", 2n],
  ["charged", 504n],
  [undefined, 2n],
] as const)("with blocks %s, a load that costs 2 is executed under a limit of %s", (blocks, cycles) => {
  const p = program("ld a1, 0(a2); addi a0, a0, 1; addi a0, a0, 1; ecall");
  const capabilities: Capabilities = { ...reference.capabilities, ...(blocks && { blocks }) };
  expect(cyclesToExecute(p.state, 2n, p.world, capabilities)).toBe(cycles);
});

test("bytes that are no instruction are met ahead, with the address they stand at", () => {
  const p = program("addi a0, a0, 1; addi a0, a0, 1; .word 0xffffffff");
  const fault = { name: "InvalidInstruction", pc: p.pc + 8n, instruction: 0xffff_ffff };
  expect(faultAhead(p.state, p.world, NO_STOP)).toEqual(fault);
  expect(faultAtPc(p.state, p.world)).toBeUndefined();
  expect(faultAtPc(at(p, 8n), p.world)).toEqual(fault);
});

test.each(["j .", "beq a0, a1, .", "ecall", "ebreak", "jr a0", "fence", "fence.i", "auipc a0, 0"])(
  "nothing is met behind %s, which ends a block",
  (last) => {
    const p = program(`addi a0, a0, 1; ${last}; .word 0xffffffff`);
    expect(faultAhead(p.state, p.world, NO_STOP)).toBeUndefined();
    expect(behindBlock(p.state, {}, p.world).pc).toBe(p.pc + 8n);
  },
);

test("a block has 16 instructions at the most", () => {
  const ended = program(`.rept 16; addi a0, a0, 1; .endr; .word 0xffffffff`);
  expect(faultAhead(ended.state, ended.world, NO_STOP)).toBeUndefined();
  expect(behindBlock(ended.state, {}, ended.world)).toEqual({ pc: ended.pc + 64n, cycles: 16n });
  const met = program(`.rept 15; addi a0, a0, 1; .endr; .word 0xffffffff`);
  expect(faultAhead(met.state, met.world, NO_STOP)).toMatchObject({ name: "InvalidInstruction" });
});

test("code that goes on in a page that is not executable: that page is named", () => {
  const p = program(".balign 4096, 0; .skip 4092, 0; end: addi a0, a0, 1", "");
  const end = { ...p.state, pc: p.pc + 4092n };
  expect(faultAtPc(end, p.world)).toBeUndefined();
  expect(faultAhead(end, p.world, NO_STOP)).toEqual({
    name: "MemWriteOnExecutablePage",
    page: (p.pc + 4096n) / 4096n,
  });
});

test("beyond memory there is no instruction", () => {
  const p = program("ecall");
  const size = BigInt(p.world.memorySize);
  const fault = { name: "MemOutOfBound", address: size, kind: "Memory" };
  expect(faultAtPc({ ...p.state, pc: size }, p.world)).toEqual(fault);
  // Four bytes are read two bytes in front of the end of a page, and two at a time from there on.
  expect(faultAtPc({ ...p.state, pc: size - 3n }, p.world)).toEqual({ ...fault, address: size + 1n });
  expect(faultAtPc({ ...p.state, pc: size - 1n }, p.world)).toEqual({ ...fault, address: size + 1n });
});

test("with fusion, what is fused cannot be told: the target's own pc and cycles count, if they can be", () => {
  const p = program("lui a0, 1; addiw a0, a0, 1; ld a1, 0(a2); ecall", " * isa: imc,mop\n");
  const whole = { pc: p.pc + 16n, cycles: 504n };
  expect(behindBlock(p.state, { pc: p.pc + 16n, cycles: 503n }, p.world)).toEqual({ ...whole, cycles: 503n });
  expect(behindBlock(p.state, { pc: p.pc + 14n, cycles: 505n }, p.world)).toEqual(whole);
  expect(behindBlock(p.state, { pc: p.pc, cycles: 0n }, p.world)).toEqual(whole);
  const invalid = program("addi a0, a0, 1; .word 0xffffffff", " * isa: imc,mop\n");
  const stop: Stop = {
    kind: "fault",
    fault: { name: "InvalidInstruction", pc: invalid.pc + 4n, instruction: 0xffff_ffff },
  };
  expect(faultAhead(invalid.state, invalid.world, stop)).toBeDefined();
  expect(faultAhead(invalid.state, invalid.world, { kind: "exit", code: 0 })).toBeUndefined();
});

test("a target that shows no memory has the code of the program file", () => {
  const p = program("addi a0, a0, 1; .word 0xffffffff");
  expect(faultAhead({ pc: p.pc }, p.world, NO_STOP)).toMatchObject({ name: "InvalidInstruction", pc: p.pc + 4n });
});

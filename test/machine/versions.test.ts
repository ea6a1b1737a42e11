import { describe, expect, test } from "vitest";
import { CODE, EXIT, faultOf, machineWith, op, outOfBound } from "./program.ts";

// What depends on the VM version: reference/ckb-vm/machine.md 6, semantics.md 3 and 4, decode.md 7. ELF flags and the
// stack are in load-program.test.ts and stack.test.ts.

const VERSIONS = [0, 1, 2] as const;

describe("JALR with rd = rs1", () => {
  test.each([
    [0, 0x10014n],
    [1, 0x1000cn],
    [2, 0x1000cn],
  ] as const)("version %i: 12(x1) with x1 = 0x10000 at 0x10004 goes to %i", (version, target) => {
    const code = [op("addi"), op("jalr", { rd: 1, rs1: 1, imm: 12 })];
    const machine = machineWith(code, { version, registers: { 1: 0x10000n }, pc: 0x10004n });
    machine.step();
    expect([machine.pc, machine.registers[1]]).toEqual([target, 0x10008n]);
  });

  test.each([
    [0, 0x10002n],
    [1, 0x20000n],
    [2, 0x20000n],
  ] as const)("version %i: c.jalr x1 with x1 = 0x20000 at 0x10000 goes to %i", (version, target) => {
    const machine = machineWith([op("c.jalr", { rs1: 1 })], { version, registers: { 1: 0x20000n } });
    machine.step();
    expect([machine.pc, machine.registers[1]]).toEqual([target, 0x10002n]);
  });

  test("x0 is no such register, and other registers are the same in every version", () => {
    for (const version of VERSIONS) {
      const zero = machineWith([op("jalr", { imm: 0x10 })], { version });
      zero.step();
      const other = machineWith([op("jalr", { rd: 5, rs1: 6, imm: -3 })], { version, registers: { 6: 0x20000n } });
      other.step();
      expect([zero.pc, other.pc, other.registers[5]]).toEqual([0x10n, 0x1fffcn, 0x10004n]);
    }
  });
});

describe("a load that ends at the end of memory", () => {
  const WIDTHS: Record<string, bigint> = { lb: 1n, lbu: 1n, lh: 2n, lhu: 2n, lw: 4n, lwu: 4n, ld: 8n };
  const END = 0x400000n;

  test.each(Object.entries(WIDTHS))("%s", (name, width) => {
    for (const version of VERSIONS) {
      const load = (address: bigint) => {
        const machine = machineWith([op(name, { rd: 5, rs1: 10 })], { version, registers: { 5: 7n, 10: address } });
        const fault = faultOf(() => machine.step());
        expect(machine.registers[5]).toBe(fault ? 7n : 0n);
        return fault;
      };
      expect(load(END - width)).toEqual(version === 0 ? outOfBound(END) : undefined);
      expect(load(END - width - 1n)).toBeUndefined();
      expect(load(END - width + 1n)).toEqual(outOfBound(width === 1n ? END : END + 1n));
      // Where the end wraps, version 0 reports the wrapped end, later ones the start.
      expect(load(-width)).toEqual(outOfBound(version === 0 ? 0n : -width));
      expect(load(-1n)).toEqual(outOfBound(version === 0 ? width - 1n : -1n));
      // 2^64 - 1 is the last end that does not wrap.
      expect(load(-width - 1n)).toEqual(outOfBound(-width - 1n));
      expect(load(2n ** 63n)).toEqual(outOfBound(2n ** 63n));
    }
  });

  test.each(["c.lw", "c.ld", "c.lwsp", "c.ldsp"])("%s", (name) => {
    const width = name.startsWith("c.lw") ? 4n : 8n;
    const word = name.endsWith("sp") ? op(name, { rd: 8 }) : op(name, { rd: 8, rs1: 9 });
    for (const version of VERSIONS) {
      const machine = machineWith([word], { version, registers: { 2: END - width, 9: END - width } });
      expect(faultOf(() => machine.step())).toEqual(version === 0 ? outOfBound(END) : undefined);
    }
  });

  test.each(["sb", "sh", "sw", "sd"])("%s may store there in every version", (name) => {
    const width = { sb: 1n, sh: 2n, sw: 4n, sd: 8n }[name] ?? 0n;
    for (const version of VERSIONS) {
      const machine = machineWith([op(name, { rs1: 10, rs2: 11 })], {
        version,
        registers: { 10: END - width, 11: -1n },
      });
      machine.step();
      expect(machine.memory.load8(END - 1n)).toBe(255);
    }
  });

  test.each(["lr.w", "sc.w", "amoadd.w"])("%s may access it in every version", (name) => {
    for (const version of VERSIONS) {
      const machine = machineWith([op(name, { rd: 5, rs1: 10 })], { version, registers: { 10: END - 4n } });
      expect(faultOf(() => machine.step())).toBeUndefined();
    }
  });
});

describe("HINTs", () => {
  // c.nop 1, c.addi a0 0, c.li x0 1, c.lui x0 1, c.slli x0 1, c.slli64 a0, c.mv x0 a0, c.add x0 a0
  test.each([0x0005, 0x0501, 0x4005, 0x6005, 0x0006, 0x0502, 0x802a, 0x902a])("%i", (half) => {
    for (const version of VERSIONS) {
      const machine = machineWith([half], { version, registers: { 0: 0n, 10: 9n } });
      const before = [...machine.registers];
      const fault = faultOf(() => machine.step());
      const invalid = { name: "InvalidInstruction", pc: BigInt(CODE), instruction: half };
      expect(fault).toEqual(version === 0 ? invalid : undefined);
      expect([machine.pc, machine.cycles]).toEqual(version === 0 ? [0x10000n, 0n] : [0x10002n, 1n]);
      expect([...machine.registers]).toEqual(before);
    }
  });
});

test("extensions do not depend on the version", () => {
  for (const version of VERSIONS) {
    const code = [op("amoadd.w", { rs1: 10 }), op("clmul", { rd: 5, rs1: 11, rs2: 11 }), ...EXIT];
    const machine = machineWith(code, { version, registers: { 10: 0x20000n, 11: 3n } });
    expect([machine.run(), machine.registers[5]]).toEqual([{ kind: "exit", code: 0 }, 5n]);
    const without = machineWith(code, { version, isa: 0, registers: { 10: 0x20000n } });
    expect(without.run()).toMatchObject({ fault: { name: "InvalidInstruction" } });
  }
});

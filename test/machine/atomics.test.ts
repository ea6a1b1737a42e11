import { describe, expect, test } from "vitest";
import { FLAG_DIRTY, type Machine } from "../../src/machine/index.ts";
import { faultOf, machineWith, onPage, op, outOfBound } from "./program.ts";

// Load reservations and read-modify-write: reference/ckb-vm/semantics.md 5, measured on ckb-vm.

const NONE = 2n ** 64n - 1n;
const AT = 0x5000n;

/** x10 = the address, x11 = -2 (the operand), x12 = 12; memory holds `old`. */
function atomicMachine(code: readonly number[], { at = AT, old = 0n } = {}): Machine {
  const machine = machineWith(code, { registers: { 10: at, 11: 2n ** 64n - 2n, 12: 12n } });
  if (old !== 0n) machine.memory.store64(at, old);
  return machine;
}

function steps(machine: Machine, count: number): Machine {
  for (let k = 0; k < count; k++) machine.step();
  return machine;
}

describe("LR and SC", () => {
  test.each(["w", "d"])("sc.%s without a reservation stores the old value, dirties the page and gives 1", (width) => {
    const machine = atomicMachine([op(`sc.${width}`, { rd: 6, rs1: 10, rs2: 11 })]);
    steps(machine, 1);
    expect([machine.registers[6], machine.memory.fetchFlag(5), machine.memory.load64(AT)]).toEqual([
      1n,
      FLAG_DIRTY,
      0n,
    ]);
  });

  test("a store to the address does not end the reservation; SC at another width succeeds", () => {
    const machine = atomicMachine([
      op("lr.w", { rd: 6, rs1: 10 }),
      op("sd", { rs1: 10, rs2: 11 }),
      op("sc.d", { rd: 7, rs1: 10, rs2: 12 }),
      op("ld", { rd: 8, rs1: 10 }),
    ]);
    steps(machine, 4);
    expect([machine.registers[7], machine.registers[8], machine.reservation]).toEqual([0n, 12n, NONE]);
  });

  test("AMOs, loads, calls and jumps keep the reservation", () => {
    const machine = atomicMachine([
      op("lr.d", { rd: 6, rs1: 10 }),
      op("amoswap.d", { rd: 6, rs1: 10, rs2: 12 }),
      op("ld", { rd: 6, rs1: 10 }),
      op("jal", { rd: 1, imm: 4 }),
      op("ebreak"),
    ]);
    expect(steps(machine, 5).reservation).toBe(AT);
  });

  test("SC ends the reservation whether it succeeds or not", () => {
    const other = atomicMachine([op("lr.d", { rd: 6, rs1: 10 }), op("sc.d", { rd: 6, rs1: 12, rs2: 11 })]);
    steps(other, 2);
    expect([other.registers[6], other.reservation]).toEqual([1n, NONE]);
    const again = atomicMachine([
      op("lr.d", { rd: 6, rs1: 10 }),
      op("sc.d", { rd: 6, rs1: 10, rs2: 11 }),
      op("sc.d", { rd: 7, rs1: 10, rs2: 12 }),
    ]);
    steps(again, 3);
    expect([again.registers[6], again.registers[7], again.memory.load64(AT)]).toEqual([0n, 1n, 2n ** 64n - 2n]);
  });

  test("a later LR moves the reservation", () => {
    const machine = atomicMachine([
      op("lr.d", { rd: 6, rs1: 10 }),
      op("addi", { rd: 10, rs1: 10, imm: 8 }),
      op("lr.w", { rd: 6, rs1: 10 }),
    ]);
    expect(steps(machine, 3).reservation).toBe(AT + 8n);
  });

  test("lr.w sign-extends; an LR that fails changes nothing", () => {
    const machine = atomicMachine([op("lr.w", { rd: 6, rs1: 10 })], { old: 0x80000000n });
    expect(steps(machine, 1).registers[6]).toBe(0xffffffff80000000n);
    const failing = atomicMachine([op("lr.d", { rd: 11, rs1: 10 })], { at: 0x3ffff9n });
    expect(faultOf(() => failing.step())).toEqual(outOfBound(0x400001));
    expect([failing.registers[11], failing.reservation]).toEqual([2n ** 64n - 2n, NONE]);
  });

  test("rd and the address may be one register", () => {
    const machine = atomicMachine([op("lr.d", { rd: 10, rs1: 10 })], { old: 5n });
    steps(machine, 1);
    expect([machine.registers[10], machine.reservation]).toEqual([5n, AT]);
  });

  test("LR works on an executable page, and the SC behind it is refused and changes nothing", () => {
    const machine = atomicMachine([op("lr.d", { rd: 6, rs1: 10 }), op("sc.d", { rd: 7, rs1: 10, rs2: 11 })]);
    machine.setRegister(10, 0x10000n);
    machine.setRegister(7, 77n);
    steps(machine, 1);
    expect(faultOf(() => machine.step())).toEqual(onPage(16));
    expect([machine.registers[7], machine.reservation]).toEqual([77n, 0x10000n]);
  });

  test("with no reservation, SC at 2^64 - 1 is out of bounds all the same", () => {
    const machine = atomicMachine([op("sc.d", { rd: 6, rs1: 10, rs2: 11 })], { at: NONE });
    expect(faultOf(() => machine.step())).toEqual(outOfBound(NONE));
    expect(machine.reservation).toBe(NONE);
  });

  test("the address is looked at before the permission", () => {
    const machine = atomicMachine([op("sc.d", { rd: 6, rs1: 10, rs2: 11 })], { at: 0x3ffffcn });
    machine.memory.setFlag(1023, 2);
    expect(faultOf(() => machine.step())).toEqual(outOfBound(0x400004));
  });
});

describe("AMOs", () => {
  // Worked out by hand from the manual: old value in memory, operand -2, what is stored and what rd gets.
  const OLD = 0x1234_5678_8000_0001n;
  const MINUS2 = 2n ** 64n - 2n;
  const OLD_WORD = 0xffff_ffff_8000_0001n;
  const word = (low: bigint): bigint => 0x1234_5678_0000_0000n | low;
  test.each([
    ["amoswap.d", MINUS2, OLD],
    ["amoadd.d", 0x1234_5678_7fff_ffffn, OLD],
    ["amoxor.d", 0xedcb_a987_7fff_ffffn, OLD],
    ["amoand.d", 0x1234_5678_8000_0000n, OLD],
    ["amoor.d", 2n ** 64n - 1n, OLD],
    ["amomin.d", MINUS2, OLD],
    ["amomax.d", OLD, OLD],
    ["amominu.d", OLD, OLD],
    ["amomaxu.d", MINUS2, OLD],
    ["amoswap.w", word(0xffff_fffen), OLD_WORD],
    ["amoadd.w", word(0x7fff_ffffn), OLD_WORD],
    ["amoxor.w", word(0x7fff_ffffn), OLD_WORD],
    ["amoand.w", word(0x8000_0000n), OLD_WORD],
    ["amoor.w", word(0xffff_ffffn), OLD_WORD],
    ["amomin.w", word(0x8000_0001n), OLD_WORD],
    ["amomax.w", word(0xffff_fffen), OLD_WORD],
    ["amominu.w", word(0x8000_0001n), OLD_WORD],
    ["amomaxu.w", word(0xffff_fffen), OLD_WORD],
  ])("%s stores %i and gives %i", (name, stored, result) => {
    for (const at of [AT, AT + 1n, 0x5ffdn]) {
      const machine = atomicMachine([op(name, { rd: 6, rs1: 10, rs2: 11, aq: 1, rl: 1 })], { at, old: OLD });
      machine.step();
      expect([machine.memory.load64(at), machine.registers[6]]).toEqual([stored, result]);
    }
  });

  test("both operands are read before rd is written", () => {
    const swap = atomicMachine([op("amoswap.d", { rd: 11, rs1: 10, rs2: 11 })], { old: 5n });
    swap.step();
    expect([swap.registers[11], swap.memory.load64(AT)]).toEqual([5n, MINUS2]);
    const onAddress = atomicMachine([op("amoadd.w", { rd: 10, rs1: 10, rs2: 10 })], { old: 5n });
    onAddress.step();
    expect([onAddress.registers[10], onAddress.memory.load64(AT)]).toEqual([5n, 0x5005n]);
  });

  test("an AMO into x0 still stores", () => {
    const machine = atomicMachine([op("amoadd.d", { rs1: 10, rs2: 12 })], { old: 5n });
    machine.step();
    expect([machine.registers[0], machine.memory.load64(AT)]).toEqual([0n, 17n]);
  });

  test("that straddle into an executable page write nothing but rd", () => {
    const machine = atomicMachine([op("amoswap.d", { rd: 6, rs1: 10, rs2: 11 })], { at: 0xfffcn });
    machine.memory.storeBytes(0xfffcn, Uint8Array.of(1, 2, 3, 4));
    machine.memory.clearFlag(15, FLAG_DIRTY);
    expect(faultOf(() => machine.step())).toEqual(onPage(16));
    expect(machine.memory.fetchFlag(15)).toBe(0);
    expect([...machine.memory.loadBytes(0xfffcn, 4)]).toEqual([1, 2, 3, 4]);
    expect(machine.registers[6] & 0xffffffffn).toBe(0x04030201n);
  });

  test("over the end of memory change nothing", () => {
    const machine = atomicMachine([op("amoswap.d", { rd: 12, rs1: 10, rs2: 11 })], { at: 0x3ffffcn });
    expect(faultOf(() => machine.step())).toEqual(outOfBound(0x400004));
    expect(machine.registers[12]).toBe(12n);
  });
});

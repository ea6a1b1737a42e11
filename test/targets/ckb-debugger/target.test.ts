import { beforeEach, describe, expect, test } from "vitest";
import type { World } from "../../../src/case/index.ts";
import { ISA_A, ISA_B, ISA_MOP } from "../../../src/isa/index.ts";
import { unsupportedReason } from "../../../src/targets/index.ts";
import { CkbDebuggerTarget } from "../../../src/targets/ckb-debugger/index.ts";
import { bootLeg, EXIT, EXIT_CYCLES, missing, runOnDebugger, worldOf } from "./programs.ts";

// Cycles are added up by hand from CKB's table: 1 for what computes, 2 and 3 for memory, 3 for jumps, 500 for calls.

beforeEach(({ skip }) => {
  skip(missing !== undefined, missing);
});

const text = (...words: string[]): Uint8Array[] => words.map((word) => Buffer.from(word));

describe("exit", () => {
  test.each([
    ["3", 3],
    ["-1", -1],
    ["128", -128],
    ["256", 0],
  ])("a0 = %s: the low byte, signed; exact cycles without those of loading", async (a0, code) => {
    const { stop, started, state } = await runOnDebugger(worldOf(`li a0, ${a0}; ${EXIT}`));
    expect([stop, started, state.cycles]).toEqual([{ kind: "exit", code }, true, 1n + EXIT_CYCLES]);
    expect([state.registers?.[10], state.registers?.[17]]).toEqual([BigInt.asUintN(64, BigInt(a0)), 93n]);
  });

  test.each<[string, Uint8Array[], number]>([
    ["none", [], 0],
    ["one that is empty", text(""), 1],
    ["some", text("main", "a", "bb"), 3],
    ["what looks like options", text("--help", "--", "-V"), 3],
    ["letters of several bytes, quotes, line ends", text("é \u{1f980}", '"', "\n"), 3],
    ["many", text(...Array.from({ length: 100 }, (_, k) => "x".repeat(k))), 100],
  ])("arguments, and cycles that do not depend on them: %s", async (_, args, code) => {
    for (const version of [0, 1, 2] as const) {
      const { stop, state } = await runOnDebugger(worldOf(`lw a0, 0(sp); ${EXIT}`, version, { args }));
      expect([stop, state.cycles]).toEqual([{ kind: "exit", code }, 3n + EXIT_CYCLES]);
    }
  });

  test("a budget that is just enough, and one that is not", async () => {
    const world = worldOf(`li a0, 1; ${EXIT}`, 1, { args: text("a", "b") });
    expect((await runOnDebugger(world, 502n)).stop).toEqual({ kind: "exit", code: 1 });
    const { stop, state } = await runOnDebugger(world, 501n);
    expect([stop, state.pc, state.cycles]).toEqual([{ kind: "budget" }, 0x10008n, undefined]);
  });
});

describe("faults: name, pc behind the instruction, registers (semantics.md 11)", () => {
  const named = (name: string): object => ({ kind: "fault", fault: { name, payload: "unknown" } });
  test.each<[string, 0 | 1 | 2, object, bigint]>([
    ["lui a0, 0x400; addi x5, x0, 1; ld x6, -7(a0)", 2, named("MemOutOfBound"), 0x1000cn],
    ["lui a0, 0x400; ld x6, -8(a0)", 0, named("MemOutOfBound"), 0x10008n],
    ["lui a0, 0x10; sd x6, 0(a0)", 2, named("MemWriteOnExecutablePage"), 0x10008n],
    ["addi x5, x0, 1; .4byte 0xffffffff", 2, invalid(0x10004n, 0xffff_ffff), 0x10004n],
    ["addi x5, x0, 1; .2byte 0; .2byte 0", 2, invalid(0x10004n, 0), 0x10004n],
    ["lui a0, 0x5; jr a0", 2, named("MemWriteOnExecutablePage"), 0x5000n],
    ["lui a0, 0x400; jr a0", 1, named("MemOutOfBound"), 0x400000n],
    ["li a7, 94; ecall", 2, { kind: "fault", fault: { name: "InvalidEcall", code: 94n } }, 0x10008n],
    ["li a7, -1; ecall", 0, { kind: "fault", fault: { name: "InvalidEcall", code: 2n ** 64n - 1n } }, 0x10008n],
    // Atomics are off in every version of the debugger.
    ["nop; .4byte 0x00b5a52f", 2, invalid(0x10004n, 0xb5a52f), 0x10004n],
  ])("%s, version %i", async (body, version, stop, pc) => {
    const world = worldOf(`.option norvc; ${body}; ${EXIT}`, version);
    const finish = await runOnDebugger(world);
    expect([finish.stop, finish.started]).toEqual([stop, true]);
    expect(finish.state.pc).toBe(pc);
    expect(Object.keys(finish.state).sort()).toEqual(["pc", "registers"]);
  });

  test("a program file that cannot be loaded never starts (elf.md 1)", async () => {
    const world = worldOf(EXIT);
    const { stop, started, state } = await runOnDebugger({ ...world, program: Uint8Array.of(1, 2, 3) });
    const fault = { name: "ElfParseError", text: "Malformed entity: Too small" };
    expect([stop, started, state]).toEqual([{ kind: "fault", fault }, false, {}]);
  });

  test("arguments that do not fit the stack never start (elf.md 5)", async () => {
    const args = text("x".repeat(0x100100));
    const { stop, started } = await runOnDebugger(worldOf(EXIT, 1, { args }));
    expect([stop, started]).toEqual([named("MemOutOfStack"), false]);
  });

  test("a jump to address 0, before which the debugger's profiler gives up", async () => {
    const { stop, state } = await runOnDebugger(worldOf("li a0, 0; jr a0"));
    expect([stop, state]).toEqual([named("MemWriteOnExecutablePage"), {}]);
    expect((await runOnDebugger(worldOf("li a0, 0; jr a0"), 3n)).stop).toEqual({ kind: "budget" });
    expect((await runOnDebugger(worldOf("li a0, 0; jr a0"), 4n)).stop).toEqual(stop);
  });
});

function invalid(pc: bigint, instruction: number): object {
  return { kind: "fault", fault: { name: "InvalidInstruction", pc, instruction } };
}

describe("a leg always ends", () => {
  test("a loop without end, at the first instruction for which there is no budget", async () => {
    // 1 + 3 k cycles after k jumps: the 334th would be cycle 1003.
    const world = worldOf("li a0, 1; 1: addi a0, a0, 1; j 1b", 1, { args: text("a") });
    const { stop, state } = await runOnDebugger(world, 1001n);
    expect([stop, state.registers?.[10], state.pc]).toEqual([{ kind: "budget" }, 251n, 0x10004n]);
  });

  test("no budget at all", async () => {
    const { stop, state } = await runOnDebugger(worldOf("li a0, 1; j ."), 0n);
    expect([stop, state.pc]).toEqual([{ kind: "budget" }, 0x10000n]);
  });

  test("a budget before a fault that comes later", async () => {
    const world = worldOf("li a0, 1; li a1, 2; ld a2, -1(x0)");
    expect((await runOnDebugger(world, 3n)).stop).toEqual({ kind: "budget" });
    expect((await runOnDebugger(world, 4n)).stop).toMatchObject({ kind: "fault", fault: { name: "MemOutOfBound" } });
  });

  test("more instructions than are logged: nothing is concluded", async () => {
    await expect(runOnDebugger(worldOf("j ."), 2n ** 64n - 1n)).rejects.toThrow(
      "the program runs longer than the 50000 instructions that are logged at the most",
    );
  });
});

describe("system calls", () => {
  test("2041 gives the VM version", async () => {
    for (const version of [1, 2] as const) {
      const world = worldOf(`li a7, 2041; ecall; ${EXIT}`, version, { systemCalls: [2041] });
      expect((await runOnDebugger(world)).stop).toEqual({ kind: "exit", code: version });
    }
  });

  test("2177 charges a quarter of a cycle a byte, rounded up, line ends too", async () => {
    // "ba" and two line ends: 1 cycle, beside 9 of the other instructions and two calls.
    const body = `lui a0, 0x200; li t0, 0x0a0a6162; sw t0, 0(a0); li a7, 2177; ecall; li a0, 0; ${EXIT}`;
    const { stop, state } = await runOnDebugger(worldOf(body, 0, { systemCalls: [2177] }));
    expect([stop, state.cycles]).toEqual([{ kind: "exit", code: 0 }, 1n + 2n + 3n + 2n + 500n + 1n + 1n + 501n]);
  });

  test.each([2041, 2042, 2061, 2091, 2092, 2177, 9003])(
    "%i is unknown where the world does not offer it",
    async (call) => {
      const { stop, state } = await runOnDebugger(worldOf(`li a7, ${call}; ecall; ${EXIT}`, 1));
      expect(stop).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code: BigInt(call) } });
      expect(state.registers?.[17]).toBe(BigInt(call));
    },
  );
});

describe("what it says it cannot run", () => {
  const target = new CkbDebuggerTarget();
  test.each<[string, Partial<World>, RegExp]>([
    ["version 0 with more than imc", { version: 0, isa: ISA_B }, /version 0 with imc only/],
    ["version 2 without fusion", { isa: ISA_B }, /version 2 with imc,b,mop only/],
    ["atomics", { isa: ISA_A | ISA_B | ISA_MOP }, /lacks ISA bits/],
    ["other memory sizes", { memorySize: 2 ** 20 }, /at least 4194304 bytes/],
    ["worlds without W^X", { isa: ISA_B | ISA_MOP, writeXorExecute: false }, /never lets code be written/],
    ["the constant cost model", { cost: "constant" }, /constant cost model/],
    ["the current cycles, which have those of loading in them", { systemCalls: [2042] }, /2042/],
    ["the VM version in version 0", { version: 0, isa: 0, systemCalls: [2041] }, /2041 from VM version 1/],
    ["arguments that are not text", { args: [Uint8Array.of(0xff)] }, /UTF-8/],
    ["arguments with a zero byte", { args: [Uint8Array.of(0)] }, /zero bytes/],
  ])("%s", (_, changes, reason) => {
    expect(unsupportedReason(target, worldOf(EXIT, 2, changes))).toMatch(reason);
  });

  test.each([
    ["another ELF version", 6, 0, /an ELF version other than 1/],
    ["program headers of another size", 54, 55, /not 56 bytes long/],
    ["section headers at an odd place", 40, 65, /section headers that cannot be read/],
    ["section headers behind the end", 40, 0x7ffff8, /section headers that cannot be read/],
  ])("program files with %s, which its profiler refuses and the VM does not", async (_, at, value, reason) => {
    const world = worldOf(EXIT);
    const program = world.program.slice();
    new DataView(program.buffer).setUint8(at, value & 255);
    if (value > 255) new DataView(program.buffer).setBigUint64(at, BigInt(value), true);
    expect(unsupportedReason(target, { ...world, program })).toMatch(reason);
    await expect(target.run({ ...world, program }, bootLeg(1000n))).rejects.toThrow("none of the VM: Error(");
  });

  test("nothing else", () => {
    for (const version of [0, 1, 2] as const) expect(unsupportedReason(target, worldOf(EXIT, version))).toBeUndefined();
  });

  test("snapshots", async () => {
    const world = worldOf(EXIT);
    await expect(target.run(world, { ...bootLeg(10n), snapshot: true })).rejects.toThrow("no snapshots");
  });
});

import { describe, expect, test } from "vitest";
import { readCase, type World } from "../../src/case/index.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";

// Expected values follow CKB's node: order of effects, error codes and charges of system calls 2041, 2042, 2092, 2177.

const PIECE = Uint8Array.from({ length: 0x2800 }, (_, k) => k % 253);
const ECALL_COST = 500n;

function run(body: string, changes: Partial<World> = {}): Finish {
  const { world } = readCase("call.S", `_start: ${body}\n ebreak\n li a7, 93\n ecall\n`).checked;
  const sources = [{ id: (3n << 32n) | 7n, bytes: PIECE }];
  return new ReferenceTarget().run(
    { ...world, sources, ...changes },
    { start: "boot", maxCycles: 100_000n, snapshot: true },
  );
}

/** Asks for `size` bytes at `offset` of piece 7 of source 3 at 0x200000, the size word at 0x300000. */
function load(size: number, offset: number, { index = 7, source = 3, pointer = 0x300000, to = 0x200000 } = {}): string {
  return `
    li s0, ${pointer}
    li s1, ${size}
    li t0, 0x300000
    sd s1, 0(t0)
    li a0, ${to}
    mv a1, s0
    li a2, ${offset}
    li a3, ${index}
    li a4, ${source}
    li a7, 2092
    ecall
    mv s2, a0
    ld s3, 0(t0)`;
}

const S2 = 18;
const S3 = 19;

describe("2092, load cell data", () => {
  test("copies at most the size, returns what is left from the offset, and tracks whole pages", () => {
    const { state, snapshot } = run(load(0x1800, 0x10));
    expect(state.registers?.[S2]).toBe(0n);
    expect(state.registers?.[S3]).toBe(0x27f0n);
    expect(state.memory?.pageView(0x200).subarray(0, 3)).toEqual(Uint8Array.of(16, 17, 18));
    expect(state.memory?.pageView(0x201)[0x7ff]).toBe((0x10 + 0x17ff) % 253);
    expect(state.memory?.pageView(0x201)[0x800]).toBe(0);
    const id = (3n << 32n) | 7n;
    expect(snapshot?.pagesFromSource).toContainEqual({
      address: 0x200000n,
      flag: 0,
      id,
      offset: 0x10n,
      length: 0x1000n,
    });
  });

  test("charges a quarter of a cycle a byte, rounded up", () => {
    const cyclesOf = (size: number): bigint => run(load(size, 0)).state.cycles ?? 0n;
    expect(cyclesOf(4) - cyclesOf(1)).toBe(0n);
    expect(cyclesOf(5) - cyclesOf(4)).toBe(1n);
  });

  test("size 0 asks for the length only: no bytes, no charge", () => {
    const asked = run(load(0, 0x800));
    expect(asked.state.registers?.[S3]).toBe(0x2000n);
    expect(asked.state.memory?.isUntouched(0x200)).toBe(true);
    expect((run(load(1, 0x800)).state.cycles ?? 0n) - (asked.state.cycles ?? 0n)).toBe(1n);
  });

  test("an offset behind the end is found, empty", () => {
    const { state } = run(load(16, 0x9000));
    expect([state.registers?.[S2], state.registers?.[S3]]).toEqual([0n, 0n]);
  });

  test("a missing piece gives 1 before the size pointer is looked at", () => {
    const { stop, state } = run(load(16, 0, { index: 8, pointer: -8 }));
    expect(stop).toMatchObject({ kind: "exit" });
    expect(state.registers?.[S2]).toBe(1n);
  });

  test("a bad size pointer and a destination outside memory end the run", () => {
    const fault = (address: bigint): object => ({
      kind: "fault",
      fault: { name: "MemOutOfBound", address, kind: "Memory" },
    });
    expect(run(load(16, 0, { pointer: -8 })).stop).toEqual(fault(2n ** 64n - 8n));
    expect(run(load(16, 0, { to: 0x3ffff8 })).stop).toEqual(fault(0x400008n));
  });

  test("a destination on an executable page ends the run", () => {
    expect(run(load(16, 0, { to: 0x10000 })).stop).toEqual({
      kind: "fault",
      fault: { name: "MemWriteOnExecutablePage", page: 16n },
    });
  });
});

test("2041 gives the VM version, 2042 the cycles including its own", () => {
  expect(run("li a7, 2041\n ecall\n mv s2, a0", { version: 1 }).state.registers?.[S2]).toBe(1n);
  expect(run("li a7, 2042\n ecall\n mv s2, a0").state.registers?.[S2]).toBe(1n + ECALL_COST);
});

describe("2177, debug", () => {
  test("prints up to the zero byte and charges its length, a0 stays", () => {
    const { state } = run(
      "li t0, 0x300000\n li t1, 0x6968\n sd t1, 0(t0)\n mv a0, t0\n li a7, 2177\n ecall\n mv s2, a0",
    );
    expect(new TextDecoder().decode(state.output)).toBe("hi");
    expect(state.registers?.[S2]).toBe(0x300000n);
  });

  test("text that is not UTF-8 ends the run, charged and not printed", () => {
    const { stop, state } = run("li t0, 0x300000\n li t1, 0xff\n sb t1, 0(t0)\n mv a0, t0\n li a7, 2177\n ecall");
    expect(stop).toMatchObject({ kind: "fault", fault: { name: "External" } });
    expect(state.output).toHaveLength(0);
  });
});

test("a call the world does not offer is unknown", () => {
  expect(run("li a7, 2177\n ecall", { systemCalls: [2041] }).stop).toEqual({
    kind: "fault",
    fault: { name: "InvalidEcall", code: 2177n },
  });
});

test("a call number is compared in 64 bits", () => {
  const { stop } = run("li a7, 0x10000000000007f9\n ecall");
  expect(stop).toEqual({ kind: "fault", fault: { name: "InvalidEcall", code: 0x1000_0000_0000_07f9n } });
});

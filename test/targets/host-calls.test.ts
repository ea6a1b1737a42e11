import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, HOST_CALLS, readCase, type World } from "../../src/case/index.ts";
import { FLAG_DIRTY, FLAG_EXECUTABLE, FLAG_FREEZED } from "../../src/machine/index.ts";
import { ReferenceTarget, stopText, type Finish, type Leg } from "../../src/targets/index.ts";

// Expected values follow docs/case-files.md, "Host calls", and what reference/ckb-vm says of the operations behind them.

const A0 = 10;
const S0 = 8;
const SP = 2;
const ECALL_COST = 500n;
const MAX = 2n ** 64n - 1n;

/** `source << 32 | index` of a piece whose first two instructions are `li a0, 5` and `ret`. */
const CODE_PIECE = { id: (3n << 32n) | 7n, bytes: words(0x00500513, 0x00008067) };

function words(...values: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(values).buffer);
}

function worldOf(body: string, changes: Partial<World> = {}): World {
  const { world } = readCase("call.S", `_start: ${body}\n li a7, 93\n ecall\n`).checked;
  const systemCalls = [...DEFAULT_WORLD.systemCalls, ...Object.values(HOST_CALLS)];
  return { ...world, sources: [CODE_PIECE], systemCalls, ...changes };
}

function runLeg(world: World, leg: Partial<Leg> = {}): Finish {
  return new ReferenceTarget().run(world, { start: "boot", maxCycles: 100_000n, snapshot: true, ...leg });
}

function run(body: string, changes: Partial<World> = {}, leg: Partial<Leg> = {}): Finish {
  return runLeg(worldOf(body, changes), leg);
}

/** Assembly of one call; the number takes two instructions. */
function call(number: number, ...args: (number | bigint)[]): string {
  return [...args.map((value, k) => `li a${k}, ${value}`), `li a7, ${number}`, "ecall"].join("\n");
}

function register({ state }: Finish, number: number): bigint | undefined {
  return state.registers?.[number];
}

function flagsOf({ state }: Finish, page: number): number | undefined {
  return state.pageFlags?.[page];
}

test("no world has them unless it says so", () => {
  const calls = Object.values(HOST_CALLS);
  expect(calls.filter((number) => DEFAULT_WORLD.systemCalls.includes(number))).toEqual([]);
  const { systemCalls } = DEFAULT_WORLD;
  for (const number of calls) {
    expect(stopText(run(call(number, 0, 0), { systemCalls }).stop)).toBe(`fault InvalidEcall code=${number}`);
  }
});

test("numbers are compared in 64 bits", () => {
  expect(stopText(run("li a7, 0x2000000000002329\n ecall").stop)).toBe(
    `fault InvalidEcall code=${0x2000_0000_0000_2329n}`,
  );
});

describe("9001, pause", () => {
  const world = worldOf(`${call(HOST_CALLS.pause, 5)}\n addi a0, a0, 9`);

  test("ends the run behind the call, with a0 = 0", () => {
    const finish = runLeg(world);
    expect([stopText(finish.stop), register(finish, A0)]).toEqual(["pause", 0n]);
    expect([finish.state.pc, finish.state.cycles]).toEqual([0x10010n, 3n + ECALL_COST]);
  });

  test("comes once: the next leg runs on", () => {
    const start = runLeg(world).snapshot ?? "boot";
    expect(stopText(runLeg(world, { start }).stop)).toBe("exit 9");
  });
});

describe("9002, reset", () => {
  /** Exits with 1 if a register but sp and a7 is not 0, or with what it finds at 0x20000. */
  const program = readCase(
    "second.S",
    `_start: ${[1, 3, 4, 5, 8, 10, 11, 31].map((x) => `bnez x${x}, 1f`).join("\n")}
     li t0, 0x300000
     lbu a0, 0(t0)
     addi a0, a0, 40
     li a7, 93
     ecall
  1: li a0, 1
     li a7, 93
     ecall`,
  ).checked.world.program;
  const sources = [{ id: (1n << 32n) | 2n, bytes: program }];
  const prepare = "li s0, 77\n li t0, 0x300000\n sb s0, 0(t0)\n lr.d a1, (t0)\n";
  const body = prepare + call(HOST_CALLS.reset, 2, 1);

  test("runs the program of a piece with registers, memory, flags and reservation as new", () => {
    const finish = run(body, { sources });
    expect(stopText(finish.stop)).toBe("exit 40");
    expect(finish.state.reservation).toBe(MAX);
    expect(register(finish, SP)).toBe(0x3ffff0n);
    expect(flagsOf(finish, 0x300)).toBe(0);
  });

  test("keeps the cycles spent, and the limit", () => {
    const long = run(body, { sources });
    const second = run("", { program });
    // Two constants, a store, a load reserved, two arguments, the number, the call.
    const before = 2n + 3n + 3n + 2n + 2n + ECALL_COST;
    expect((long.state.cycles ?? 0n) - before).toBe(second.state.cycles);
    expect(long.state.maxCycles).toBe(100_000n);
    expect(stopText(run(body, { sources }, { maxCycles: before + 3n }).stop)).toBe("budget");
  });

  test("tracks no page of the new program: a snapshot has them as bytes", () => {
    const { snapshot } = run(body, { sources });
    expect(snapshot?.pagesFromSource).toEqual([]);
    expect(snapshot?.dirtyPages.map(({ address, flag }) => [address, flag])).toEqual([[0x10000n, 7]]);
  });

  test("piece 0 is the program file", () => {
    const again = "bnez s1, 1f\n li s1, 1\n addi s2, s2, 1\n";
    const finish = run(`${again}${call(HOST_CALLS.reset, 0, 0)}\n1: nop`, {}, { maxCycles: 3000n });
    // Registers are zeroed, so it resets itself until the budget ends.
    expect([stopText(finish.stop), register(finish, 18)]).toEqual(["budget", 1n]);
  });

  test("a missing piece gives 1 and changes nothing else", () => {
    const finish = run(`${prepare}${call(HOST_CALLS.reset, 8, 1)}\n mv s1, a0`, { sources });
    expect([register(finish, 9), register(finish, S0), flagsOf(finish, 0x300)]).toEqual([1n, 77n, FLAG_DIRTY]);
  });

  test("a piece that is no program ends the run: all is zero, and pc behind the call", () => {
    const finish = run(`li s0, 77\n ${call(HOST_CALLS.reset, 7, 3)}`);
    expect(stopText(finish.stop)).toBe("fault ElfParseError text=Malformed entity: Too small");
    expect([finish.state.pc, register(finish, S0)]).toEqual([0x10018n, 0n]);
    expect(finish.state.pageFlags?.every((flags) => flags === 0)).toBe(true);
    expect(finish.state.cycles).toBe(5n + ECALL_COST);
  });

  test("version 0 stores argc, so the stack is dirty", () => {
    const finish = run(body, { sources, version: 0 });
    expect([stopText(finish.stop), register(finish, SP), flagsOf(finish, 1023)]).toEqual([
      "exit 40",
      0x3ffff8n,
      FLAG_DIRTY,
    ]);
  });
});

describe("9003, set flags", () => {
  test("adds bits and marks the page dirty", () => {
    const finish = run(`${call(HOST_CALLS.setFlags, 0x200, 0x1f9)}\n mv s0, a0`);
    expect([stopText(finish.stop), flagsOf(finish, 0x200)]).toEqual(["exit 0", 0xf9 | FLAG_DIRTY]);
  });

  test("a tracked page goes into the snapshot as bytes", () => {
    const body = ".text\n lui t0, 0x10\n li a0, 16\n li a1, 0\n li a7, 9003\n ecall\n .space 4096\n";
    const changed = run(`j 1f\n .balign 4096\n .space 4096\n1: ${body}`).snapshot;
    expect(changed?.dirtyPages.map(({ address }) => address)).toContain(0x10000n);
    const { snapshot } = run(`j 1f\n .balign 4096\n .space 4096\n1: ${body.replace("li a0, 16", "li a0, 300")}`);
    expect(snapshot?.dirtyPages.map(({ address }) => address)).not.toContain(0x10000n);
  });

  test("a page that memory lacks ends the run", () => {
    for (const [page, address] of [
      [1024n, 0x400000n],
      [2n ** 52n - 1n, MAX - 4095n],
      [2n ** 52n, 0n],
      [MAX, MAX - 4095n],
    ]) {
      const finish = run(call(HOST_CALLS.setFlags, page, 0));
      expect(stopText(finish.stop)).toBe(`fault MemOutOfBound address=0x${address.toString(16)} kind=Memory`);
    }
    // The page's address wraps to that of page 0, which is dirty then.
    expect(flagsOf(run(call(HOST_CALLS.setFlags, 2n ** 52n, 0)), 0)).toBe(FLAG_DIRTY);
  });

  test("an executable page can be executed and no longer stored to", () => {
    const fill = "li t0, 0x300000\n li t1, 0x00008067\n sw t1, 0(t0)\n";
    const finish = run(`${fill}${call(HOST_CALLS.setFlags, 0x300, FLAG_EXECUTABLE)}\n jalr t0\n sw x0, 0(t0)`);
    expect([stopText(finish.stop), register(finish, 1)]).toEqual([
      "fault MemWriteOnExecutablePage page=768",
      finish.state.pc && finish.state.pc - 4n,
    ]);
  });
});

describe("9004, clear flags", () => {
  test("removes bits, but never dirty", () => {
    const body = `${call(HOST_CALLS.setFlags, 0x200, 0xff)}\n ${call(HOST_CALLS.clearFlags, 0x200, 0x1f7)}`;
    expect(flagsOf(run(body), 0x200)).toBe(0x08 | FLAG_DIRTY);
  });

  test("a page that memory lacks ends the run", () => {
    expect(stopText(run(call(HOST_CALLS.clearFlags, 1024, 0)).stop)).toBe(
      "fault MemOutOfBound address=0x400000 kind=Memory",
    );
  });
});

describe("9005, init pages", () => {
  const args = (changes: Record<string, bigint | number> = {}): (bigint | number)[] =>
    Object.values({
      address: 0x300000,
      size: 0x1000,
      flags: FLAG_EXECUTABLE,
      index: 7,
      source: 3,
      offset: 0,
      ...changes,
    });

  test("fills pages from a piece, which can be called then", () => {
    const finish = run(`${call(HOST_CALLS.initPages, ...args())}\n li t0, 0x300000\n jalr t0`);
    expect([stopText(finish.stop), flagsOf(finish, 0x300)]).toEqual(["exit 5", FLAG_EXECUTABLE | FLAG_DIRTY]);
  });

  test("zeroes lead and rest, and adds the low eight bits of the flags", () => {
    const store = "li t0, 0x300000\n li t1, -1\n sd t1, 0(t0)\n sd t1, 24(t0)\n";
    const finish = run(store + call(HOST_CALLS.initPages, ...args({ flags: 0x101, offset: 8 })));
    const page = finish.state.memory?.pageView(0x300).subarray(0, 32);
    expect(page).toEqual(Uint8Array.from([...new Uint8Array(8), ...CODE_PIECE.bytes, ...new Uint8Array(16)]));
    expect([register(finish, A0), flagsOf(finish, 0x300)]).toEqual([0n, FLAG_FREEZED | FLAG_DIRTY]);
  });

  test.each([
    [{ address: 0x300001 }, "MemPageUnalignedAccess address=0x300001"],
    [{ size: 0x1001 }, "MemPageUnalignedAccess address=0x301001"],
    [{ address: 0x400000 }, "MemOutOfBound address=0x401000 kind=Memory"],
    [{ offset: 0x1001 }, "MemOutOfBound address=0x1001 kind=ExternalData"],
    [{ address: 0x10000 }, "MemWriteOnFreezedPage page=16"],
  ])("%j ends the run: %s", (changes, fault) => {
    expect(stopText(run(call(HOST_CALLS.initPages, ...args(changes))).stop)).toBe(`fault ${fault}`);
  });

  // The assembly engine of CKB-VM refuses to fill pages that are executable (memory.md 6), so this is no corpus program.
  test("pages that are executable and not frozen can be filled again, and stay executable", () => {
    const fill = (flags: number, offset: number) => call(HOST_CALLS.initPages, 0x300000, 0x1000, flags, 7, 3, offset);
    const finish = run(`${fill(FLAG_EXECUTABLE, 0)}\n${fill(0, 0x100)}\n li s0, 0x300100\n jalr s0`);
    expect(finish.stop).toEqual({ kind: "exit", code: 5 });
    expect(flagsOf(finish, 0x300)).toBe(FLAG_DIRTY | FLAG_EXECUTABLE);
  });

  test("a missing piece gives 1, whatever else is asked", () => {
    for (const changes of [{ index: 8 }, { source: 2n ** 32n + 3n, index: 8, address: 1 }]) {
      expect(stopText(run(call(HOST_CALLS.initPages, ...args(changes))).stop)).toBe("exit 1");
    }
    // The source's upper half is shifted out of the id.
    expect(stopText(run(call(HOST_CALLS.initPages, ...args({ source: 2n ** 32n + 3n }))).stop)).toBe("exit 0");
  });
});

describe("9006, yield", () => {
  const world = worldOf(`${call(HOST_CALLS.yield, 5)}\n addi a0, a0, 9`);

  test("ends the run with the fault Yield behind the call, with a0 = 0", () => {
    const finish = runLeg(world);
    expect([stopText(finish.stop), register(finish, A0), finish.state.pc]).toEqual(["fault Yield", 0n, 0x10010n]);
    expect(finish.snapshot?.pc).toBe(0x10010n);
  });

  test("the next leg runs on", () => {
    const start = runLeg(world).snapshot ?? "boot";
    expect(stopText(runLeg(world, { start }).stop)).toBe("exit 9");
  });
});

describe("9007, snapshot", () => {
  const world = worldOf(`li s0, 1\n ${call(HOST_CALLS.snapshot, 5)}`);

  test("hands over the state inside the call: pc is the call's, a0 as it was", () => {
    const { stop, state, snapshot } = runLeg(world);
    expect([stopText(stop), state.pc]).toEqual(["fault Yield", 0x10014n]);
    expect([snapshot?.pc, snapshot?.registers[A0], snapshot?.cycles]).toEqual([0x10010n, 5n, 4n + ECALL_COST]);
  });

  test("resumed, the call is made again, and charged again", () => {
    const { state, snapshot } = runLeg(world, { start: runLeg(world).snapshot ?? "boot" });
    expect([state.cycles, snapshot?.pc]).toEqual([4n + 2n * ECALL_COST, 0x10010n]);
  });

  test("is not handed over where none was asked for", () => {
    expect(runLeg(world, { snapshot: false }).snapshot).toBeUndefined();
  });
});

describe("9008, add cycles", () => {
  test("adds them, and a0 becomes 0", () => {
    const finish = run(call(HOST_CALLS.addCycles, 1000));
    expect([stopText(finish.stop), finish.state.cycles]).toEqual(["exit 0", 4n + 1000n + 2n * ECALL_COST]);
  });

  test("beyond the limit they are added too, and the run ends behind the call", () => {
    const finish = run(call(HOST_CALLS.addCycles, 200_000));
    expect([stopText(finish.stop), register(finish, A0)]).toEqual(["budget", 0n]);
    // 200000 takes two instructions.
    expect([finish.state.cycles, finish.state.pc]).toEqual([200_004n + ECALL_COST, 0x10014n]);
  });

  test("beyond 2^64 nothing is added", () => {
    const finish = run(call(HOST_CALLS.addCycles, -1));
    expect([stopText(finish.stop), register(finish, A0)]).toEqual(["fault CyclesOverflow", MAX]);
    expect(finish.state.cycles).toBe(3n + ECALL_COST);
  });
});

describe("9009, set register", () => {
  test("stores a1, and a0 becomes 0", () => {
    const finish = run(call(HOST_CALLS.setRegister, 40, 123));
    expect([stopText(finish.stop), register(finish, S0)]).toEqual(["exit 0", 123n]);
  });

  test("a0 can be set as well", () => {
    expect(stopText(run(call(HOST_CALLS.setRegister, 10, 12)).stop)).toBe("exit 12");
  });

  test("x0 keeps the value, and instructions read it", () => {
    const finish = run(`${call(HOST_CALLS.setRegister, 0, 7)}\n add s0, x0, x0`);
    expect([register(finish, 0), register(finish, S0)]).toEqual([7n, 14n]);
  });
});

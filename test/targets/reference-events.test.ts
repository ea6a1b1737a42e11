import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, HOST_CALLS, readCase, type RunEvents, type World } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { ISA_MOP } from "../../src/isa/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { OBSERVED_MAX, referenceEvents } from "../../src/targets/reference-events.ts";
import { runSingly, runWhole } from "../generate/run.ts";

// Cycles follow the table of reference/ckb-vm/cycles.md 1; beside each line stand the cycles behind it.

const BUDGET = 1_000_000n;
const EXIT = `li a7, 93 # 1
              ecall     # 500`;

function worldOf(body: string, changes: Partial<World> = {}): World {
  return { ...readCase("events.S", `_start: ${body}\n`).checked.world, ...changes };
}

function eventsOf(body: string, changes: Partial<World> = {}, budget = BUDGET): RunEvents {
  return new ReferenceTarget().events(worldOf(body, changes), budget);
}

/** `kind before-after` of each event. */
function lines({ events }: RunEvents): string[] {
  return events.map(({ kind, before, after }) => `${kind} ${before}-${after}`);
}

describe("each kind", () => {
  const known = eventsOf(`
        li t0, 0x200000        # 1
        sd t0, 0(t0)           # 3
        sd t0, 8(t0)           # 5
        lr.d a1, (t0)          # 8
        addi a1, a1, 1         # 9
        sc.d a2, a1, (t0)      # 12
        amoadd.w a3, a1, (t0)  # 16
        beq x0, x0, 1f         # 19
        nop
     1: bne x0, x0, 1b         # 22
        j 2f                   # 25
        nop
     2: li a7, 93              # 26
        ecall                  # 526`);

  test("with the cycles before and behind it", () => {
    expect(lines(known)).toEqual([
      "store to a new page 1-3",
      "lr 5-8",
      "sc 9-12",
      "amo 12-16",
      "taken branch 16-19",
      "taken branch 22-25",
      "system call 26-526",
    ]);
  });

  test("a boundary behind each instruction", () => {
    expect(known.boundaries).toEqual([1n, 3n, 5n, 8n, 9n, 12n, 16n, 19n, 22n, 25n, 26n, 526n]);
    expect([known.cycles, known.whole]).toEqual([526n, true]);
  });

  test("where all costs are 1", () => {
    const constant = eventsOf("li t0, 0x200000\n sd t0, 0(t0)\n lr.w a1, (t0)\n li a7, 93\n ecall", {
      cost: "constant",
    });
    expect(lines(constant)).toEqual(["store to a new page 1-2", "lr 2-3", "system call 4-5"]);
    expect(constant.boundaries).toEqual([1n, 2n, 3n, 4n, 5n]);
  });
});

describe("stores to a new page", () => {
  const stores = (body: string, changes: Partial<World> = {}) =>
    lines(eventsOf(`${body}\n${EXIT}`, changes)).filter((line) => line.startsWith("store"));

  test("are one event where two pages become dirty, and none where both are", () => {
    const body = `li t0, 0x201000   # 1
                  sd t0, -4(t0)     # 3
                  sb t0, 0(t0)      # 6
                  sh t0, -2(t0)     # 9
                  sw t0, -3(t0)     # 12`;
    expect(stores(body)).toEqual(["store to a new page 1-3"]);
  });

  test("are one where only the second of two pages becomes dirty", () => {
    const body = `li t0, 0x201000   # 1
                  sb t0, -1(t0)     # 4
                  sh t0, -1(t0)     # 7
                  sh t0, -1(t0)     # 10`;
    expect(stores(body)).toEqual(["store to a new page 1-4", "store to a new page 4-7"]);
  });

  test("can be atomics, but lr only loads", () => {
    const body = `li t0, 0x200000        # 1
                  li t1, 0x202000        # 2
                  lr.w a0, (t0)          # 6
                  sc.w a0, a0, (t0)      # 10
                  amoswap.d a0, a0, (t1) # 13`;
    expect(lines(eventsOf(`${body}\n${EXIT}`))).toEqual([
      "lr 2-6",
      "sc 6-10",
      "store to a new page 6-10",
      "amo 10-13",
      "store to a new page 10-13",
      "system call 14-514",
    ]);
  });

  test("can be a failed sc, which stores what was there", () => {
    expect(stores("li t0, 0x200000\n sc.d a0, a0, (t0) # 4")).toEqual(["store to a new page 1-4"]);
  });

  test("can be compressed; version 0 has stored argc to the stack already", () => {
    const body = "c.sdsp ra, 0(sp) # 2\n lui a1, 0x200 # 3\n c.sd a1, 8(a1) # 5\n c.sw a1, 8(a1)";
    expect(stores(body, { version: 2 })).toEqual(["store to a new page 0-2", "store to a new page 3-5"]);
    expect(stores(body, { version: 0 })).toEqual(["store to a new page 3-5"]);
  });

  test("come again where a page from a source is clean again", () => {
    // Loads all of a piece over the dirty page 0x200, which is tracked then, and stores there again.
    const sources = [{ id: (1n << 32n) | 2n, bytes: new Uint8Array(4096) }];
    const body = `li t0, 0x300000   # 1
                  lui t1, 1         # 2
                  sd t1, 0(t0)      # 4
                  li a0, 0x200000   # 5
                  sd x0, 0(a0)      # 7
                  mv s0, a0         # 8
                  mv a1, t0         # 9
                  li a2, 0          # 10
                  li a3, 2          # 11
                  li a4, 1          # 12
                  li a7, 2092       # 14: two instructions
                  ecall             # 514, and 4096 / 4
                  sd x0, 8(s0)      # 1540`;
    expect(lines(eventsOf(`${body}\n${EXIT}`, { sources }))).toEqual([
      "store to a new page 2-4",
      "store to a new page 5-7",
      "system call 14-1538",
      "store to a new page 1538-1540",
      "access to a source page 1538-1540",
      "system call 1541-2041",
    ]);
  });
});

describe("accesses", () => {
  const accesses = (body: string, changes: Partial<World> = {}) =>
    lines(eventsOf(body, changes)).filter((line) => line.startsWith("access"));

  test("to pages of a source until they are written, to those of the program too, and over their borders", () => {
    // .data is a page of its own that the file fills, and what is behind it is a page that nothing has touched.
    const body = `lla t0, data      # 2
                  ld a0, 0(t0)      # 4
                  c.ld a1, 8(x8)    # 6: at 8, which nothing has touched
                  lui t1, 1         # 7
                  add t1, t0, t1    # 8
                  lw a0, -2(t1)     # 11: over the end
                  lhu a0, 0(t1)     # 14: behind it
                  lr.w a0, (t0)     # 18
                  amoadd.w a0, a0, (t0) # 22: dirty behind this
                  ld a0, 0(t0)      # 24
                  ${EXIT}
                  .data
                  .balign 4096
                  data: .fill 4096, 1, 7`;
    const marked = accesses(body, { markProgram: true });
    const cycles = ["2-4", "8-11", "14-18", "18-22"];
    expect(marked).toEqual(cycles.map((each) => `access to a source page ${each}`));
    expect(accesses(body, { markProgram: false })).toEqual([]);
  });

  test("to frozen pages: read-only data, whether written or not, and code", () => {
    const body = `lla t0, data    # 2
                  sb a0, 0(t0)    # 5
                  lb a0, 0(t0)    # 8
                  auipc t0, 0     # 9
                  lw a0, 0(t0)    # 12
                  ${EXIT}
                  .section .rodata
                  .balign 4096
                  data: .fill 4096, 1, 7`;
    const frozen = ["access to a frozen page 2-5", "access to a frozen page 5-8", "access to a frozen page 9-12"];
    expect(accesses(body, { markProgram: true })).toEqual(frozen);
    const { events } = eventsOf(body, { markProgram: true });
    const variants = events.filter(({ kind }) => kind === "access to a frozen page").map(({ variant }) => variant);
    expect(new Set(variants).size).toBe(3);
    expect(accesses(body, { writeXorExecute: false, markProgram: false })).toEqual([]);
  });
});

test("system calls end where their charge ends: a quarter of a cycle for each byte, rounded up", () => {
  const body = `lla a0, text # 2
                li a7, 2177  # 4
                ecall        # 504 and 2`;
  const known = eventsOf(`${body}\n${EXIT}\n text: .asciz "hello"`);
  expect(lines(known)).toEqual(["system call 4-506", "system call 507-1007"]);
  expect(known.boundaries).toEqual([1n, 2n, 3n, 4n, 506n, 507n, 1007n]);
});

test("fused sequences are one instruction, and can be taken branches as well", () => {
  const body = `lui t0, 0x200      # 1, with the next one
                addiw t0, t0, 16
                mulh a1, t0, t0    # 6
                mul a2, t0, t0
                auipc ra, 0        # 9
                jalr ra, 12(ra)
                nop
                li a7, 93          # 10
                ecall              # 510`;
  const fused = eventsOf(body, { isa: ISA_MOP });
  expect(lines(fused)).toEqual([
    "fused sequence 0-1",
    "fused sequence 1-6",
    "fused sequence 6-9",
    "taken branch 6-9",
    "system call 10-510",
  ]);
  expect(fused.boundaries).toEqual([1n, 6n, 9n, 10n, 510n]);
  const apart = eventsOf(body, { isa: 0 });
  expect(lines(apart)).toEqual(["taken branch 13-16", "system call 17-517"]);
  expect(apart.boundaries).toEqual([1n, 2n, 7n, 12n, 13n, 16n, 17n, 517n]);
});

describe("faults", () => {
  test.each([
    ["a store outside memory keeps its cycles", "li t0, 0x7ffff000 # 1\n sd t0, 0(t0) # 3", ["fault 1-3"], [1n, 3n]],
    ["a store to code is no store", "1: auipc t0, 0 # 1\n sw t0, 0(t0) # 4", ["fault 1-4"], [1n, 4n]],
    ["a load reserved that fails is none", "li t0, -8 # 1\n lr.d t0, (t0) # 4", ["fault 1-4"], [1n, 4n]],
    ["what cannot be decoded costs nothing", "nop # 1\n .word 0", ["fault 1-1"], [1n]],
    ["nor does the first instruction", ".word 0", ["fault 0-0"], []],
    ["nor what is outside", "lui t0, 0x70000 # 1\n jr t0 # 4", ["taken branch 1-4", "fault 4-4"], [1n, 4n]],
    ["an unknown call was made", "li a7, 1 # 1\n ecall # 501", ["system call 1-501", "fault 1-501"], [1n, 501n]],
    [
      "a call that fails has charged",
      `lla a0, 1f # 2\n li a7, 2177 # 4\n ecall # 504 and 1\n 1: .byte 0xff, 0xff, 0xff, 0`,
      ["system call 4-505", "fault 4-505"],
      [1n, 2n, 3n, 4n, 505n],
    ],
  ])("%s", (_, body, expected, boundaries) => {
    const known = eventsOf(body);
    expect(lines(known)).toEqual(expected);
    expect(known.boundaries).toEqual(boundaries);
    expect([known.cycles, known.whole]).toEqual([boundaries.at(-1) ?? 0n, true]);
  });

  test("nothing happens in a program that cannot be loaded, and only a fault where its world cannot be run", () => {
    const file = { program: Uint8Array.of(1, 2, 3) };
    expect(eventsOf("nop", file)).toMatchObject({ cycles: 0n, events: [], boundaries: [], whole: true });
    expect(lines(eventsOf("nop", { version: 0, isa: ISA_MOP }))).toEqual(["fault 0-0"]);
  });
});

describe("a budget that is spent", () => {
  const body = `li t0, 0x200000 # 1
                sd t0, 0(t0)    # 3
                ${EXIT}`;

  test.each([
    [0n, [], 0n],
    [2n, [], 1n],
    [3n, ["store to a new page 1-3"], 3n],
    [503n, ["store to a new page 1-3"], 4n],
    [504n, ["store to a new page 1-3", "system call 4-504"], 504n],
  ])("is no event: %i cycles", (budget, expected, cycles) => {
    const known = eventsOf(body, {}, budget);
    expect(lines(known)).toEqual(expected);
    expect([known.cycles, known.whole]).toEqual([cycles, true]);
  });

  test("leaves the call that charged beyond it", () => {
    const known = eventsOf(`lla a0, 1f\n li a7, 2177\n ecall\n 1: .asciz "12345678"`, {}, 505n);
    expect(lines(known)).toEqual(["system call 4-506"]);
    expect([known.cycles, known.boundaries.at(-1)]).toEqual([506n, 506n]);
  });
});

describe("host calls", () => {
  const systemCalls = [...DEFAULT_WORLD.systemCalls, ...Object.values(HOST_CALLS)];
  const call = (number: number) => `li a0, -1 # 1\n li a7, ${number} # 3\n ecall # 503`;

  test("a pause is no fault, a yield is one", () => {
    expect(lines(eventsOf(call(HOST_CALLS.pause), { systemCalls }))).toEqual(["system call 3-503"]);
    const yielded = ["system call 3-503", "fault 3-503"];
    expect(lines(eventsOf(call(HOST_CALLS.yield), { systemCalls }))).toEqual(yielded);
  });

  test("where one brings cycles above 2^53, nothing more is known but the end", () => {
    const body = `li a0, 1\n slli a0, a0, 60\n li a7, ${HOST_CALLS.addCycles} # 4\n ecall\n ${EXIT}`;
    const known = eventsOf(body, { systemCalls }, 2n ** 62n);
    expect(known).toMatchObject({ cycles: 2n ** 60n + 1005n, events: [], boundaries: [1n, 2n, 3n, 4n], whole: false });
  });
});

describe("long runs", () => {
  const long = worldOf(`li s0, 1200         # 1
                     1: addi s0, s0, -1     # 2 and 4 more in each round
                        bnez s0, 1b         # 5
                        ${EXIT}`);

  test("are recorded up to a bound, and run to their end", () => {
    const short = referenceEvents(long, BUDGET, {}, 6);
    expect(short).toMatchObject({ cycles: 1n + 1200n * 4n + 501n, whole: false });
    expect(short.boundaries).toEqual([1n, 2n, 5n, 6n, 9n, 10n]);
    expect(lines(short)).toEqual(["taken branch 2-5", "taken branch 6-9"]);
    const known = referenceEvents(long, BUDGET);
    expect([known.whole, known.boundaries.length, known.events.length]).toEqual([true, 2403, 1200]);
  });

  test("are whole if the last instruction is the last that is recorded", () => {
    const world = worldOf(`nop\n nop\n ${EXIT}`);
    expect(referenceEvents(world, BUDGET, {}, 4)).toMatchObject({ whole: true, cycles: 503n });
    expect(referenceEvents(world, BUDGET, {}, 3)).toMatchObject({ whole: false, cycles: 503n, events: [] });
    const fault = worldOf("nop\n .word 0");
    expect(referenceEvents(fault, BUDGET, {}, 1)).toMatchObject({ whole: true });
    expect(lines(referenceEvents(fault, BUDGET, {}, 1))).toEqual(["fault 1-1"]);
  });

  test("the bound is where it is said", () => {
    const world = worldOf(`.rept ${OBSERVED_MAX}\n nop\n .endr\n ${EXIT}`);
    const known = referenceEvents(world, BUDGET);
    expect([known.whole, known.boundaries.length]).toEqual([false, OBSERVED_MAX]);
  });
});

test("generated runs have the boundaries of running one instruction at a time", () => {
  let whole = 0;
  for (let k = 0; k < 150; k++) {
    const generated = generateCase(4, k);
    const known = referenceEvents(generated.world, generated.budget);
    const cycles: bigint[] = [];
    if (!runWhole(generated).started) continue; // some cannot be loaded
    runSingly(generated, ({ machine }) => cycles.push(machine.cycles));
    expect(known.cycles).toBe(runWhole(generated).state.cycles);
    // What faults is not among those that were executed.
    expect(known.boundaries.slice(0, cycles.length)).toEqual(cycles.slice(0, known.boundaries.length));
    expect(known.boundaries.length - cycles.length).toBeLessThanOrEqual(1);
    if (known.whole) whole++;
    for (const { before, after } of known.events) {
      const ends = known.boundaries.includes(after) || after === known.cycles;
      expect(ends && (before === 0n || known.boundaries.includes(before))).toBe(true);
    }
  }
  expect(whole).toBeGreaterThan(135);
});

import { describe, expect, test } from "vitest";
import { HOST_CALLS, type Case } from "../../src/case/index.ts";
import { LAWS, named } from "../../src/laws/index.ts";
import { ReferenceTarget, type Finish, type PolicyEntry, type Stop } from "../../src/targets/index.ts";
import {
  altered,
  caseOf,
  entry,
  shortened,
  withByte,
  withFlags,
  withRegisters,
  withState,
  type Change,
} from "./altered.ts";

const reference = new ReferenceTarget();
const differential = LAWS.find(({ name }) => name === "differential")!;

/** What the law says of the reference and a changed one under one entry: `held`, `held by ENTRY` or `broken`. */
async function judged(checked: Case, change: Change, policy?: PolicyEntry): Promise<string> {
  const verdict = await differential.check(checked, [reference, altered(change, policy ? [policy] : [])]);
  if (verdict.kind !== "held") return verdict.kind;
  const [tolerated] = verdict.evidence.tolerated ?? [];
  return tolerated === undefined ? "held" : `held by ${tolerated}`;
}

const LOOP = caseOf("_start: li s1, 0x200000\n1: addi s2, s2, 1\n sd s2, 0(s1)\n j 1b\n", 52n);
// A round costs 1 + 2 + 3: at cycle 49 one begins that 52 cannot pay, and the reference stops at 52 within it.
const EARLY: Change = (_, world, leg) => shortened(world, leg, leg.maxCycles - 3n);

test("without a difference nothing is tolerated", async () => {
  const anything = entry({ compare: { atOwnCycles: true, cyclesApartMax: 10 } });
  expect(await judged(LOOP, (finish) => finish, anything)).toBe("held");
});

describe("atOwnCycles: a target that stops early is compared where it stopped", () => {
  const early = entry({ compare: { atOwnCycles: true, cyclesApartMax: 10 } });

  test("and holds there, by the entry and not without it", async () => {
    expect(await judged(LOOP, EARLY, early)).toBe("held by entry");
    expect(await judged(LOOP, EARLY)).toBe("broken");
  });

  test.each<[what: string, damage: (finish: Finish) => Partial<Finish["state"]>]>([
    ["a register", (finish) => withRegisters(finish, 18)],
    ["pc", () => ({ pc: 0x10000n })],
    ["the reservation", () => ({ reservation: 0n })],
    ["a byte of memory", (finish) => withByte(finish, 0x200000)],
    ["a byte of memory that nothing wrote", (finish) => withByte(finish, 0x300fff)],
    ["the flags of a page", (finish) => withFlags(finish, { 512: 0 })],
    ["output", () => ({ output: Uint8Array.of(65) })],
  ])("%s that is wrong there is still broken", async (_, damage) => {
    const change: Change = (finish, world, leg) => {
      const early = EARLY(finish, world, leg);
      return withState(early, damage(early));
    };
    expect(await judged(LOOP, change, early)).toBe("broken");
  });

  test("too far apart is broken", async () => {
    expect(await judged(LOOP, EARLY, { ...early, compare: { ...early.compare, cyclesApartMax: 2 } })).toBe("broken");
  });

  test("a block that could be paid must be run", async () => {
    const lazy: Change = (_, world, leg) => shortened(world, leg, leg.maxCycles - 9n);
    expect(await judged(LOOP, lazy, early)).toBe("broken");
  });

  test("a target that runs over its budget is not excused", async () => {
    const over: Change = (_, world, leg) => shortened(world, leg, leg.maxCycles + 4n);
    expect(await judged(LOOP, over, early)).toBe("broken");
  });

  test("nor one that had another limit", async () => {
    const change: Change = (finish, world, leg) => withState(EARLY(finish, world, leg), { maxCycles: 1n });
    expect(await judged(LOOP, change, early)).toBe("broken");
  });

  test("a target that does not show its cycles is not excused", async () => {
    const blind: Change = (finish, world, leg) => {
      const { cycles: _, ...state } = EARLY(finish, world, leg).state;
      return { ...finish, state };
    };
    const target = altered(blind, [early]);
    const observes = target.capabilities.observes.filter((part) => part !== "cycles");
    const verdict = await differential.check(LOOP, [
      reference,
      { ...target, capabilities: { ...target.capabilities, observes } },
    ]);
    expect(verdict.kind).toBe("broken");
  });

  test.each<[what: string, parts: Partial<PolicyEntry>]>([
    ["another version", { versions: [0, 1] }],
    ["worlds without W^X", { writeXorExecute: false }],
    ["another target", { targets: ["alter", "alteredly", "reference"] }],
    ["another stop of the reference", { expected: ["fault *", "exit", "pause"] }],
    ["another stop of the target", { actual: ["fault InvalidInstruction", "exit"] }],
  ])("an entry for %s does not count", async (_, parts) => {
    expect(await judged(LOOP, EARLY, { ...early, ...parts })).toBe("broken");
  });

  test("an entry for worlds without W^X counts there, and one for worlds with it does not", async () => {
    const without = { ...LOOP, world: { ...LOOP.world, writeXorExecute: false } };
    expect(await judged(without, EARLY, { ...early, writeXorExecute: false })).toBe("held by entry");
    expect(await judged(without, EARLY, early)).toBe("held by entry");
    expect(await judged(without, EARLY, { ...early, writeXorExecute: true })).toBe("broken");
    expect(await judged(LOOP, EARLY, { ...early, writeXorExecute: true })).toBe("held by entry");
  });

  test("names may end in a star", async () => {
    expect(await judged(LOOP, EARLY, { ...early, targets: ["none", "alt*"] })).toBe("held by entry");
    expect([named("a*", "ab"), named("a*", "a"), named("a", "ab"), named("*", "x"), named("ab*", "a")]).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});

describe("faultAhead: a target that meets a fault while it decodes ahead", () => {
  const ahead = entry({
    expected: ["fault *", "budget"],
    actual: ["fault InvalidInstruction"],
    compare: { atOwnCycles: true, faultAhead: true, cyclesApartMax: 100 },
  });
  const INVALID = 0xffff_ffff;
  /** Stops before anything ran, by an invalid instruction at `pc`. */
  const stopsAt =
    (pc: bigint, instruction = INVALID): Change =>
    (_, world, leg) => {
      const stop: Stop = { kind: "fault", fault: { name: "InvalidInstruction", pc, instruction } };
      return { ...shortened(world, leg, 0n), stop };
    };
  // Instructions of four bytes each, from 0x10000.
  const NEAR = caseOf("_start: .option norvc\n addi a0, a0, 1\n add a1, a0, a0\n .word -1\n");

  test("holds where the reference meets the same fault next", async () => {
    expect(await judged(NEAR, stopsAt(0x10008n), ahead)).toBe("held by entry");
    expect(await judged({ ...NEAR, budget: 1n }, stopsAt(0x10008n), ahead)).toBe("held by entry");
  });

  test("another fault is broken", async () => {
    expect(await judged(NEAR, stopsAt(0x10004n), ahead)).toBe("broken");
    expect(await judged(NEAR, stopsAt(0x10008n, 0xfffe_ffff), ahead)).toBe("broken");
  });

  test.each([
    ["behind a jump", "_start: .option norvc\n addi a0, a0, 1\n j 1f\n nop\n1: .word -1\n", 0x1000cn],
    ["behind a branch", "_start: .option norvc\n beqz a0, 1f\n nop\n1: .word -1\n", 0x10008n],
    ["nowhere", "_start: .option norvc\n addi a0, a0, 1\n1: j 1b\n", 0x10008n],
  ])("a fault that is %s is not ahead", async (_, text, pc) => {
    expect(await judged(caseOf(text, 20n), stopsAt(pc), ahead)).toBe("broken");
  });

  test("the state must be the reference's all the same", async () => {
    const change: Change = (finish, world, leg) => {
      const stopped = stopsAt(0x10008n)(finish, world, leg);
      return withState(stopped, withRegisters(stopped, 5));
    };
    expect(await judged(NEAR, change, ahead)).toBe("broken");
  });
});

/** The rest of a block: three instructions, 36 cycles. */
const REST = "addi a2, a2, 1\n div a3, a3, a2\n1: j 1b\n";
const BAD_STORE = caseOf("_start: li s1, 0x3ffffc\n li a1, 5\n sd a1, 0(s1)\n" + REST);
const BAD_LOAD = caseOf("_start: li s1, 0x3ffffc\n li a1, 5\n ld a1, 0(s1)\n" + REST);
const SAME_FAULT = { expected: ["fault MemOutOfBound"], actual: "same" } as const;

describe("except: parts that are not compared", () => {
  const charged = entry({ ...SAME_FAULT, compare: { except: ["pc", "cycles"], cyclesApartMax: 50 } });
  const later = (cycles: bigint): Change => {
    return ({ state, ...rest }) =>
      withState({ state, ...rest }, { pc: (state.pc ?? 0n) + 12n, cycles: (state.cycles ?? 0n) + cycles });
  };

  test("hold as far as the rest of the block can make them differ", async () => {
    expect(await judged(BAD_LOAD, later(36n), charged)).toBe("held by entry");
    expect(await judged(BAD_LOAD, later(37n), charged)).toBe("broken");
    expect(await judged(BAD_LOAD, later(-1n), charged)).toBe("broken");
  });

  test("pc must be where an instruction of the block begins or ends", async () => {
    const at =
      (offset: bigint): Change =>
      (finish) =>
        withState(finish, { pc: (finish.state.pc ?? 0n) + offset });
    for (const offset of [4n, 8n, 12n]) expect(await judged(BAD_LOAD, at(offset), charged)).toBe("held by entry");
    for (const offset of [2n, 16n, -4n]) expect(await judged(BAD_LOAD, at(offset), charged)).toBe("broken");
  });

  test("all the others do not", async () => {
    const change: Change = (finish, world, leg) => withState(later(20n)(finish, world, leg), withRegisters(finish, 11));
    expect(await judged(BAD_LOAD, change, charged)).toBe("broken");
  });

  test("`same` means the same fault with the same payload", async () => {
    const fault = { name: "MemOutOfBound", address: 0x400000n, kind: "Memory" } as const;
    const elsewhere: Change = (finish) => ({
      ...later(20n)(finish, BAD_LOAD.world, BOOT),
      stop: { kind: "fault", fault },
    });
    expect(await judged(BAD_LOAD, elsewhere, charged)).toBe("broken");
  });
});

const BOOT = { start: "boot", maxCycles: 1000n, snapshot: false } as const;

describe("registersMax and registers", () => {
  const one = entry({ ...SAME_FAULT, compare: { registersMax: 1 } });
  const zero = entry({ ...SAME_FAULT, compare: { registers: ["zero"] } });
  const wrong =
    (...numbers: readonly number[]): Change =>
    (finish) =>
      withState(finish, withRegisters(finish, ...numbers));

  test("one register, if it kept its value, but no other value and not two", async () => {
    const AMO = caseOf("_start: lla a1, _start\n li a0, 7\n amoadd.d a0, x0, (a1)\n");
    const atomic = entry({
      expected: ["fault MemWriteOnExecutablePage"],
      actual: "same",
      compare: { registersMax: 1 },
    });
    const kept =
      (value: bigint): Change =>
      (finish) => {
        const registers = finish.state.registers!.slice();
        registers[10] = value;
        return withState(finish, { registers });
      };
    expect(await judged(AMO, kept(7n), atomic)).toBe("held by entry");
    expect(await judged(AMO, kept(8n), atomic)).toBe("broken");
    expect(await judged(BAD_LOAD, wrong(11), one)).toBe("broken");
    expect(await judged(BAD_LOAD, wrong(11, 12), one)).toBe("broken");
  });

  test("the named one, if it is 0, but no other", async () => {
    const set = `_start: li a0, 0\n li a1, 7\n li a7, ${HOST_CALLS.setRegister}\n ecall\n li s1, 0x3ffffc\n ld a1, 0(s1)\n`;
    const SET = caseOf(set, 1000n, [HOST_CALLS.setRegister]);
    const x0 =
      (value: bigint, other = 0): Change =>
      (finish) => {
        const registers = finish.state.registers!.slice();
        registers[0] = value;
        if (other > 0) registers[other]++;
        return withState(finish, { registers });
      };
    expect(await judged(SET, x0(0n), zero)).toBe("held by entry");
    expect(await judged(SET, x0(5n), zero)).toBe("broken");
    expect(await judged(SET, x0(0n, 1), zero)).toBe("broken");
  });
});

describe("dirtyPagesMax: pages that are dirty on the target only", () => {
  const DIRTYING = caseOf("_start: li s1, 0x200000\n sd s1, 0(s1)\n li s1, 0x3ffffc\n sd s1, 0(s1)\n");
  const dirty = entry({ ...SAME_FAULT, compare: { dirtyPagesMax: 1 } });
  const flags =
    (pages: Readonly<Record<number, number>>): Change =>
    (finish) =>
      withState(finish, withFlags(finish, pages));

  test.each<[verdict: string, what: string, pages: Readonly<Record<number, number>>]>([
    ["held by entry", "one more", { 700: 4 }],
    ["broken", "two more", { 700: 4, 701: 4 }],
    ["broken", "one less", { 512: 0 }],
    ["broken", "one with another flag", { 700: 6 }],
    ["broken", "one with another flag instead", { 700: 1 }],
  ])("%s: %s", async (verdict, _, pages) => {
    expect(reference.run(DIRTYING.world, BOOT).state.pageFlags?.[512]).toBe(4);
    expect(await judged(DIRTYING, flags(pages), dirty)).toBe(verdict);
  });
});

describe("instructions: only where the reference failed at one of them", () => {
  const stores = entry({ ...SAME_FAULT, compare: { except: ["pc"], instructions: ["sw", "sd"] } });
  const elsewhere: Change = (finish) => withState(finish, { pc: (finish.state.pc ?? 0n) + 8n });

  test("holds at a store, and not at a load", async () => {
    expect(await judged(BAD_STORE, elsewhere, stores)).toBe("held by entry");
    expect(await judged(BAD_LOAD, elsewhere, stores)).toBe("broken");
    const others = { ...stores, compare: { ...stores.compare, instructions: ["l*"] } };
    expect(await judged(BAD_LOAD, elsewhere, others)).toBe("held by entry");
    expect(await judged(BAD_STORE, elsewhere, others)).toBe("broken");
  });

  test("16-bit forms count as what they stand for", async () => {
    const short = caseOf("_start: li s1, 0x3ffffc\n c.sd a1, 0(s1)\n" + REST);
    expect(await judged(short, elsewhere, stores)).toBe("held by entry");
  });
});

describe("afterPause: a target that does not pause where the reference does", () => {
  const PAUSING = caseOf(
    `_start: li s2, 2\n1: li a7, ${HOST_CALLS.pause}\n ecall\n addi s2, s2, -1\n bnez s2, 1b\n li a7, 93\n ecall\n`,
    10_000n,
    [HOST_CALLS.pause],
  );
  const after = entry({ expected: ["pause"], actual: ["exit"], compare: { afterPause: true } });
  const goesOn: Change = (finish, world, leg) => {
    let last = reference.run(world, { ...leg, snapshot: true });
    for (let k = 0; k < 5 && last.stop.kind === "pause"; k++) {
      last = reference.run(world, { ...leg, start: last.snapshot ?? "boot", snapshot: true });
    }
    const { snapshot: _, retired: __, ...rest } = last;
    return {
      ...rest,
      started: finish.started,
      ...(finish.loadedBytes !== undefined && { loadedBytes: finish.loadedBytes }),
    };
  };

  test("holds if it ends as the resumed run does", async () => {
    expect(reference.run(PAUSING.world, { ...BOOT, maxCycles: 10_000n }).stop.kind).toBe("pause");
    expect(await judged(PAUSING, goesOn, after)).toBe("held by entry");
    expect(await judged(PAUSING, goesOn)).toBe("broken");
  });

  test("another exit code, or another state, is broken", async () => {
    const code: Change = (...args) => ({ ...goesOn(...args), stop: { kind: "exit", code: 9 } });
    const state: Change = (...args) => {
      const finish = goesOn(...args);
      return withState(finish, withRegisters(finish, 18));
    };
    expect(await judged(PAUSING, code, after)).toBe("broken");
    expect(await judged(PAUSING, state, after)).toBe("broken");
  });
});

test("what loading counted, and whether it succeeded, is never tolerated", async () => {
  const early = entry({ compare: { atOwnCycles: true, cyclesApartMax: 10 } });
  const miscounted: Change = (...args) => ({ ...EARLY(...args), loadedBytes: 1n });
  const unstarted: Change = (...args) => ({ ...EARLY(...args), started: false });
  expect(await judged(LOOP, miscounted, early)).toBe("broken");
  expect(await judged(LOOP, unstarted, early)).toBe("broken");
});

describe("atReferenceCycles and pcFrom: a target that goes on where the reference cannot", () => {
  const FAR = caseOf("_start: li t0, 0x100010000\n jr t0\n");
  const { state: end } = reference.run(FAR.world, BOOT);
  const further = entry({
    expected: ["fault MemOutOfBound"],
    actual: ["exit"],
    compare: { atReferenceCycles: true, pcFrom: 0x1_0000_0000n },
  });
  /** Exits with whatever state; under the limit at which the reference stopped, it stops there as well. */
  const goesOn =
    (at: (finish: Finish) => Finish): Change =>
    (finish, _, leg) => {
      if (leg.maxCycles <= (end.cycles ?? 0n)) return at({ ...finish, stop: { kind: "budget" } });
      return {
        ...withState(finish, { pc: 4n, cycles: 900n, ...withRegisters(finish, 10) }),
        stop: { kind: "exit", code: 3 },
      };
    };

  test("holds if it is in the reference's state where that stopped", async () => {
    expect(end.pc).toBe(0x1_0001_0000n);
    expect(
      await judged(
        FAR,
        goesOn((finish) => finish),
        further,
      ),
    ).toBe("held by entry");
    expect(
      await judged(
        FAR,
        goesOn((finish) => finish),
      ),
    ).toBe("broken");
  });

  test("another state there, or another stop, is broken", async () => {
    const wrong = (finish: Finish): Finish => withState(finish, withRegisters(finish, 5));
    expect(await judged(FAR, goesOn(wrong), further)).toBe("broken");
    const paused = (finish: Finish): Finish => ({ ...finish, stop: { kind: "pause" } });
    expect(await judged(FAR, goesOn(paused), further)).toBe("broken");
  });

  test("a reference that stopped at a lower address is not meant", async () => {
    const above = { ...further, compare: { ...further.compare, pcFrom: 0x1_0001_0001n } };
    expect(
      await judged(
        FAR,
        goesOn((finish) => finish),
        above,
      ),
    ).toBe("broken");
  });
});

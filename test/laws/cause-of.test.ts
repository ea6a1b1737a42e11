import { describe, expect, test } from "vitest";
import { readCase, type Case } from "../../src/case/index.ts";
import { AFTER_LOADING, AFTER_RESUME, AT_LIMIT, IN_FETCH, IN_SNAPSHOT, LAWS } from "../../src/laws/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { EXHIBITS } from "../../src/museum/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { caseOf, causeFor, reference, running } from "./cause-for.ts";
import { directedCase } from "./faulty.ts";

const HOSTED = `/* rvrelay case 1
 * system-calls: 2041 2042 2092 2177 9001 9002 9003 9004 9005 9006 9007 9008 9009
 */
        .globl _start
_start: li a7, 93
        ecall
`;

/** The first of some cases that breaks a law: what it asks of a case follows from the case. */
async function brokenBy(law: string, caseAt: (k: number) => Case, target: Target): Promise<Case> {
  for (let k = 0; k < 200; k++) {
    const other = caseAt(k);
    const verdict = await LAWS.find(({ name }) => name === law)!.check(other, [reference, target]);
    if (verdict.kind === "broken") return other;
  }
  throw new Error(`${law} is not broken`);
}

// Each instruction costs 1: the limits 1 to 5 are the ends of its five instructions, the exit among them charges nothing.
const COUNTING = caseOf("_start: li s1, 1\n li s2, 2\n li s3, 3\n li a7, 93\n ecall");

describe("at the limit", () => {
  test.each([2n, 3n, 4n])(
    "a target that stops a cycle early, under a budget of %i, has no wrong instruction",
    async (budget) => {
      const early = running((world, leg) => {
        const finish = reference.run(world, { ...leg, maxCycles: leg.maxCycles > 0n ? leg.maxCycles - 1n : 0n });
        return { ...finish, state: { ...finish.state, maxCycles: leg.maxCycles } };
      });
      const { origin, text } = await causeFor("differential", { ...COUNTING, budget }, early);
      expect(origin.place).toBe(AT_LIMIT);
      expect(text).toBe("none: every instruction is right, but the run does not stop at its limit");
    },
  );

  test("a target that takes its limit for one of 32 bits has none either", async () => {
    const narrow = running((world, leg) => {
      const finish = reference.run(world, { ...leg, maxCycles: leg.maxCycles & 0xffff_ffffn });
      return { ...finish, state: { ...finish.state, maxCycles: leg.maxCycles } };
    });
    const { origin } = await causeFor("budgets", { ...COUNTING, cuts: [2n] }, narrow);
    expect(origin.place).toBe(AT_LIMIT);
  });

  test("an instruction that costs too much is named, though under some budgets the run stops before it", async () => {
    const dear = new ReferenceTarget({
      leg: { cost: () => (step) => (step.name === "xori" ? 2 : 1) },
    });
    const costly = running((world, leg) => dear.run(world, leg));
    const lines = "_start: li s1, 1\n xori s2, s1, 2\n li s3, 3\n li a7, 93\n ecall";
    const { origin } = await causeFor("differential", caseOf(lines), costly);
    expect(origin.place).toBe("xori");
  });

  test("so is the one instruction behind which a run does not stop", async () => {
    // Where the jump ends at the limit, one instruction more is executed.
    const late = running((world, leg) => {
      const finish = reference.run(world, leg);
      const goesOn = finish.stop.kind === "budget" && finish.state.pc === 0x10008n;
      if (!goesOn) return finish;
      const further = reference.run(world, { ...leg, maxCycles: leg.maxCycles + 1n });
      return { ...further, state: { ...further.state, maxCycles: leg.maxCycles } };
    });
    const checked = caseOf("_start: li s1, 1\n .option norvc\n j 1f\n1: li s2, 2\n li s3, 3\n li a7, 93\n ecall");
    const { origin } = await causeFor("differential", { ...checked, budget: 2n }, late);
    expect(origin.place).toBe("jal");
  });
});

describe("in a fetch", () => {
  // Page 0 holds nothing, and so is not executable.
  const OUT = caseOf("_start: li s1, 1\n jr zero", " * expect: fault MemWriteOnExecutablePage page=0\n");

  test("where a fetch fails with another fault, the jump to it is not blamed", async () => {
    const other = running((world, leg) => {
      const finish = reference.run(world, leg);
      const failed = finish.stop.kind === "fault" && finish.stop.fault.name === "MemWriteOnExecutablePage";
      if (!failed) return finish;
      return { ...finish, stop: { kind: "fault", fault: { name: "MemOutOfBound", address: 0n, kind: "Memory" } } };
    });
    const { origin, text } = await causeFor("differential", OUT, other);
    expect(origin.place).toBe(IN_FETCH);
    expect(text).toBe("none: nothing can be fetched at 0x0");
  });

  test("so it is where a snapshot is resumed there, and nothing is left to be spent", async () => {
    const other = running((world, leg) => {
      const finish = reference.run(world, leg);
      const failed = finish.stop.kind === "fault" && finish.stop.fault.name === "MemWriteOnExecutablePage";
      if (!failed || leg.start === "boot" || !finish.started) return finish;
      return { ...finish, stop: { kind: "fault", fault: { name: "MemOutOfBound", address: 0n, kind: "Memory" } } };
    });
    // The cut is behind the jump.
    const { origin } = await causeFor("complete", { ...OUT, cuts: [2n], legTargets: [1] }, other);
    expect(origin.place).toBe(IN_FETCH);
  });

  test("a jump that leads elsewhere is blamed, though nothing can be fetched there", async () => {
    const elsewhere = running((world, leg) => {
      const finish = reference.run(world, leg);
      if (finish.state.pc !== 0n) return finish;
      return { ...finish, state: { ...finish.state, pc: 4n } };
    });
    const { origin } = await causeFor("differential", OUT, elsewhere);
    expect(origin.place).toBe("jalr");
  });
});

test("a call that charges for what it loads is blamed, not the instruction behind it", async () => {
  // 64 bytes are a charge of 16 cycles, which may go beyond the limit: pc is behind the call then, and stays there when the
  // limit is enough.
  const lines = `
_start: la a0, page
 la a1, size
 li a7, 2092
 ecall
 beqz a0, 1f
1: li a7, 93
 ecall
 .data
size: .dword 64
 .balign 4096
page: .skip 4096`;
  const wrong = running((world, leg) => {
    const finish = reference.run(world, leg);
    const { registers, cycles } = finish.state;
    // Behind the call a0 is 0; in front of it, where a7 is set, it is an address. Beyond the limit nothing is wrong.
    const isBeyond = (cycles ?? 0n) > leg.maxCycles;
    if (!registers || isBeyond || registers[17] === 0n || registers[10] !== 0n) return finish;
    const changed = registers.slice();
    changed[10] = 1n;
    return { ...finish, state: { ...finish.state, registers: changed } };
  });
  const { origin } = await causeFor("differential", caseOf(lines), wrong);
  expect(origin.place).toBe("ecall");
});

test("a snapshot that must be refused and is not leads to the resume", async () => {
  const anyVersion = running((world, leg) =>
    reference.run(world, leg.start === "boot" ? leg : { ...leg, start: { ...leg.start, version: world.version } }),
  );
  const { origin, text } = await causeFor("version", { ...COUNTING, cuts: [2n], legTargets: [1] }, anyVersion);
  expect(origin.place).toBe(AFTER_RESUME);
  expect(text).toBe("none: what must be refused, with fault InvalidVersion, is resumed");
});

test("a snapshot that shares its bytes with its machine is itself what is wrong", async () => {
  const sharing = running((world, leg) => {
    const finish = reference.run(world, leg);
    if (!finish.snapshot || !finish.state.registers) return finish;
    return { ...finish, snapshot: { ...finish.snapshot, registers: finish.state.registers } };
  });
  const { origin } = await causeFor("unaliased", { ...COUNTING, cuts: [2n], legTargets: [1] }, sharing);
  expect(origin.place).toBe(IN_SNAPSHOT);
});

describe("what neither run of the case itself shows", () => {
  const hosted = readCase("hosted.S", HOSTED).checked;
  const CASES: Readonly<Record<string, (k: number) => Case>> = {
    fusion: () => directedCase(),
    unaliased: (k) => generateCase(3, k),
    "host-calls": (k) => ({ ...hosted, budget: 1000n + BigInt(k) }),
  };

  test.each([
    ["fusion", "an instruction that is wrong where it is not fused", "sub-result-not-wrapped", ["sub", "sltu"]],
    ["unaliased", "a machine that runs in its snapshot", "resume-aliases-snapshot-buffer", [AFTER_RESUME]],
    ["host-calls", "a call that makes its own page another", "syscall-pc-change-overwritten", ["ecall"]],
  ])("%s: %s", async (law, _, id, places) => {
    const target = EXHIBITS.find((each) => each.id === id)!.open();
    const checked = await brokenBy(law, CASES[law], target);
    const { origin } = await causeFor(law, checked, target);
    expect(places).toContain(origin.place);
  });

  test("what only loading counts is a fault of loading", async () => {
    const miscounts = running((world, leg) => {
      const finish = reference.run(world, leg);
      return finish.loadedBytes === undefined ? finish : { ...finish, loadedBytes: finish.loadedBytes + 8n };
    });
    const { origin, text } = await causeFor("differential", COUNTING, miscounts);
    expect(origin.place).toBe(AFTER_LOADING);
    expect(text).toMatch(/^none: loading must count (\d+) bytes, and counts \d+$/);
  });
});

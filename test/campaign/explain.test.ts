import { describe, expect, test } from "vitest";
import { commented, explain, repeatCheck, type Explanation, type Finding } from "../../src/campaign/index.ts";
import { readCase, sourceLines, type Case, type World } from "../../src/case/index.ts";
import { instructionsNamed } from "../../src/isa/index.ts";
import { boundsFor, LAWS, locateDivergence, UNBOUNDED, type Law } from "../../src/laws/index.ts";
import { EXHIBITS } from "../../src/museum/index.ts";
import { FlakyCanaryTarget, ReferenceTarget, type Finish, type Leg, type Target } from "../../src/targets/index.ts";

const reference = new ReferenceTarget();
const lawOf = (name: string): Law => LAWS.find((law) => law.name === name)!;

function exhibit(id: string): Target {
  return EXHIBITS.find((each) => each.id === id)!.open();
}

/** What is said of a case that breaks a law on these targets. */
async function explained(
  text: string,
  law: string,
  targets: readonly Target[],
  bounds = UNBOUNDED,
): Promise<Explanation[]> {
  const { checked } = readCase("case.S", text);
  const finding = await findingOf(checked, law, targets);
  const location = await locateDivergence(checked, targets, finding.divergence);
  return explain(finding, lawOf(law), targets, { bounds, location });
}

async function findingOf(checked: Case, name: string, targets: readonly Target[]): Promise<Finding> {
  const law = lawOf(name);
  const verdict = await law.check(checked, targets);
  if (verdict.kind !== "broken") throw new Error(`${name} is ${verdict.kind}`);
  return { law: name, sentence: law.sentence, name: "case", checked, divergence: verdict.divergence };
}

const of = (all: readonly Explanation[], part: string): Explanation | undefined =>
  all.find((each) => each.part.startsWith(part));

test("an instruction that is wrong for any operand: any value, any register", async () => {
  /** Its XORI always gives 99. */
  class NinetyNine extends ReferenceTarget {
    override readonly name = "ninety-nine";
    constructor() {
      const [{ base }] = instructionsNamed("xori");
      super({ meanings: new Map([[base, (hart, { rd }) => hart.setNumber(rd, 99)]]) });
    }
  }
  const all = await explained("_start: li t2, 7\n xori a1, t2, 5\n li a7, 93\n ecall\n", "differential", [
    reference,
    new NinetyNine(),
  ]);
  // XORI with 5 gives 99 of 102 alone, which is none of the plain values.
  expect(of(all, "x7/t2")).toMatchObject({ freedom: "free", text: "any value of x7/t2 gives the same failure" });
  expect(of(all, "0x10000: addi t2")).toMatchObject({ text: "can be left out" });
  expect(of(all, "0x10004: xori")?.text).toMatch(/^needed, with any immediate, any rs1/);
});

test("an operand that is overwritten is an operand all the same", async () => {
  // Of MULHSU that takes rs1 as unsigned, only a negative rs1 shows that, and no rs2 of 0 does.
  const all = await explained("_start: li a0, -1\n mulhsu a0, a0, sp\n li a7, 93\n ecall\n", "differential", [
    reference,
    exhibit("mulhsu-rs1-zero-extended"),
  ]);
  expect(of(all, "x10/a0")?.text).toMatch(/^fails with 0x8000000000000000, .*, not with 0x0, 0x1, 0x2 and/);
  expect(of(all, "x2/sp")?.text).toMatch(/^fails with .*, not with 0x0$/);
  expect(of(all, "all other registers")).toMatchObject({ freedom: "free" });
});

test("an operand that must have one value is told from one that need not", async () => {
  const all = await explained(
    "_start: li a0, 3\n bge a0, a0, out\n li a1, 1\nout: li a7, 93\n ecall\n",
    "differential",
    [reference, exhibit("bge-strict")],
  );
  // Both operands are the same register: always equal.
  expect(of(all, "x10/a0")).toMatchObject({ freedom: "free" });
  expect(of(all, "all other registers")).toMatchObject({ freedom: "free", tried: 4, same: 4 });
  const branch = of(all, "0x10004: bge");
  expect(branch?.freedom).not.toBe("free");
  expect(branch!.same).toBeLessThan(branch!.tried);
});

/** Each leg that resumes loses s1. */
class LosesS1 extends ReferenceTarget {
  override readonly name = "loses-s1";
  override run(world: World, leg: Leg): Finish {
    if (leg.start === "boot") return super.run(world, leg);
    return super.run(world, { ...leg, start: { ...leg.start, registers: leg.start.registers.with(9, 0n) } });
  }
}

describe("a part of a snapshot that is lost", () => {
  const TEXT = `/* rvrelay case 1
 * arg: "one"
 * arg: "two"
 * cuts: 3 6
 */
_start: li s2, 1
        li s1, 5
        li s3, 1
        li s4, 1
        mv a0, s1
        li s1, 0
        li a7, 93
        ecall
        .data
        .byte 1, 2, 3
`;

  test("cuts have the range in which it shows, and those that show nothing can be left out", async () => {
    const all = await explained(TEXT, "relay", [reference, new LosesS1()]);
    // Each costs 1: s1 is 5 from cycle 2 on, is read in the fifth instruction, and means nothing behind it.
    expect(of(all, "cut 3")).toMatchObject({ freedom: "some", text: "this cut can be at any cycle from 2 to 4" });
    expect(of(all, "cut 6")).toMatchObject({ freedom: "free", text: "can be left out" });
    expect(of(all, "x9/s1")).toMatchObject({ freedom: "some" });
    expect(of(all, "x9/s1")?.text).toMatch(/^fails with 0x1, .* and \d more, not with 0x0$/);
  });

  test("arguments, data and the world are told to have no part in it", async () => {
    const all = await explained(TEXT, "relay", [reference, new LosesS1()]);
    for (const part of ["argument 0", "argument 1", "page 17", "version", "cost"]) {
      expect({ part, freedom: of(all, part)?.freedom }).toEqual({ part, freedom: "free" });
    }
    expect(of(all, "leg 1")).toMatchObject({ freedom: "needed", text: "must be on loses-s1" });
  });

  test("it ends in time: what was not tried is not told", async () => {
    expect(await explained(TEXT, "relay", [reference, new LosesS1()], boundsFor(0))).toEqual([]);
    let asked = 0;
    const soon = { isOver: () => ++asked > 10 };
    const some = await explained(TEXT, "relay", [reference, new LosesS1()], soon);
    expect(of(some, "write-xor-execute")).toBeUndefined();
  });
});

describe("repeating", () => {
  const { checked } = readCase("case.S", "_start: li a7, 93\n ecall\n");

  test("tells a flaky target with both outcomes, and ends", async () => {
    const { flaky, runs, broken } = await repeatCheck(
      lawOf("differential"),
      checked,
      [reference, new FlakyCanaryTarget()],
      UNBOUNDED,
    );
    // It is wrong in every second run, and asked once in each check.
    expect({ runs, broken }).toEqual({ runs: 10, broken: 5 });
    expect(flaky).toMatchObject({ runs: 10, broken: 5, outcomes: [expect.stringMatching(/^broken: pc /), "held"] });
  });

  test("tells one that is wrong each time, but never in the same way", async () => {
    let count = 0n;
    const counting: Target = Object.assign(Object.create(reference) as Target, {
      name: "counting",
      run(world: World, leg: Leg): Finish {
        const finish = reference.run(world, leg);
        return { ...finish, state: { ...finish.state, pc: ++count } };
      },
    });
    const { flaky, broken } = await repeatCheck(lawOf("differential"), checked, [reference, counting], UNBOUNDED, 3);
    expect(broken).toBe(3);
    expect(flaky?.outcomes[0]).not.toBe(flaky?.outcomes[1]);
  });

  test("says nothing of one that always does the same, and ends after two where there is no time", async () => {
    const wrong = await repeatCheck(lawOf("differential"), checked, [reference, reference], boundsFor(0));
    expect(wrong).toMatchObject({ runs: 2, broken: 0, otherwise: "held" });
    expect(wrong).not.toHaveProperty("flaky");
  });
});

test("what is known stands beside the lines of a text, which stays the same program", () => {
  const text = "/* rvrelay case 1\n * cuts: 3\n */\n_start: li a0, 1 # one\n nop\n li a7, 93\n ecall\n";
  const { checked } = readCase("case.S", text);
  const base = { freedom: "free", tried: 1, same: 1 } as const;
  const told = commented(text, sourceLines(checked).lines, [
    { ...base, kind: "instruction", part: "0x10000: addi", pc: 0x10000n, text: "any immediate" },
    { ...base, kind: "instruction", part: "0x10004: addi", pc: 0x10004n, text: "can be left out" },
    { ...base, kind: "cut", part: "cut 3", text: "from 1 to 3 */ evil" },
  ]);
  expect(told.split("\n").slice(3)).toEqual([
    "/* what matters:",
    " * cut 3: from 1 to 3 * / evil",
    " */",
    "_start: li a0, 1 # one; any immediate",
    " nop\t# can be left out",
    " li a7, 93",
    " ecall",
    "",
  ]);
  expect(readCase("case.S", told).checked.world.program).toEqual(checked.world.program);
});

test("lines and symbols are those of the text; of a text of another program there are none", () => {
  const { checked } = readCase("case.S", "_start: li a0, 1\nlast:   li a7, 93\n        ecall\n");
  const { lines, symbols } = sourceLines(checked);
  expect([...lines]).toEqual([
    [0x10000n, 1],
    [0x10004n, 2],
    [0x10008n, 3],
  ]);
  expect(symbols.get(0x10004n)).toBe("last");
  expect(sourceLines({ ...checked, assembly: "_start: li a0, 2\n li a7, 93\n ecall\n" }).lines.size).toBe(0);
  expect(sourceLines({ ...checked, assembly: "_start: no such thing\n" }).lines.size).toBe(0);
});

test("what matters in part is told by name: sizes of memory, registers, forms of an instruction", async () => {
  // An AMO on the page of its own code: with 64 KiB of memory there is no such page, and the program cannot be loaded.
  const text = "_start: auipc a1, 0\n addi a1, a1, 0\n amoadd.d a0, x0, (a1)\n li a7, 93\n ecall\n";
  const all = await explained(text, "differential", [reference, exhibit("amo-skips-write-permission")]);
  expect(of(all, "memory size")?.text).toBe("the same failure with 256 KiB, 1024 KiB, not with 64 KiB");
  expect(of(all, "0x10004: addi")?.text).toMatch(
    /^can be left out; of other forms of it, \d+ of \d+ fail in the same way$/,
  );

  /** Its ADD is wrong where s5, which it does not read, is 7. */
  class Looks extends ReferenceTarget {
    override readonly name = "looks";
    constructor() {
      const [{ base }] = instructionsNamed("add");
      super({
        meanings: new Map([
          [
            base,
            (hart, { rd, rs1, rs2 }) =>
              hart.setNumber(rd, Number(hart.x[rs1] + hart.x[rs2] + (hart.x[21] === 7n ? 1n : 0n))),
          ],
        ]),
      });
    }
  }
  const other = "_start: li s5, 7\n li a1, 1\n add a0, a1, a1\n li a7, 93\n ecall\n";
  const looked = await explained(other, "differential", [reference, new Looks()]);
  expect(of(looked, "all other registers")).toMatchObject({
    freedom: "needed",
    text: "with other values 0 of 4 times the same failure; what matters is the value of x21/s5",
  });
});

import { describe, expect, test } from "vitest";
import { missed, runGate, type GatePlan } from "../../src/campaign/index.ts";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { instructionsNamed, type Hart, type Operands } from "../../src/isa/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { CanaryTarget, ReferenceTarget, TargetError, type Target } from "../../src/targets/index.ts";
import { altered, entry, shortened } from "../laws/altered.ts";

const SEED = 11n;

function plan(changes: Partial<GatePlan> = {}): GatePlan {
  return {
    targets: [new ReferenceTarget()],
    laws: LAWS,
    seed: SEED,
    cases: 30,
    timeMs: Infinity,
    caseAt: (k) => ({ name: `case ${k}`, checked: generateCase(SEED, k) }),
    regressions: [],
    conformance: [],
    ...changes,
  };
}

function program(text: string): CaseFile {
  return readCase("p.S", text);
}

const FIVE = program("_start: li a0, 5\n li a7, 93\n ecall\n");
const reference = new ReferenceTarget();
const failing: Target = {
  name: "failing",
  capabilities: reference.capabilities,
  run: () => {
    throw new TargetError("no answer");
  },
};

/** A law that nothing can break. */
const blind: Law = {
  name: "blind",
  sentence: "Everything is fine.",
  preconditions: "None.",
  brokenBy: [],
  cuts: false,
  check: () => Promise.resolve({ kind: "held", evidence: { legs: 1, cuts: 1, comparisons: 1, retired: [] } }),
};

/** Laws that say something of one target alone: all but the one that compares targets. */
const ONE_TARGET_LAWS = LAWS.map(({ name }) => name).filter((name) => name !== "differential");

describe("the verdict of a gate", () => {
  test("held, when laws held, the canary was caught and floors were reached", async () => {
    const result = await runGate(plan());
    expect(result.verdict).toBe("held");
    expect(result.canary).toMatchObject(ONE_TARGET_LAWS.map((law) => ({ law, caught: true })));
    expect(result.tally.cases).toBe(30);
  });

  test("broken, when a target breaks a law", async () => {
    const result = await runGate(plan({ targets: [new CanaryTarget()] }));
    expect(result.verdict).toBe("broken");
    expect(result.findings.length).toBeGreaterThan(0);
  });

  test("broken, when a directed program does not end as it should", async () => {
    const result = await runGate(plan({ conformance: [FIVE] }));
    expect(result.verdict).toBe("broken");
    expect(result.conformance[0]?.reason).toContain("expected exit 0, got exit 5");
  });

  test("inconclusive, when a law lets the canary pass", async () => {
    const result = await runGate(plan({ laws: [LAWS[0], blind] }));
    expect(result.verdict).toBe("inconclusive");
    const found = result.canary.find(({ law }) => law === "blind");
    expect([found?.caught, found?.missed]).toEqual([false, ["canary"]]);
  });

  test("inconclusive, when a target itself fails", async () => {
    const result = await runGate(plan({ targets: [failing] }));
    expect(result.verdict).toBe("inconclusive");
    expect(result.failures[0]?.message).toBe("no answer");
  });

  test("inconclusive, when it was interrupted or nothing ran", async () => {
    expect((await runGate(plan({ interrupted: () => true }))).verdict).toBe("inconclusive");
    expect((await runGate(plan({ cases: 0 }))).verdict).toBe("inconclusive");
  });

  test("held over two targets, with every law and the canary of each", async () => {
    const result = await runGate(plan({ targets: [reference, altered((finish) => finish)] }));
    expect(result.verdict).toBe("held");
    const laws = [...ONE_TARGET_LAWS, "differential"];
    expect(result.canary).toMatchObject(laws.map((law) => ({ law, caught: true })));
    expect(result.tally.laws.get("differential")?.held).toBe(30);
    expect([...result.tally.hops.keys()]).toContain("reference → altered");
  });

  test("laws are asked of one case in so many, or of every case", async () => {
    const asked = async (everyCase: boolean): Promise<unknown> => {
      const laws = LAWS.filter(({ name }) => ["relay", "version"].includes(name));
      const { tally } = await runGate(plan({ laws, cases: 60, everyCase }));
      return [...tally.laws].map(([law, count]) => [law, count.asked]);
    };
    // Law version: the first 20 cases, and one in four of the other 40.
    expect(await asked(false)).toEqual([
      ["relay", 60],
      ["version", 30],
    ]);
    expect(await asked(true)).toEqual([
      ["relay", 60],
      ["version", 60],
    ]);
  });

  test("inconclusive, when an entry of a policy is used by nothing", async () => {
    const zero = program("/* rvrelay case 1\n */\n_start: li a7, 93\n ecall\n");
    const idle = entry({ compare: { atOwnCycles: true, cyclesApartMax: 10 } });
    const targets = [reference, altered((finish) => finish, [idle])];
    const result = await runGate(plan({ targets, conformance: [zero], cases: 5 }));
    expect(result.verdict).toBe("inconclusive");
    expect(missed(result.floors)).toEqual([{ what: "uses of policy entry entry on altered", atLeast: 1, reached: 0 }]);
  });

  test("held, when a directed program needs the entry, and it is said where", async () => {
    // One cycle and three, over and over: 48 after twelve rounds, and one more.
    const header = "/* rvrelay case 1\n * budget: 50\n * expect: budget\n * expect-cycles: 49\n */\n";
    const budget = program(`${header}_start: nop\n j _start\n`);
    const early = entry({ compare: { atOwnCycles: true, cyclesApartMax: 10 } });
    // A target that stops two cycles early in a program of its own, as if by the block.
    const target = altered(
      (finish, world, leg) => {
        const blocky = world.program === budget.checked.world.program && leg.maxCycles === 50n;
        return blocky ? shortened(world, leg, leg.maxCycles - 2n) : finish;
      },
      [early],
    );
    const result = await runGate(plan({ targets: [reference, target], conformance: [budget], cases: 5 }));
    expect(result.verdict).toBe("held");
    expect(result.conformance.map(({ tolerated }) => [...new Set(tolerated)])).toEqual([[], ["entry"]]);
    expect(result.conformance[1]?.reason).toContain("tolerated: entry");
  });

  test("a target that keeps failing is left out, and the others are checked", async () => {
    const result = await runGate(plan({ targets: [reference, failing] }));
    expect(result.verdict).toBe("inconclusive");
    expect(result.failures.map(({ target }) => target)).toEqual(["failing", "failing", "failing"]);
    expect(result.tally.cases).toBe(30);
    expect(result.tally.laws.get("relay")?.held).toBeGreaterThan(20);
  });

  test("earlier failures are checked first", async () => {
    const result = await runGate(plan({ targets: [new CanaryTarget()], regressions: [FIVE], laws: [LAWS[0]] }));
    expect(result.regressions).toBe(1);
    expect(result.tally.cases).toBeGreaterThan(1);
  });

  test("what breaks many laws at once is one fault, of which there are soon findings enough", async () => {
    const result = await runGate(plan({ targets: [new CanaryTarget()] }));
    expect(new Set(result.findings.map(({ law }) => law)).size).toBeGreaterThan(8);
    expect(result.faults).toHaveLength(1);
    expect(result.tally.cases).toBeLessThan(30);
    expect(result.endedEarlyOf).toBe(30);
  });

  test("many faults are soon enough, however few findings they have", async () => {
    const names = ["add", "sub", "xor", "or", "and", "sll", "srl", "sra", "mul", "slt", "sltu", "addw", "subw"];
    const meanings = new Map(
      names.map((name) => [
        instructionsNamed(name)[0].base,
        (hart: Hart, { rd, rs1 }: Operands): void => {
          hart.x[rd] = hart.x[rs1];
        },
      ]),
    );
    const wrong = Object.assign(new ReferenceTarget({ meanings }), { name: "wrong" });
    const laws = LAWS.filter(({ name }) => name === "differential");
    const result = await runGate(plan({ targets: [reference, wrong], laws }));
    expect(result.faults).toHaveLength(5);
    expect(result.findings.length).toBeLessThan(30);
    expect(result.endedEarlyOf).toBe(30);
  });
});

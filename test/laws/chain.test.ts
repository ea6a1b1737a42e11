import { describe, expect, test } from "vitest";
import { readCase, type Case } from "../../src/case/index.ts";
import { chainTarget, relayers, runners } from "../../src/laws/chain.ts";
import { LAWS, runRelay, runSolo } from "../../src/laws/index.ts";
import {
  ReferenceTarget,
  TargetError,
  type Capabilities,
  type Finish,
  type Leg,
  type LegPlan,
  type Target,
} from "../../src/targets/index.ts";

const PROGRAM = "_start: li s2, 40\n1: addi s2, s2, -1\n bnez s2, 1b\n li a7, 93\n ecall\n";
const reference = new ReferenceTarget();
const [relayLaw] = LAWS;

function caseWith(cuts: bigint[], legTargets?: readonly number[]): Case {
  return { ...readCase("loop.S", PROGRAM).checked, cuts, ...(legTargets && { legTargets }) };
}

/** The reference by another name, which notes what it is asked. */
class Noting implements Target {
  readonly capabilities: Capabilities;
  readonly asked: Leg[] = [];
  readonly name: string;

  constructor(name: string, capabilities: Partial<Capabilities> = {}) {
    this.name = name;
    this.capabilities = { ...reference.capabilities, ...capabilities };
  }

  run(...[world, leg]: Parameters<Target["run"]>): ReturnType<Target["run"]> {
    this.asked.push(leg);
    return reference.run(world, leg);
  }
}

/** One that runs several legs in one call. */
class Relaying extends Noting {
  readonly plans: LegPlan[] = [];

  relay(...[world, plan]: Parameters<NonNullable<Target["relay"]>>): ReturnType<NonNullable<Target["relay"]>> {
    this.plans.push(plan);
    const finishes = [];
    let { start } = plan;
    for (const [k, maxCycles] of plan.limits.entries()) {
      const last = k === plan.limits.length - 1;
      const { snapshot, ...finish } = reference.run(world, { start, maxCycles, snapshot: true });
      const goesOn = finish.stop.kind === "budget" && !last;
      finishes.push({ ...finish, ...(!goesOn && plan.snapshot && snapshot && { snapshot }) });
      if (!goesOn || !snapshot) break;
      start = snapshot;
    }
    return finishes;
  }
}

describe("which target takes a leg", () => {
  const targets = ["a", "b", "c"].map((name) => new Noting(name));
  const order = (legTargets?: readonly number[]): string =>
    Array.from({ length: 7 }, (_, k) => chainTarget(caseWith([], legTargets), targets, k).name).join("");

  test("all in turn, if the case says nothing", () => {
    expect(order()).toBe("abcabca");
    expect(order([])).toBe("abcabca");
  });

  test("as the case says, over and over, modulo the number of targets", () => {
    expect(order([0])).toBe("aaaaaaa");
    expect(order([2, 0])).toBe("cacacac");
    expect(order([0, 1, 5, 255])).toBe("abcaabc");
  });
});

describe("targets that cannot be asked are left out", () => {
  const old = new Noting("old", { versions: [0, 1] });
  const solo = new Noting("solo", { snapshots: false });
  const whole = new Noting("whole");
  const { world } = caseWith([]);

  test("by what runs, and by what relays", () => {
    expect(runners(world, [old, solo, whole])).toEqual({ targets: [solo, whole] });
    expect(relayers(world, [old, solo, whole])).toEqual({ targets: [whole] });
  });

  test("with the reason where none is left", () => {
    expect(runners(world, [old])).toEqual({ targets: [], reason: "old does not run VM version 2" });
    expect(relayers(world, [solo, old])).toEqual({ targets: [], reason: "solo takes and gives no snapshots" });
    expect(runners(world, [])).toEqual({ targets: [], reason: "there is no target" });
  });

  test("a relay goes over the others, and its evidence says so", async () => {
    const verdict = await relayLaw.check(caseWith([10n, 20n]), [whole, old, solo, reference]);
    expect(verdict.kind).toBe("held");
    if (verdict.kind !== "held") return;
    expect(verdict.evidence.legsByTarget).toEqual(
      new Map([
        ["whole", 3],
        ["reference", 1],
      ]),
    );
    expect(old.asked).toEqual([]);
  });
});

describe("hops and legs are counted", () => {
  test("each leg for its target, each handed over snapshot for its two", async () => {
    const targets = ["a", "b"].map((name) => new Noting(name));
    const verdict = await relayLaw.check(caseWith([5n, 10n, 15n, 20n], [0, 1, 1, 0, 1]), targets);
    if (verdict.kind !== "held") throw new Error(verdict.kind);
    const { hops, legsByTarget, legs, cuts } = verdict.evidence;
    expect(hops).toEqual(
      new Map([
        ["a → b", 2],
        ["b → b", 1],
        ["b → a", 1],
      ]),
    );
    // One more on a is the solo run.
    expect(legsByTarget).toEqual(
      new Map([
        ["a", 3],
        ["b", 3],
      ]),
    );
    expect({ legs, cuts }).toEqual({ legs: 6, cuts: 4 });
  });

  test("a cut that the program does not live to see is none", async () => {
    const verdict = await relayLaw.check(caseWith([5n, 100_000n, 200_000n]), [new Noting("a")]);
    if (verdict.kind !== "held") throw new Error(verdict.kind);
    expect(verdict.evidence.hops).toEqual(new Map([["a → a", 1]]));
  });
});

describe("targets that run many legs in one call", () => {
  test("get all legs that follow each other in one plan, others one by one", async () => {
    const [relaying, noting] = [new Relaying("r"), new Noting("n")];
    // Legs 0, 1, 2 on r, leg 3 on n, legs 4 and 5 on r again.
    const relayed = caseWith([5n, 10n, 15n, 20n, 25n], [0, 0, 0, 1, 0, 0]);
    const run = await runRelay(relayed, [relaying, noting], true);
    expect(relaying.plans.map(({ limits, snapshot }) => ({ limits, snapshot }))).toEqual([
      { limits: [5n, 10n, 15n], snapshot: true },
      { limits: [25n, relayed.budget], snapshot: true },
    ]);
    expect(relaying.plans.map(({ start }) => start === "boot")).toEqual([true, false]);
    expect(noting.asked.map(({ maxCycles }) => maxCycles)).toEqual([20n]);
    expect(run.targets.map(({ name }) => name)).toEqual(["r", "r", "r", "n", "r", "r"]);
    const solo = await runSolo(relayed, reference);
    expect(run.finish.state.cycles).toBe(solo.finish.state.cycles);
    expect(run.finish.snapshot).toBeDefined();
  });

  test("a single leg is a run", async () => {
    const relaying = new Relaying("r");
    await runRelay(caseWith([5n], [0, 1]), [relaying, reference]);
    expect(relaying.plans).toEqual([]);
    expect(relaying.asked).toHaveLength(1);
  });

  test("a program that ends in the middle of a plan ends the relay", async () => {
    const run = await runRelay(caseWith([5n, 100_000n, 200_000n]), [new Relaying("r")]);
    expect(run.legs.map(({ stop }) => stop.kind)).toEqual(["budget", "exit"]);
    expect(run.maxCycles).toBe(100_000n);
  });

  const short = { start: "boot", maxCycles: 5n, snapshot: false } as const;
  const whole = { ...short, maxCycles: 10_000n };

  test.each<[what: string, relay: NonNullable<Target["relay"]>, message: string]>([
    ["runs no leg", () => [], "ran no leg of a relay"],
    [
      "goes on after a leg that ended",
      (world) => [reference.run(world, whole), reference.run(world, whole)],
      "went on after a leg that ended by exit",
    ],
    [
      "hides what it observes",
      (world) => [{ ...reference.run(world, short), state: {} }],
      "says that it observes registers, but does not show it",
    ],
  ])("one that %s makes nothing of the check", async (_, relay, message) => {
    const broken = Object.assign(new Noting("r"), { relay });
    await expect(relayLaw.check(caseWith([5n, 10n]), [broken])).rejects.toThrow(message);
  });
});

test("of a target that fails, its name is known", async () => {
  const run = (): never => {
    throw new TargetError("no answer");
  };
  const failing: Target = { name: "failing", capabilities: reference.capabilities, run };
  await expect(runSolo(caseWith([]), failing)).rejects.toMatchObject({ target: "failing", message: "no answer" });
});

describe("a solo run and a relay that are asked for together", () => {
  class Failing extends Noting {
    readonly parallel = 2;

    override async run(...[world, leg]: Parameters<Target["run"]>): Promise<Finish> {
      this.asked.push(leg);
      if (leg.start === "boot" && !leg.snapshot) throw new TargetError("gone");
      await new Promise((resolve) => setImmediate(resolve));
      return reference.run(world, leg);
    }
  }

  test("both end before a failure of one is told", async () => {
    const failing = new Failing("f");
    await expect(relayLaw.check(caseWith([5n, 9n, 13n]), [failing])).rejects.toThrow("gone");
    const asked = failing.asked.length;
    expect(asked).toBe(1 + 4);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(failing.asked).toHaveLength(asked);
  });
});

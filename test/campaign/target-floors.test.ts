import { describe, expect, test } from "vitest";
import { missed, Tally } from "../../src/campaign/index.ts";
import { policyFloors, targetFloors } from "../../src/campaign/target-floors.ts";
import type { DirectedResult } from "../../src/campaign/index.ts";
import { readCase } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget, type PolicyEntry, type Target } from "../../src/targets/index.ts";
import { entry } from "../laws/altered.ts";

function named(name: string, parts: Partial<Target> = {}): Target {
  const { capabilities } = new ReferenceTarget();
  return { name, capabilities, run: () => Promise.reject(new Error("not to be run")), ...parts };
}

const [A, B] = [named("a"), named("b")];

/** A tally of so many cases, with legs and hops. */
function tallyOf(cases: number, legs: Record<string, number>, hops: Record<string, number> = {}): Tally {
  const tally = new Tally();
  tally.cases = cases;
  for (const [name, count] of Object.entries(legs)) {
    tally.legsByTarget.set(name, count);
    tally.legsByLaw.set(`differential on ${name}`, count);
  }
  for (const [hop, count] of Object.entries(hops)) tally.hops.set(hop, count);
  return tally;
}

const missedNames = (tally: Tally, targets: readonly Target[], laws = LAWS): string[] =>
  missed(targetFloors(tally, targets, laws)).map(({ what }) => what);

describe("targets", () => {
  test("one alone has no floors of its own, under whatever names", () => {
    expect(targetFloors(tallyOf(1, {}), [A], LAWS)).toEqual([]);
    expect(targetFloors(tallyOf(1, {}), [A, named("a")], LAWS)).toEqual([]);
  });

  test("each must have run in a tenth of the cases", () => {
    expect(missedNames(tallyOf(100, { a: 100, b: 10 }), [A, B])).toEqual([]);
    expect(missedNames(tallyOf(100, { a: 100, b: 9 }), [A, B])).toEqual(["legs on b", "legs of law differential on b"]);
    expect(missedNames(tallyOf(0, {}), [A, B])).toHaveLength(4);
    const tally = tallyOf(100, { a: 100, b: 100 });
    tally.legsByLaw.delete("differential on b");
    expect(missedNames(tally, [A, B])).toEqual(["legs of law differential on b"]);
  });
});

describe("hops", () => {
  const ALL = { "a → a": 5, "a → b": 5, "b → a": 5, "b → b": 5 };
  const legs = { a: 9000, b: 9000 };

  test("from each to each, once there are enough cases", () => {
    const { "b → a": _, ...rest } = ALL;
    expect(missedNames(tallyOf(2000, legs, ALL), [A, B])).toEqual([]);
    expect(missedNames(tallyOf(2000, legs, rest), [A, B])).toEqual(["snapshots b → a"]);
    expect(missedNames(tallyOf(1999, legs, rest), [A, B])).toEqual([]);
  });

  test("not to and from a target without snapshots, and not where no law cuts", () => {
    const solo = named("b", { capabilities: { ...B.capabilities, snapshots: false } });
    expect(missedNames(tallyOf(2000, legs, { "a → a": 1 }), [A, solo])).toEqual([]);
    const uncut = LAWS.filter(({ cuts }) => !cuts);
    expect(missedNames(tallyOf(2000, legs), [A, B], uncut)).toEqual([]);
  });
});

describe("entries of a policy", () => {
  const corpus = [readCase("p.S", "_start: ecall\n")];
  const used = entry({ id: "used", compare: {} });
  const idle = entry({ id: "idle", compare: {} });
  const withPolicy = (...policy: PolicyEntry[]): Target[] => [A, named("altered", { policy })];
  const directed = (target: string, ...tolerated: string[]): DirectedResult => {
    return { name: "p.S", target, verdict: "passed", cuts: 1, cycles: 0n, retired: [], tolerated };
  };

  test("one that was needed in a directed program or in a random case is reached, an idle one is missed", () => {
    const floors = policyFloors(new Tally(), [directed("altered", "used")], withPolicy(used, idle), corpus);
    expect(floors).toEqual([
      { what: "uses of policy entry used on altered", atLeast: 1, reached: 1 },
      { what: "uses of policy entry idle on altered", atLeast: 1, reached: 0 },
    ]);
    const tally = new Tally();
    tally.tolerated.set("idle", 3);
    // Where its witness is in the corpus, it is the witness that must show it.
    expect(missed(policyFloors(tally, [directed("altered", "used")], withPolicy(used, idle), corpus))).toHaveLength(1);
    const own = { ...idle, witness: "elsewhere.S" };
    expect(missed(policyFloors(tally, [directed("altered", "used")], withPolicy(used, own), corpus))).toEqual([]);
  });

  test("each target must need it", () => {
    const both = entry({ id: "used", targets: ["altered", "b"], compare: {} });
    const targets = [named("altered", { policy: [both] }), named("b", { policy: [both] })];
    const results = [directed("altered", "used"), directed("b", "used")];
    expect(policyFloors(new Tally(), results, targets, corpus).map(({ reached }) => reached)).toEqual([1, 1]);
  });

  test("entries for other targets are not asked for", () => {
    const other = entry({ id: "other", targets: ["somebody"], compare: {} });
    expect(policyFloors(new Tally(), [], withPolicy(other), corpus)).toEqual([]);
  });
});

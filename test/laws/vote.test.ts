import { describe, expect, test } from "vitest";
import { LAWS, locate, type Divergence } from "../../src/laws/index.ts";
import { voteText } from "../../src/report/vote-text.ts";
import { ReferenceTarget, type Finish, type Leg, type PolicyEntry, type Target } from "../../src/targets/index.ts";
import type { World } from "../../src/case/index.ts";
import { caseOf, entry, withRegisters, withState } from "./altered.ts";

const differential = LAWS.find(({ name }) => name === "differential")!;
const CASE = caseOf("_start: li a1, 5; add a2, a1, a1; li a7, 93; ecall\n");
const [A1, A2, A3] = [11, 12, 13];

/** A reference of that name that adds one to a register, and to its snapshot, from cycle 2 on; to none if left out. */
function voter(name: string, register?: number, policy: readonly PolicyEntry[] = []): Target {
  const reference = new ReferenceTarget();
  const run = (world: World, leg: Leg): Finish => {
    const finish = reference.run(world, leg);
    if (register === undefined || (finish.state.cycles ?? 0n) < 2n) return finish;
    const { snapshot, ...changed } = withState(finish, withRegisters(finish, register));
    const registers = snapshot?.registers.map((value, r) => (r === register ? value + 1n : value));
    return { ...changed, ...(snapshot && registers && { snapshot: { ...snapshot, registers } }) };
  };
  return { name, capabilities: reference.capabilities, policy, run };
}

async function divergenceOf(...targets: Target[]): Promise<Divergence> {
  const verdict = await differential.check(CASE, targets);
  if (verdict.kind !== "broken") throw new Error(`the law is ${verdict.kind}`);
  return verdict.divergence;
}

describe("the odd one out is named", () => {
  test.each([
    ["first, which is the reference", ["odd", "b", "c"]],
    ["in the middle", ["a", "odd", "c"]],
    ["last", ["a", "b", "odd"]],
    ["of four", ["a", "b", "odd", "d"]],
  ])("%s", async (_, names) => {
    const targets = names.map((name) => voter(name, name === "odd" ? A2 : undefined));
    const divergence = await divergenceOf(...targets);
    const others = names.filter((name) => name !== "odd");
    expect(divergence.vote).toEqual({ groups: [others, ["odd"]], odd: ["odd"] });
    expect(divergence).toMatchObject({
      legs: ["odd"],
      actualFrom: "solo on odd",
      expectedFrom: `solo on ${others[0]}`,
    });
    expect(divergence.differences.map(({ what }) => what)).toEqual(["a2", "snapshot registers[12]"]);
    expect(voteText(divergence.vote!)).toBe(`odd against ${others.join(", ")}`);
  });

  test("two of five, each wrong in its own way", async () => {
    const { vote } = await divergenceOf(voter("a", A1), voter("b"), voter("c"), voter("d", A3), voter("e"));
    expect(vote).toEqual({ groups: [["b", "c", "e"], ["a"], ["d"]], odd: ["a", "d"] });
  });

  test("and the place where it goes wrong is found, also where it is the first target", async () => {
    const targets = [voter("odd", A2), voter("b"), voter("c")];
    const { legs, vote } = await divergenceOf(...targets);
    const location = await locate(CASE, targets, "differential", legs[0], vote?.groups[0][0]);
    // li and add cost 1 each: behind the second of them the register is wrong.
    expect(location).toMatchObject({ cycles: 2n, text: "add a2, a1, a1" });
  });
});

describe("a tie is said to be one", () => {
  test("two against two: as without a vote, the first target is the yardstick", async () => {
    const divergence = await divergenceOf(voter("a"), voter("b", A2), voter("c"), voter("d", A2));
    expect(divergence.vote).toEqual({
      groups: [
        ["a", "c"],
        ["b", "d"],
      ],
    });
    expect(divergence).toMatchObject({ legs: ["b"], expectedFrom: "solo on a" });
    expect(voteText(divergence.vote!)).toBe("a tie: a, c against b, d");
  });

  test("all different", async () => {
    const { vote } = await divergenceOf(voter("a", A1), voter("b", A2), voter("c", A3));
    expect(vote).toEqual({ groups: [["a"], ["b"], ["c"]] });
  });

  test("more than any other group, but not more than half", async () => {
    const { vote } = await divergenceOf(voter("a"), voter("b"), voter("c", A1), voter("d", A3));
    expect(vote).toEqual({ groups: [["a", "b"], ["c"], ["d"]] });
  });
});

test("two targets have no vote", async () => {
  const divergence = await divergenceOf(voter("a"), voter("b", A2));
  expect(divergence).not.toHaveProperty("vote");
  expect(divergence.legs).toEqual(["b"]);
});

test("what a policy tolerates is no vote against", async () => {
  const compare = { except: ["registers"] } as const;
  const policy = [entry({ targets: ["tolerated"], expected: ["exit"], actual: ["exit"], compare })];
  const { vote } = await divergenceOf(voter("a"), voter("tolerated", A2, policy), voter("odd", A3));
  expect(vote).toEqual({ groups: [["a", "tolerated"], ["odd"]], odd: ["odd"] });
  const held = await differential.check(CASE, [voter("a"), voter("tolerated", A2, policy), voter("c")]);
  expect(held).toMatchObject({ kind: "held", evidence: { tolerated: ["entry"] } });
});

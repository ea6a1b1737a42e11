import { expect, test } from "vitest";
import { checkDirected } from "../../src/campaign/index.ts";
import { readCase } from "../../src/case/index.ts";
import { ReferenceTarget, type Finish, type Target } from "../../src/targets/index.ts";

const HEADER = "/* rvrelay case 1\n * expect-flags: 512 D\n * expect-register: s1 0x200000\n */\n";
const FILE = readCase("p.S", `${HEADER}_start: li s1, 0x200000\n sd s1, 0(s1)\n li a7, 93\n ecall\n`);
const reference = new ReferenceTarget();

/** The reference without sight of page flags. */
const flagless: Target = {
  name: "flagless",
  capabilities: {
    ...reference.capabilities,
    observes: reference.capabilities.observes.filter((part) => part !== "pageFlags"),
  },
  run: (world, leg): Finish => {
    const finish = reference.run(world, leg);
    const { pageFlags: _, ...state } = finish.state;
    return { ...finish, state };
  },
};

test("flags and registers are looked at, solo and as a relay", async () => {
  expect(await checkDirected(FILE, reference, 1)).toMatchObject({ verdict: "passed" });
  expect((await checkDirected(FILE, reference, 1)).reason).toBeUndefined();
  const other = { ...FILE, expectation: { ...FILE.expectation, pageFlags: new Map([[512, 6]]) } };
  const failed = await checkDirected(other, reference, 1);
  expect(failed).toMatchObject({ verdict: "failed", reason: "solo: expected flags of page 512 6, got 4" });
});

test("what a target does not show is said, not taken for equal", async () => {
  const { verdict, reason } = await checkDirected(FILE, flagless, 1);
  expect([verdict, reason]).toEqual(["passed", "not looked at: flags of page 512"]);
});

test("a target without snapshots is run solo, and that is said", async () => {
  const target: Target = { ...flagless, capabilities: { ...flagless.capabilities, snapshots: false } };
  const { verdict, reason, cuts } = await checkDirected(FILE, target, 1);
  expect([verdict, reason, cuts]).toEqual(["passed", "solo only: the target takes and gives no snapshots", 0]);
});

import { expect, test } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { Machine } from "../../src/machine/index.ts";
import { FaultyTarget, full } from "../../src/museum/index.ts";
import { TargetError, type Leg } from "../../src/targets/index.ts";

const GOES_ON = `/* rvrelay case 1
 * title: a jump to itself
 * budget: 1000
 */
        .globl _start
_start: j       _start
`;
const { checked } = readCase("goes-on.S", GOES_ON);
const LEG: Leg = { start: "boot", maxCycles: checked.budget, snapshot: false };

/** No limit ends what it runs. */
const unlimited = (): FaultyTarget =>
  new FaultyTarget("unlimited", {
    leg: { machine: (options) => new Machine({ ...options, maxCycles: 2n ** 64n - 1n }) },
    asked: (leg) => ({ ...leg, maxCycles: 2n ** 64n - 1n }),
  });

test("a leg that no limit ends fails as one of a process that hangs", () => {
  expect(new FaultyTarget("limited", {}).run(checked.world, LEG).stop).toEqual({ kind: "budget" });
  expect(() => unlimited().run(checked.world, LEG)).toThrow(
    expect.objectContaining({ name: "TargetError", kind: "hung", target: "unlimited" }),
  );
});

test("also where code may change, and is decoded again and again", () => {
  expect(() => unlimited().run({ ...checked.world, writeXorExecute: false }, LEG)).toThrow("goes on for more than");
});

test("a hunt ends with a target that gives no answer, and says so", async () => {
  const silent = new FaultyTarget("silent", {
    finish: () => {
      throw new TargetError("no answer within 5 s", { kind: "hung", target: "silent" });
    },
  });
  expect(await full.hunt(silent, { seed: 1n, timeMs: 60_000, directed: [] })).toMatchObject({
    found: true,
    by: "no answer",
  });
});

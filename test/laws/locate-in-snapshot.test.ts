import { describe, expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { AFTER_RESUME, IN_SNAPSHOT } from "../../src/laws/index.ts";
import type { WorldSnapshot } from "../../src/targets/index.ts";
import { caseOf, causeFor, reference, running } from "./cause-for.ts";

// Each instruction costs 1. The cut is behind both stores of a value that the exit code shows.
const COUNTED = caseOf("_start: li s1, 1\n li s2, 2\n add a0, s1, s2\n li a7, 93\n ecall", " * expect: exit 3\n");
const RELAY: Case = { ...COUNTED, cuts: [2n], legTargets: [1] };

const S1 = 9;

function withoutS1(snapshot: WorldSnapshot): WorldSnapshot {
  const registers = snapshot.registers.slice();
  registers[S1] = 0n;
  return { ...snapshot, registers };
}

describe("a register that is lost between two legs", () => {
  test("is wrong in the snapshot where the target that gave it has lost it", async () => {
    const giver = running((world, leg) => {
      const finish = reference.run(world, leg);
      return finish.snapshot ? { ...finish, snapshot: withoutS1(finish.snapshot) } : finish;
    });
    const { origin, text } = await causeFor("relay", RELAY, giver);
    expect(origin).toEqual({ law: "relay", place: IN_SNAPSHOT, parts: ["registers"] });
    expect(text).toBe("none: snapshot registers[9] must be 1, and is 0");
  });

  test("is wrong after the resume where the target that resumes loses it", async () => {
    const taker = running((world, leg) =>
      reference.run(world, leg.start === "boot" ? leg : { ...leg, start: withoutS1(leg.start) }),
    );
    const { origin, text } = await causeFor("relay", RELAY, taker);
    expect(origin).toEqual({ law: "relay", place: AFTER_RESUME, parts: ["s1"] });
    expect(text).toMatch(/^none: the state is wrong right after the resume at cut 2, before 0x/);
  });

  test("is wrong in the snapshot where some other target took it, and this one only gave it", async () => {
    const giver = running((world, leg) => {
      const finish = reference.run(world, leg);
      return finish.snapshot ? { ...finish, snapshot: withoutS1(finish.snapshot) } : finish;
    });
    const { origin } = await causeFor("relay", { ...RELAY, legTargets: [1, 0] }, giver);
    expect(origin.place).toBe(IN_SNAPSHOT);
  });
});

test("a snapshot that is missing is wrong in itself, not the instruction behind the cut", async () => {
  const none = running((world, leg) => {
    const { snapshot: _, ...finish } = reference.run(world, leg);
    return finish;
  });
  const { origin, text } = await causeFor("relay", RELAY, none);
  expect(origin.place).toBe(IN_SNAPSHOT);
  expect(text).toBe("none: snapshot must be present, and is missing");
});

test("what only a machine hands over wrongly that was resumed is wrong after the resume", async () => {
  // The state is right, and so is what a machine gives that booted.
  const forgetful = running((world, leg) => {
    const finish = reference.run(world, leg);
    if (leg.start === "boot" || !finish.snapshot) return finish;
    return { ...finish, snapshot: { ...finish.snapshot, maxCycles: finish.snapshot.maxCycles + 1n } };
  });
  const { origin, text } = await causeFor("split", { ...COUNTED, cuts: [1n, 2n], legTargets: [1] }, forgetful);
  expect(origin.place).toBe(AFTER_RESUME);
  expect(text).toMatch(/^none: snapshot max_cycles must be \d+, and is \d+ where a resumed machine takes it$/);
});

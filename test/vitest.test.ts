import { describe, expect, test } from "vitest";
import { LAWS, type Law } from "../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../src/targets/index.ts";
import { assertLaw } from "../src/vitest.ts";
import { changed, endsAtOnce, lawNamed, meaning } from "./laws/law-counts.ts";
import { limited } from "./laws/limited.ts";

const SEED = 1;

/** What `assertLaw` throws. */
async function failureOf(law: Law, targets: readonly Target[], options = {}): Promise<Error> {
  return assertLaw(law, { targets, seed: SEED, cases: 60, ...options }).then(
    () => {
      throw new Error(`law ${law.name} passes`);
    },
    (error: unknown) => error as Error,
  );
}

/** A target whose every leg ends at once, and that does not say what it executes. */
function silent(): Target {
  const target = endsAtOnce();
  return {
    ...target,
    async run(world, leg) {
      const { retired: _, ...finish } = await target.run(world, leg);
      return finish;
    },
  };
}

describe.each([
  ["ends at once", endsAtOnce],
  ["ends at once, and does not count what it executes", silent],
] as const)("a target that %s", (_, open) => {
  test.each(LAWS.map((law) => [law.name, law] as const))("does not pass law %s", async (__, law) => {
    const targets = Array.from({ length: law.targetsMin ?? 1 }, open);
    const { message } = await failureOf(law, targets);
    expect(message).toMatch(
      /^(BROKEN {2}law|law \S+ was broken by nothing, but that says nothing of at once\nfloor missed: )/,
    );
  });
});

describe("a failure", () => {
  const { sentence } = lawNamed(LAWS, "differential");

  test("says the law, sides, targets, first differing instruction, and how to repeat it", async () => {
    const wrong = meaning("sub", (right) => (h, i) => (right(h, i), i.rd < 32 && (h.x[i.rd] ^= 1n)));
    const { capabilities } = wrong;
    const target: Target = { name: "wrong", capabilities, run: (world, leg) => wrong.run(world, leg) };
    const failure = await failureOf(lawNamed(LAWS, "differential"), [new ReferenceTarget(), target], { cases: 200 });
    const lines = failure.message.split("\n");
    expect(lines.slice(0, 4)).toEqual([
      `BROKEN  law differential: ${sentence}`,
      `  case      of seed ${SEED}, over reference, wrong`,
      "  expected  solo on reference",
      "  actual    solo on wrong",
    ]);
    expect(failure.message).toMatch(/\n {2}first differing instruction: 0x[0-9a-f]+: (c\.)?sub /);
    expect(failure.message).toContain("\nCounterexample: [/* rvrelay case 1");
    const repeat = lines.find((line) => line.startsWith("  repeat with: "));
    // The name of this test, as it is the one that asserts the law.
    expect(repeat).toBe(
      `  repeat with: RVRELAY_SEED=${SEED} npx vitest run test/vitest.test.ts -t 'says the law, sides, targets, first differing instruction, and how to repeat it'`,
    );
    expect((failure.cause as Error).message).toContain(`law differential: ${sentence}`);
  });

  test("of a target itself is told as one", async () => {
    const target: Target = { ...changed((finish) => finish), capabilities: new ReferenceTarget().capabilities };
    const mute: Target = {
      ...target,
      run: async (world, leg) => {
        const finish = await target.run(world, leg);
        return { ...finish, state: {} };
      },
    };
    const { message } = await failureOf(LAWS[0], [mute]);
    expect(message).toContain("wrong says that it observes registers, but does not show it");
  });
});

describe("the floors of a law", () => {
  const law = lawNamed(LAWS, "relay");

  test("hold on the reference", async () => {
    expect(await assertLaw(law, { seed: SEED, cases: 60 })).toEqual([]);
  });

  test("are those of its exercises and cuts, over the cases of the test", async () => {
    const exercises = { "cuts with dirty pages": 0.5 };
    const uncut: Law = {
      ...law,
      exercises,
      check: async (checked, targets) => law.check({ ...checked, cuts: [] }, targets),
    };
    const { message } = await failureOf(uncut, [new ReferenceTarget()]);
    expect(message.split("\n").slice(1)).toEqual([
      "floor missed: really cut checks of law relay: 0, at least 18 wanted", // 0.3 of 60
      "floor missed: cuts with dirty pages in checks of law relay: 0, at least 30 wanted", // half of 60
    ]);
  });

  test("are left out where the cases that are generated cannot meet them, by name", async () => {
    const generate = { isa: [0], versions: [2], kinds: [{ isa: [0] }] } as const;
    const options = { targets: [new ReferenceTarget()], seed: SEED, cases: 60, generate };
    const faults = lawNamed(LAWS, "faults");
    const { message } = await failureOf(faults, options.targets, options);
    expect(message).toMatch(/floor missed: amo to an executable page in checks of law faults: 0, at least \d+ wanted/);
    const notMet = [
      "lr beyond memory",
      "sc beyond memory",
      "amo beyond memory",
      "amo to an executable page",
      "sc to an executable page",
    ];
    const known = notMet.filter((what) => what in (faults.exercises ?? {}));
    expect(await assertLaw(faults, { ...options, notMet: known })).toEqual([]);
    const wrong = await failureOf(faults, options.targets, { ...options, notMet: ["a page of gold"] });
    expect(wrong.message).toBe('notMet: no law has an exercise called "a page of gold"');
  });

  test("a target that could take part must; one that cannot is named", async () => {
    const first: Law = { ...law, name: "first", check: async (checked, [one]) => law.check(checked, [one]) };
    const { message } = await failureOf(first, [new ReferenceTarget(), limited("other", {})]);
    expect(message).toContain("floor missed: checks of law first in which other took part: 0, at least 1 wanted");
    const solo = limited("solo", { snapshots: false });
    const lines = await assertLaw(law, { targets: [new ReferenceTarget(), solo], seed: SEED, cases: 60 });
    expect(lines).toEqual(["not asked of solo: relay 60", "  60 times: solo takes and gives no snapshots"]);
  });
});

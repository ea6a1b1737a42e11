import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { LAWS, type Divergence } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { opening, whyNot } from "./adapter.ts";

// Law differential with a vote among the real engines, one of which is damaged: the odd one out is named.

const ENGINES = ["ckb-vm:plain", "ckb-vm:trace", "ckb-vm:asm"] as const;
const CASES = 6;

/** A target that ends with another value in s0. */
function damaged(target: Target): Target {
  return {
    name: `damaged ${target.name}`,
    capabilities: target.capabilities,
    policy: target.policy?.map((entry) => ({ ...entry, targets: [`damaged ${target.name}`] })) ?? [],
    async run(world, leg) {
      const finish = await target.run(world, leg);
      const registers = finish.state.registers!.slice();
      registers[8] ^= 1n;
      return { ...finish, state: { ...finish.state, registers } };
    },
  };
}

async function divergences(targets: readonly Target[]): Promise<Divergence[]> {
  const law = LAWS.find(({ name }) => name === "differential")!;
  const found: Divergence[] = [];
  for (let k = 0; k < CASES; k++) {
    const checked = generateCase(9n, k, { kinds: [{ memorySize: 4 << 20 }] }); // a world that all of them run
    const verdict = await law.check(checked, targets);
    if (verdict.kind === "broken") found.push(verdict.divergence);
  }
  return found;
}

test.for([
  [0, "the reference, asked first"],
  [1, "the plain interpreter"],
  [2, "the trace interpreter"],
  [3, "the assembly engine"],
] as const)("%s is damaged: %s is the odd one out", async ([which], { skip }) => {
  skip(whyNot(ENGINES[0]) !== undefined, whyNot(ENGINES[0]));
  const whole = [new ReferenceTarget(), ...(await Promise.all(ENGINES.map(opening)))];
  const targets = whole.map((target, k) => (k === which ? damaged(target) : target));
  const others = targets.filter((_, k) => k !== which).map(({ name }) => name);
  const found = await divergences(targets);
  expect(found).toHaveLength(CASES);
  for (const { vote, actualFrom, expectedFrom, differences } of found) {
    expect(vote).toEqual({ groups: [others, [targets[which].name]], odd: [targets[which].name] });
    expect(actualFrom).toBe(`solo on ${targets[which].name}`);
    expect(expectedFrom).toBe(`solo on ${others[0]}`);
    expect(differences.map(({ what }) => what)).toContain("s0");
  }
});

test("two damaged alike against two that are whole: a tie", async ({ skip }) => {
  skip(whyNot(ENGINES[0]) !== undefined, whyNot(ENGINES[0]));
  const [plain, trace, asm] = await Promise.all(ENGINES.map(opening));
  const targets = [damaged(plain), damaged(trace), new ReferenceTarget(), asm];
  const names = targets.map(({ name }) => name);
  const votes = (await divergences(targets)).map(({ vote }) => vote);
  expect(votes).toEqual(Array.from({ length: CASES }, () => ({ groups: [names.slice(0, 2), names.slice(2)] })));
});

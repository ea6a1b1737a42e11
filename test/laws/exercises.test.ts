import { expect, test } from "vitest";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { directedCase, generatedCases } from "./faulty.ts";

/** What is met in fewer cases than this is left to gates, which have more of them. */
const OFTEN = 0.1;
const CASES = 60;

test.each(LAWS.map((law) => [law.name, law] as const))("law %s meets what it says that it does", async (_, law) => {
  const met = new Map<string, number>();
  for (const checked of generatedCases().slice(0, CASES)) {
    const targets = Array.from({ length: law.targetsMin ?? 1 }, () => new ReferenceTarget());
    const verdict = await law.check(checked, targets);
    expect(verdict.kind).not.toBe("broken");
    if (verdict.kind !== "held") continue;
    for (const what of verdict.evidence.exercised?.keys() ?? []) met.set(what, (met.get(what) ?? 0) + 1);
  }
  const missing = Object.entries(law.exercises ?? {}).filter(
    ([what, part]) => part >= OFTEN && (met.get(what) ?? 0) < CASES * part,
  );
  expect(missing).toEqual([]);
});

test("an SC behind a cut counts only with the reservation of the snapshot", async () => {
  const law = LAWS.find(({ name }) => name === "relay")!;
  const times = async (cut: bigint): Promise<number | undefined> => {
    const verdict = await law.check(directedCase([cut]), [new ReferenceTarget()]);
    return verdict.kind === "held" ? verdict.evidence.exercised?.get("SC behind a cut with a reservation") : -1;
  };
  const counts: (number | undefined)[] = [];
  for (const cut of [10n, 3640n, 100_000n]) counts.push(await times(cut));
  expect(counts).toEqual([undefined, 1, undefined]);
});

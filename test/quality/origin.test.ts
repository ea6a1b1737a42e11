import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/campaign/index.ts";
import { reduceFinding } from "../../src/cli/reduce.ts";
import { generateCase, shrinkCase, type GeneratedCase } from "../../src/generate/index.ts";
import type { Meaning } from "../../src/isa/index.ts";
import { AFTER_RESUME, LAWS, originOf, originPlace, isWithin } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { baseRow, snapshotFault } from "./fault.ts";
import { namesOf } from "./shrunk.ts";

const SEED = 5;
const FOUND = 6;

const sub: Meaning = (h, i) => {
  h.x[i.rd] = h.x[i.rs2] - h.x[i.rs1];
};
const xor: Meaning = (h, i) => {
  h.x[i.rd] = h.x[i.rs1] | h.x[i.rs2];
};

/** Two faults at once. `sub` is simpler to show: `xor` needs both operands. */
function twoFaults(): Target {
  return new (class extends ReferenceTarget {
    override readonly name = "faulty";
  })({ meanings: new Map([[baseRow("sub"), sub], [baseRow("xor"), xor]]) }); // prettier-ignore
}

/** The first findings of a law in which the first difference is at `place`, of cases that have every name of `names`. */
async function findings(
  lawName: string,
  targets: readonly Target[],
  place: string,
  names: readonly string[],
): Promise<(Finding & { checked: GeneratedCase })[]> {
  const [law] = LAWS.filter(({ name }) => name === lawName);
  const found: (Finding & { checked: GeneratedCase })[] = [];
  for (let k = 0; k < 2000 && found.length < FOUND; k++) {
    const checked = generateCase(SEED, k, { size: 200 });
    const present = new Set(checked.program.items.flatMap(({ ops }) => ops.map((op) => op.instruction?.base.name)));
    if (!names.every((name) => present.has(name))) continue;
    const verdict = await law.check(checked, targets);
    if (verdict.kind !== "broken" || (await originPlace(checked, targets, verdict.divergence)) !== place) continue;
    found.push({ law: lawName, sentence: law.sentence, name: `case ${k}`, checked, divergence: verdict.divergence });
  }
  expect(found).toHaveLength(FOUND);
  return found;
}

describe("of two faults at once", () => {
  const targets = [new ReferenceTarget(), twoFaults()];
  const [law] = LAWS.filter(({ name }) => name === "differential");
  const placeOf = ({ checked, divergence }: Finding) => originPlace(checked, targets, divergence);
  const left = ({ checked }: Finding) => namesOf(checked as GeneratedCase);

  test.each(["xor", "sub"])(
    "a case of %s is shrunk to one of it, and the other one is kept beside it",
    async (place) => {
      const other = place === "xor" ? "sub" : "xor";
      for (const finding of await findings("differential", targets, place, ["xor", "sub"])) {
        const [reduced, ...others] = await reduceFinding(finding, targets);
        expect(await placeOf(reduced)).toBe(place);
        expect(left(reduced)).toContain(place);
        expect(left(reduced)).not.toContain(other);
        // What differs may be memory alone: then a store, and what overwrites the register, are needed too.
        expect(left(reduced).length).toBeLessThanOrEqual(6);
        expect(isWithin(originOf(reduced.divergence), originOf(finding.divergence))).toBe(true);
        expect(others.length).toBeLessThanOrEqual(2);
        for (const each of others) {
          expect(await placeOf(each)).toBe(other);
          expect(left(each)).toContain(other);
        }
      }
    },
  );

  test("whoever asks only whether the law is broken ends at the other one now and then", async () => {
    let slipped = 0;
    let kept = 0;
    for (const finding of await findings("differential", targets, "xor", ["xor", "sub"])) {
      const fails = async (checked: GeneratedCase) => (await law.check(checked, targets)).kind === "broken";
      if (namesOf((await shrinkCase(finding.checked, fails)).smallest).includes("sub")) slipped++;
      kept += (await reduceFinding(finding, targets)).length - 1;
    }
    expect(slipped).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
  });
});

test("what is lost when resuming stays what is lost when resuming", async () => {
  const { targets } = snapshotFault("register 9 is lost", [], (given) => ({
    ...given,
    registers: given.registers.with(9, 0n),
  }));
  for (const finding of (await findings("relay", targets, AFTER_RESUME, [])).slice(0, 3)) {
    const [reduced, ...others] = await reduceFinding(finding, targets);
    expect(await originPlace(reduced.checked, targets, reduced.divergence)).toBe(AFTER_RESUME);
    expect(reduced.checked.cuts).toHaveLength(1);
    expect(others).toEqual([]);
  }
});

test("an origin is its stops, or the parts that differ, and no new part may join", () => {
  const law = "relay";
  const registers = { law, parts: ["registers"] };
  const both = { law, parts: ["memory", "registers"] };
  const stopped = { law, stops: "exit, budget", parts: [] };
  expect(isWithin(registers, both)).toBe(true);
  expect(isWithin(both, registers)).toBe(false);
  expect(isWithin(stopped, both)).toBe(false);
  expect(isWithin(registers, stopped)).toBe(false);
  expect(isWithin({ ...registers, law: "differential" }, both)).toBe(false);
});

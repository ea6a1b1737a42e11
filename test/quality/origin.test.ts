import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/campaign/index.ts";
import { reduceFinding } from "../../src/campaign/reduce-finding.ts";
import { generateCase, instructionsOf, shrinkCase, type GeneratedCase } from "../../src/generate/index.ts";
import type { Meaning } from "../../src/isa/index.ts";
import { AFTER_RESUME, LAWS, originOf, isWithin } from "../../src/laws/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { baseRow, snapshotFault } from "./fault.ts";

const SEED = 5;
const FOUND = 6;
/** Where there must be something to slip into, which few cases have. */
const MANY = 24;

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
  count = FOUND,
): Promise<(Finding & { checked: GeneratedCase })[]> {
  const [law] = LAWS.filter(({ name }) => name === lawName);
  const found: (Finding & { checked: GeneratedCase })[] = [];
  for (let k = 0; k < 2000 && found.length < count; k++) {
    const checked = generateCase(SEED, k, { size: 200 });
    const present = new Set(checked.program.items.flatMap(({ ops }) => ops.map((op) => op.instruction?.base.name)));
    if (!names.every((name) => present.has(name))) continue;
    const verdict = await law.check(checked, targets);
    if (verdict.kind !== "broken" || (await originOf(checked, targets, verdict.divergence)).place !== place) continue;
    found.push({ law: lawName, sentence: law.sentence, name: `case ${k}`, checked, divergence: verdict.divergence });
  }
  expect(found).toHaveLength(count);
  return found;
}

describe("of two faults at once", () => {
  const targets = [new ReferenceTarget(), twoFaults()];
  const [law] = LAWS.filter(({ name }) => name === "differential");
  const placeOf = async ({ checked, divergence }: Finding) => (await originOf(checked, targets, divergence)).place;
  const left = ({ checked }: Finding) => instructionsOf(checked as GeneratedCase);

  test.each(["xor", "sub"])(
    "a case of %s is shrunk to one of it, and the other one is kept beside it",
    async (place) => {
      const other = place === "xor" ? "sub" : "xor";
      for (const finding of await findings("differential", targets, place, ["xor", "sub"])) {
        const [reduced, ...others] = await reduceFinding(finding, targets);
        expect(await placeOf(reduced)).toBe(place);
        expect(left(reduced)).toContain(place);
        expect(left(reduced)).not.toContain(other);
        // `xor` needs both operands: sp and another one, or one that is set.
        expect(left(reduced).length).toBeLessThanOrEqual(place === "xor" ? 2 : 1);
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
    for (const finding of await findings("differential", targets, "xor", ["xor", "sub"], MANY)) {
      const fails = async (checked: GeneratedCase) => (await law.check(checked, targets)).kind === "broken";
      if (instructionsOf((await shrinkCase(finding.checked, fails)).smallest).includes("sub")) slipped++;
      kept += (await reduceFinding(finding, targets)).length - 1;
    }
    expect(slipped).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(0);
  });
});

describe("what is lost when resuming stays what is lost", () => {
  type Damage = Extract<Parameters<typeof snapshotFault>[2], (...given: never[]) => unknown>;
  const losesRegisters =
    (...lost: number[]): Damage =>
    (given) => ({ ...given, registers: lost.reduce((left, register) => left.with(register, 0n), given.registers) });

  test.each<[name: string, damage: Damage, parts: readonly string[]]>([
    ["register 9 or register 31", losesRegisters(9, 31), ["s1", "t6"]],
    [
      "register 5 or the reservation",
      (given, world) => ({ ...losesRegisters(5)(given, world), loadReservationAddress: (1n << 64n) - 1n }),
      ["reservation", "t0"],
    ],
  ])("%s: of two at once, one alone is left, which was there from the start", async (_name, damage, parts) => {
    const { targets } = snapshotFault("two at once", [], damage);
    const seen = new Set<string>();
    for (const finding of await findings("relay", targets, AFTER_RESUME, [], MANY)) {
      const before = await originOf(finding.checked, targets, finding.divergence);
      const [reduced] = await reduceFinding(finding, targets);
      const after = await originOf(reduced.checked, targets, reduced.divergence);
      expect(after.place).toBe(AFTER_RESUME);
      expect(reduced.checked.cuts).toHaveLength(1);
      expect(after.parts).toHaveLength(1);
      expect(parts).toContain(after.parts[0]);
      expect(before.parts).toContain(after.parts[0]);
      expect(isWithin(after, before)).toBe(true);
      seen.add(before.parts.join());
    }
    // There is something to slip into.
    expect(seen.size).toBeGreaterThan(1);
  });

  test("a limit that is not the one asked for is a place of its own, whatever instruction comes next", async () => {
    const { targets } = snapshotFault("keeps the limit", [], { leg: (leg, { maxCycles }) => ({ ...leg, maxCycles }) });
    for (const finding of (await findings("relay", targets, AFTER_RESUME, [])).slice(0, 3)) {
      expect((await originOf(finding.checked, targets, finding.divergence)).parts).toEqual(["max cycles"]);
      const [reduced, ...others] = await reduceFinding(finding, targets);
      expect(instructionsOf(reduced.checked as GeneratedCase)).toEqual([]);
      expect(others).toEqual([]);
    }
  });
});

test("an origin is a place, and what is wrong there: no new part may join, and not all may go", () => {
  const resumed = (...parts: string[]) => ({ law: "relay", place: AFTER_RESUME, parts });
  const at = (place: string) => ({ law: "differential", place, parts: [] });
  expect(isWithin(resumed("s1"), resumed("s1", "t6"))).toBe(true);
  expect(isWithin(resumed("s1", "t6"), resumed("s1"))).toBe(false);
  expect(isWithin(resumed("t6"), resumed("s1"))).toBe(false);
  expect(isWithin(resumed(), resumed("s1"))).toBe(false);
  expect(isWithin(at("sub"), at("sub"))).toBe(true);
  expect(isWithin(at("xor"), at("sub"))).toBe(false);
  expect(isWithin({ ...at("sub"), law: "relay" }, at("sub"))).toBe(false);
});

test("without a place, an origin is its stops, or the parts that differ", () => {
  const law = "version";
  const stopped = { law, stops: "exit, budget", parts: [] };
  expect(isWithin({ law, parts: ["registers"] }, { law, parts: ["memory", "registers"] })).toBe(true);
  expect(isWithin({ law, parts: ["memory", "registers"] }, { law, parts: ["registers"] })).toBe(false);
  expect(isWithin(stopped, stopped)).toBe(true);
  expect(isWithin(stopped, { law, parts: ["registers"] })).toBe(false);
  expect(isWithin({ law, parts: ["registers"] }, stopped)).toBe(false);
});

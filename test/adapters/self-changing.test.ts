import { expect, test } from "vitest";
import { compareFinishes, runRelay, runSolo } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { randomFrom } from "../targets/wire/mutate.ts";
import { opening, whyNot } from "./adapter.ts";
import { selfChanging } from "./self-changing.ts";

/** VM versions and whether instructions fuse. */
const WORLDS = [
  [0, false],
  [1, false],
  [2, false],
  [1, true],
  [2, true],
] as const;
const PROGRAMS = 400;
const BUDGET = 400n;
/** Legs of so few instructions that hardly anything is executed as it was decoded before. */
const MANY = Array.from({ length: Number(BUDGET) / 5 - 1 }, (_, k) => BigInt(5 * k + 5));

const reference = new ReferenceTarget();

// The decoder cache of the plain interpreter, live (reference/ckb-vm/decode.md 8). Both releases have one entry for the
// same places of these programs, whichever way they number their entries.
test.for(["ckb-vm:plain", "ckb-vm-latest:plain"])(
  `${PROGRAMS} programs that change their own code end on %s as on the reference`,
  async (name, { skip }) => {
    skip(whyNot(name) !== undefined, whyNot(name));
    const target = await opening(name);
    const random = randomFrom(300);
    const stops = new Map<string, number>();
    let seen = 0;
    for (let k = 0; k < PROGRAMS; k++) {
      const [version, fusion] = WORLDS[k % WORLDS.length];
      const checked = { world: selfChanging(random, version, fusion), cuts: MANY, budget: BUDGET };
      const expected = (await runSolo(checked, reference)).finish;
      const actual = (await runSolo(checked, target)).finish;
      expect([k, compareFinishes(expected, actual)]).toEqual([k, []]);
      stops.set(expected.stop.kind, (stops.get(expected.stop.kind) ?? 0) + 1);
      if (k % 4 > 0) continue;
      // Without the cache some of them end elsewhere.
      const fresh = (await runRelay(checked, [reference])).finish;
      if (compareFinishes(fresh, expected, ["maxCycles"]).length > 0) seen++;
    }
    expect(Math.min(stops.get("budget") ?? 0, stops.get("fault") ?? 0)).toBeGreaterThan(PROGRAMS / 20);
    expect(seen).toBeGreaterThan(PROGRAMS / 4 / 20);
  },
);

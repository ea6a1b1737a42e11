import { describe, expect, test } from "vitest";
import { arbitraryCase, arbitraryCutPlan, arbitraryProgram, arbitraryWorld } from "../../src/generate/arbitrary.ts";
import { FAMILY_NAMES, generateCase, type CaseOptions } from "../../src/generate/index.ts";

const SIZE = "it must be a whole number from 1 to 10000000";

/** Options that are wrong, and what is said of them. */
const WRONG: readonly (readonly [options: object, message: string])[] = [
  [{ intents: {} }, "intents cannot be {}; it must be shares of exit, fault, budget and any"],
  [{ intents: { exit: 0, fault: 0 } }, "intents cannot be"],
  [{ intents: { exit: undefined } }, "intents cannot be"],
  [{ intents: { exit: -1 } }, "intents.exit cannot be -1; it must be a whole number from 0"],
  [{ intents: { exit: 0.97, fault: 0.03 } }, "intents.exit cannot be 0.97"],
  [{ intents: { exits: 1 } }, "there is no option intents.exits; known are exit, fault, budget"],
  [{ size: Number.NaN }, `size cannot be NaN; ${SIZE}`],
  [{ size: Number.POSITIVE_INFINITY }, `size cannot be Infinity; ${SIZE}`],
  [{ size: 0 }, `size cannot be 0; ${SIZE}`],
  [{ size: "10" }, `size cannot be "10"; ${SIZE}`],
  [{ length: 1_000_000 }, "length cannot be 1000000; it must be a whole number from 1 to 100000"],
  [{ length: 0 }, "length cannot be 0"],
  [{ families: [] }, "families cannot be []; it must be a list of at least one"],
  [{ families: ["nonsense"] }, 'families[0] cannot be "nonsense"; it must be one of "compute", '],
  [{ families: "loops" }, 'families cannot be "loops"; it must be a list'],
  [{ versions: [] }, "versions cannot be []; it must be a list of at least one, each one of 0, 1, 2"],
  [{ versions: [3] }, "versions[0] cannot be 3; it must be one of 0, 1, 2"],
  [{ isa: 99 }, "isa cannot be 99; it must be one of 0, 1, 2, 3, 4, 5, 6, 7, or a list of such"],
  [{ isa: [0, 8] }, "isa cannot be [0,8]"],
  [{ isa: [] }, "isa cannot be []"],
  [{ writeXorExecute: "maybe" }, 'writeXorExecute cannot be "maybe"; it must be one of true, false, "either"'],
  [{ memorySizes: [] }, "memorySizes cannot be []"],
  [{ memorySizes: [16_384, 20_000] }, "memorySizes[1] cannot be 20000; it must be a multiple of 4096 from 16384"],
  [{ memorySizes: [2 ** 31 + 4096] }, "memorySizes[0] cannot be 2147487744"],
  [{ kinds: [] }, "kinds cannot be []"],
  [{ kinds: [3] }, "kinds[0] cannot be 3; it must be an object"],
  [{ kinds: [{}, { memorySize: 0 }] }, "kinds[1].memorySize cannot be 0"],
  [{ kinds: [{ cost: "free" }] }, 'kinds[0].cost cannot be "free"; it must be one of "real", "constant"'],
  [{ kinds: [{ sise: 3 }] }, "there is no option kinds[0].sise; known are versions, isa, memorySize"],
  [{ events: 3 }, "events cannot be 3; it must be a function"],
  [{ sise: 10 }, "there is no option sise; known are size, length, families"],
  [{ toString: 1 }, "there is no option toString"],
];

describe("an option that is wrong is refused, by name and with what it may be", () => {
  test.each(WRONG)("%o", (options, message) => {
    for (const call of [
      () => generateCase(1, 0, options as CaseOptions),
      () => arbitraryCase(options as CaseOptions),
    ]) {
      expect(call).toThrow(RangeError);
      expect(call).toThrow(message);
    }
  });

  test("each time, also when the same object is handed in again", () => {
    const options = { size: Number.NaN };
    for (let k = 0; k < 3; k++) expect(() => generateCase(1, k, options)).toThrow("size cannot be NaN");
  });

  test.each([
    ["seed", 0, 'seed cannot be "seed"; it must be a whole number from 0 to 2^64 - 1'],
    [-1, 0, "seed cannot be -1"],
    [1.5, 0, "seed cannot be 1.5"],
    [-1n, 0, "seed cannot be -1"],
    [2n ** 64n, 0, "seed cannot be 18446744073709551616"],
    [1, -1, "index cannot be -1; it must be a whole number from 0"],
    [1, 1.5, "index cannot be 1.5"],
    [1, Number.NaN, "index cannot be NaN"],
  ])("seed %s, index %s", (seed, index, message) => {
    expect(() => generateCase(seed as number, index)).toThrow(RangeError);
    expect(() => generateCase(seed as number, index)).toThrow(message);
  });

  test("by each arbitrary, which knows its own options only", () => {
    expect(() => arbitraryProgram({ versions: [1] } as object)).toThrow("there is no option versions; known are size");
    expect(() => arbitraryProgram({ length: -1 })).toThrow("length cannot be -1");
    expect(() => arbitraryWorld({ size: 10 } as object)).toThrow("there is no option size; known are versions");
    expect(() => arbitraryWorld({ versions: [] })).toThrow("versions cannot be []");
    expect(() => arbitraryCutPlan(-5n)).toThrow("totalCycles cannot be -5; it must be a bigint from 0 to 2^64 - 1");
  });
});

describe("families that need another world", () => {
  test.each<CaseOptions>([
    { families: ["written-code"] },
    { families: ["atomics", "reservations"], isa: [0, 1, 2, 3] },
    { families: ["sources"], kinds: [{ systemCalls: [] }] },
    { families: ["atomics"], isa: 7, kinds: [{ isa: [0] }] },
  ])("are refused where no world can have any: %o", (options) => {
    expect(() => generateCase(1, 0, options)).toThrow(RangeError);
    expect(() => generateCase(1, 0, options)).toThrow(
      "it must be families of which one at least can be had in a world that the other options allow",
    );
  });

  test("are refused of a program whose world has none", () => {
    expect(() => arbitraryProgram({ families: ["written-code"] })).toThrow("families cannot be");
  });

  test("are had in the worlds that can have them, and left out of others", () => {
    const made = Array.from({ length: 60 }, (_, k) =>
      generateCase(1, k, { families: ["atomics"], isa: [0, 4], intents: { exit: 1 } }),
    );
    for (const { world, families } of made) expect(families).toEqual([world.isa === 4 ? "atomics" : "compute"]);
    expect(new Set(made.map(({ world }) => world.isa))).toEqual(new Set([0, 4]));
    const written = generateCase(1, 0, { families: ["written-code"], kinds: [{ writeXorExecute: false }] });
    expect(written.families).toContain("written-code");
  });

  test("may all be named: those that cannot be had do not count", () => {
    expect(() => generateCase(1, 0, { families: FAMILY_NAMES })).not.toThrow();
  });
});

test("what may be left out may be undefined, and the ends of ranges are right", () => {
  const all = { size: undefined, length: undefined, families: undefined, versions: undefined, kinds: undefined };
  expect(generateCase(1, 0, all)).toEqual(generateCase(1, 0));
  expect(() => generateCase(2n ** 64n - 1n, Number.MAX_SAFE_INTEGER, { size: 1, length: 1 })).not.toThrow();
});

import { afterEach, describe, expect, test, vi } from "vitest";
import { encodingsLaw } from "../../src/laws/encodings-law.ts";
import { misfitOf } from "../../src/laws/snapshot-misfit.ts";
import { BINCODE, JSON_TEXT } from "../../src/snapshot/encodings.ts";
import { ReferenceTarget, type WorldSnapshot } from "../../src/targets/index.ts";
import { breaks, directedCase, generatedCases } from "./faulty.ts";
import { ENCODINGS_FAULTS } from "./seeded/encodings.ts";
import { withFault } from "./seeded/faulty-target.ts";

const LAST = 2n ** 64n - 1n;
const SOURCE = { address: LAST, flag: 255, id: LAST, offset: LAST, length: LAST };
const FITS: WorldSnapshot = {
  pagesFromSource: [SOURCE],
  dirtyPages: [{ address: LAST, flag: 255, content: new Uint8Array(0) }],
  version: 2 ** 32 - 1,
  registers: new BigUint64Array(32),
  pc: LAST,
  cycles: LAST,
  maxCycles: LAST,
  loadReservationAddress: LAST,
};

describe("encodings", () => {
  breaks(encodingsLaw, ENCODINGS_FAULTS);
});

// What a target gives is its own fault where no encoding holds it, and where it goes on elsewhere behind what was read.
test.each(Object.entries(ENCODINGS_FAULTS))("a target that %s is blamed itself", async (_, fault) => {
  const target = withFault(fault);
  for (const checked of [directedCase(), ...generatedCases()]) {
    const verdict = await encodingsLaw.check(checked, [target]);
    if (verdict.kind !== "broken") continue;
    expect(new Set(verdict.divergence.legs)).toEqual(new Set([target.name]));
    return;
  }
  expect.unreachable("no case tells the fault");
});

const OUTSIDE: readonly (readonly [string, (snapshot: WorldSnapshot) => Partial<WorldSnapshot>])[] = [
  ["pc", () => ({ pc: 2n ** 64n })],
  ["cycles", () => ({ cycles: -1n })],
  ["max_cycles", () => ({ maxCycles: 2n ** 64n })],
  ["load_reservation_address", () => ({ loadReservationAddress: -1n })],
  ["version", () => ({ version: 2 ** 32 })],
  ["registers", ({ registers }) => ({ registers: registers.slice(1) })],
  ["dirty_pages[0].address", ({ dirtyPages: [run] }) => ({ dirtyPages: [{ ...run, address: 2n ** 64n }] })],
  ["dirty_pages[0].flag", ({ dirtyPages: [run] }) => ({ dirtyPages: [{ ...run, flag: 1.5 }] })],
  ...(["address", "id", "offset", "length"] as const).map(
    (field) => [`pages_from_source[0].${field}`, () => ({ pagesFromSource: [{ ...SOURCE, [field]: 2n ** 64n }] })] as const, // prettier-ignore
  ),
  ["pages_from_source[0].flag", () => ({ pagesFromSource: [{ ...SOURCE, flag: 256 }] })],
];

// The types of reference/ckb-vm/snapshot.md 3; at their borders everything fits.
test.each(OUTSIDE)("a %s outside its type cannot be written", (field, change) => {
  expect(misfitOf(FITS)).toBeUndefined();
  expect(misfitOf({ ...FITS, ...change(FITS) })).toMatchObject({ what: `snapshot ${field}` });
});

describe.each([BINCODE, JSON_TEXT])("an encoding that is wrong: $name", (encoding) => {
  const { encode } = encoding;
  afterEach(() => void vi.restoreAllMocks());

  /** What differs in the first case in which it does. No target wrote or read anything: none is blamed. */
  async function told(): Promise<readonly string[]> {
    for (const checked of [directedCase(), ...generatedCases()]) {
      const verdict = await encodingsLaw.check(checked, [new ReferenceTarget()]);
      if (verdict.kind !== "broken") continue;
      const { differences, legs, actualFrom } = verdict.divergence;
      expect([legs, actualFrom]).toEqual([[`rvrelay's own ${encoding.name}`], `rvrelay's own ${encoding.name}`]);
      return differences.map(({ what }) => what);
    }
    return [];
  }

  test("a field that is lost is told, though no leg shows it and the bytes are the same", async () => {
    vi.spyOn(encoding, "encode").mockImplementation((snapshot) => encode({ ...snapshot, maxCycles: 0n }));
    expect(await told()).toEqual(["snapshot max_cycles"]);
  });

  test("other bytes for the same snapshot are told, though they are read as the same", async () => {
    let times = 0;
    vi.spyOn(encoding, "encode").mockImplementation((snapshot) =>
      encode({ ...snapshot, maxCycles: times++ % 2 === 0 ? snapshot.maxCycles : 0n }),
    );
    expect(await told()).toEqual([`${encoding.name} written again`]);
  });

  test("a writer that refuses what fits is told", async () => {
    vi.spyOn(encoding, "encode").mockImplementation(() => {
      throw new RangeError("0 is not from 0 to 255");
    });
    expect(await told()).toEqual([encoding.name]);
  });

  test("a reader that refuses a snapshot which it alone is asked about is told", async () => {
    const { decode } = encoding;
    // Only the small snapshot has an entry at the border of its type.
    vi.spyOn(encoding, "decode").mockImplementation((bytes) => {
      const read = decode(bytes);
      if (read.pagesFromSource.some(({ flag }) => flag === 255)) throw new Error("no flag");
      return read;
    });
    expect(await told()).toEqual([expect.stringMatching(`^${encoding.name} with `)]);
  });

  test("nothing is told of the right one", async () => {
    expect(await told()).toEqual([]);
  });
});

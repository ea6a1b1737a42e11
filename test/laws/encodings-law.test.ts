import { afterEach, describe, expect, test, vi } from "vitest";
import { encodingsLaw } from "../../src/laws/encodings-law.ts";
import { BINCODE, JSON_TEXT } from "../../src/snapshot/encodings.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { breaks, directedCase, generatedCases } from "./faulty.ts";
import { ENCODINGS_FAULTS } from "./seeded/encodings.ts";

describe("encodings", () => {
  breaks(encodingsLaw, ENCODINGS_FAULTS);
});

describe.each([BINCODE, JSON_TEXT])("an encoding that is wrong: $name", (encoding) => {
  const { encode } = encoding;
  afterEach(() => void vi.restoreAllMocks());

  /** What differs in the first case in which it does. */
  async function told(): Promise<readonly string[]> {
    for (const checked of [directedCase(), ...generatedCases()]) {
      const verdict = await encodingsLaw.check(checked, [new ReferenceTarget()]);
      if (verdict.kind === "broken") return verdict.divergence.differences.map(({ what }) => what);
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

  test("nothing is told of the right one", async () => {
    expect(await told()).toEqual([]);
  });
});

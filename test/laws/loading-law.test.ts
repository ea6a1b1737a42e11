import { describe, expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { reduceFinding } from "../../src/campaign/index.ts";
import { isGenerated } from "../../src/generate/index.ts";
import { causeOf } from "../../src/laws/index.ts";
import { loadingLaw } from "../../src/laws/loading-law.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { FaultError, parseElf } from "../../src/machine/index.ts";
import { breaks, FaultyTarget } from "./faulty.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { LOADING_FAULTS } from "./seeded/loading.ts";

describe("loading", () => {
  breaks(loadingLaw, LOADING_FAULTS);
});

test("what is found is the file itself: it shows the same again, small, and is told as a fault of loading", async () => {
  const targets = [new ReferenceTarget(), withFault(LOADING_FAULTS["looks at the machine of a file"])];
  for (let k = 0; k < 200; k++) {
    const checked = generateCase(3, k, { size: 100 });
    const verdict = await loadingLaw.check(checked, targets);
    if (verdict.kind !== "broken") continue;
    const { divergence } = verdict;
    if (!divergence.expectedFrom.includes("machine")) continue;
    const finding = { law: "loading", sentence: loadingLaw.sentence, name: "a case", checked, divergence };
    const [{ checked: smallest, divergence: left }] = await reduceFinding(finding, targets);
    expect(isGenerated(smallest) && smallest.program.items.length).toBeLessThan(3);
    expect(await causeOf(smallest, targets, left)).toMatchObject({ origin: { place: "right after loading" } });
    const again = await loadingLaw.check(left.pair ?? smallest, targets);
    expect(again).toMatchObject({ kind: "broken", divergence: { expectedFrom: expect.stringContaining("as it is") } });
    return;
  }
  expect.unreachable("no case tells the fault");
});

test.each([
  ["refuses big-endian headers", (program: Uint8Array): boolean => program[5] === 2, "big-endian"],
  ["loads the first 8 headers only", (program: Uint8Array): boolean => (program[56] | (program[57] << 8)) > 8, "more"],
] as const)("a target that %s is told by files that are right", async (_, refuses, what) => {
  const narrow = new FaultyTarget({
    leg: {
      parseElf: (program, version) => {
        if (refuses(program)) throw new FaultError({ name: "ElfParseError", text: "no" });
        return parseElf(program, version);
      },
    },
  });
  const targets = [new ReferenceTarget(), narrow];
  for (let k = 0; k < 60; k++) {
    const checked = generateCase(4, k, { size: 100 });
    const verdict = await loadingLaw.check(checked, targets);
    if (verdict.kind !== "broken" || !verdict.divergence.expectedFrom.includes(what)) continue;
    expect(verdict.divergence.expected.started).toBe(true);
    expect(await loadingLaw.check(verdict.divergence.pair!, targets)).toMatchObject({ kind: "broken" });
    return;
  }
  expect.unreachable("no case tells the fault");
});

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCase, checkDirected, Tally, type Outcome } from "../../src/campaign/index.ts";
import { readCase, type CaseFile } from "../../src/case/index.ts";
import { complete, LAWS, sourcesLawOf, type Law } from "../../src/laws/index.ts";
import { EXHIBITS, FaultyTarget } from "../../src/museum/index.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";

const FOLDER = join(import.meta.dirname, "../../corpus/museum");

/** Every law, and those that try some things of many in each case try all of them. */
const THOROUGH: readonly Law[] = LAWS.map((law) => {
  if (law.name === "complete") return complete({ editsMax: Infinity });
  return law.name === "sources" ? sourcesLawOf({ tried: Infinity, triedReal: Infinity }) : law;
});

/** A program that does nothing but end: what tells a fault of it owes nothing to the program. */
const NOTHING = readCase("nothing.S", "/* rvrelay case 1\n */\n_start: li a0, 0\n li a7, 93\n ecall\n");
/** Laws that compare runs of the case itself, and nothing that they make of it. */
const OF_THE_CASE = ["relay", "differential"];

/** Faults that no program shows: only a snapshot does that no machine gives, or of another world, which laws make of any case. */
const OF_SNAPSHOTS = new Set([
  "resume-dirty-partial-page-accepted",
  "resume-tracked-map-not-cleared",
  "resume-version-check-missing",
  "reset-errors-ignored",
  "slot-state-wrong-after-failure",
]);

describe("a case written by hand tells each fault", () => {
  test.for(EXHIBITS.map(({ id, open }) => [id, open] as const))("%s", async ([id, open]) => {
    const file = readTrigger(`${id}.S`);
    const { name, checked } = file;
    const of = async (target: Target, asked = { name, checked }): Promise<Outcome> => {
      const outcome: Outcome = { findings: [], failures: [] };
      await checkCase(asked, THOROUGH, [new ReferenceTarget(), target], new Tally(), outcome);
      return outcome;
    };
    // The reference ends as the manual and the reference pages say, and so does another one beside it.
    expect(await checkDirected(file, new ReferenceTarget(), 1)).toMatchObject({ verdict: "passed" });
    expect(await of(new FaultyTarget("without a fault", {}))).toEqual({ findings: [], failures: [] });
    const { findings, failures } = await of(open());
    expect(failures).toEqual([]);
    const laws = findings.map(({ law }) => law);
    expect(laws).not.toEqual([]);
    if (laws.some((law) => OF_THE_CASE.includes(law))) return;
    // Laws that bring programs of their own would tell some faults whatever the case is.
    const anyway = (await of(open(), NOTHING)).findings.map(({ law }) => law);
    expect(laws.every((law) => anyway.includes(law))).toBe(OF_SNAPSHOTS.has(id));
  });
});

test("there is a case for each fault, and none without one", () => {
  const ids = EXHIBITS.map(({ id }) => `${id}.S`);
  expect(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith(".S"))
      .toSorted(),
  ).toEqual(ids.toSorted());
});

function readTrigger(name: string): CaseFile {
  return readCase(name, readFileSync(join(FOLDER, name), "utf8"));
}

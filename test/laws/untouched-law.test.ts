import { expect, test } from "vitest";
import { DEFAULT_WORLD, HOST_CALLS } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { UNTOUCHED_FAULTS } from "./seeded/untouched.ts";

const law = lawNamed(LAWS, "untouched");

test("holds on the reference, and loads are provoked", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()]);
  expect(counts).toMatchObject({ held: 40, broken: 0 });
  expect(counts.exercised.get("load from a page that nobody wrote")).toBeGreaterThan(20);
});

test.each(Object.entries(UNTOUCHED_FAULTS))("is broken by a target that %s", async (_, fault) => {
  expect((await countVerdicts(law, [withFault(fault)])).broken).toBeGreaterThan(5);
});

test("what a target says of a page is not believed of every page, even where no load shows it", async () => {
  const target = withFault(UNTOUCHED_FAULTS["says of pages that they are zero, and they are not"]);
  const { divergences } = await countVerdicts(law, [target]);
  const doubted = divergences.filter(({ expectedFrom }) => expectedFrom === "pages that the snapshot leaves out");
  expect(doubted.length).toBeGreaterThan(30);
});

test("does not pass where nothing is executed", async () => {
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0 });
});

test("says nothing where the host changes flags; speaks of worlds in which code can be written", async () => {
  const text = "_start: ld a0, 0(sp); li a7, 93; ecall\n";
  const flags = caseOf(text, 1000n, [HOST_CALLS.setFlags]);
  expect(await law.check(flags, [new ReferenceTarget()])).toMatchObject({ reason: "the host can change code" });
  const plain = caseOf(text);
  const writable = { ...plain, world: { ...DEFAULT_WORLD, program: plain.world.program, writeXorExecute: false } };
  expect((await law.check(writable, [new ReferenceTarget()])).kind).toBe("held");
});

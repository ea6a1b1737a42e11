import { expect, test } from "vitest";
import { HOST_CALLS } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { PERMISSIONS_FAULTS } from "./seeded/permissions.ts";

const law = lawNamed(LAWS, "permissions");

test("holds on the reference, and stores and fetches are provoked", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()]);
  expect(counts).toMatchObject({ held: 40, broken: 0, unsupported: 0 });
  for (const what of ["executable page compared", "a fetch from a page that is not executable"]) {
    expect([what, counts.exercised.get(what)]).toEqual([what, 40]);
  }
  expect(counts.exercised.get("store to an executable page")).toBeGreaterThan(20);
  expect(counts.exercised.get("amo to an executable page")).toBeGreaterThan(3);
  expect(counts.exercised.get("sc to an executable page")).toBeGreaterThan(3);
});

test.each(Object.entries(PERMISSIONS_FAULTS))("is broken by a target that %s", async (_, fault) => {
  expect((await countVerdicts(law, [withFault(fault)])).broken).toBeGreaterThan(20);
});

test("does not pass where nothing is executed", async () => {
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, broken: 40 });
});

test("says nothing where code can change", async () => {
  const text = "_start: li a7, 93; ecall\n";
  const plain = caseOf(text);
  const writable = { ...plain, world: { ...plain.world, writeXorExecute: false } };
  const reference = [new ReferenceTarget()];
  expect(await law.check(writable, reference)).toMatchObject({ reason: "code of the world can be written" });
  const flags = caseOf(text, 1000n, [HOST_CALLS.clearFlags]);
  expect(await law.check(flags, reference)).toMatchObject({ reason: "the host can change code" });
});

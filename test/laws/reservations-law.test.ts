import { expect, test } from "vitest";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { RESERVATIONS_FAULTS } from "./seeded/reservations.ts";

const law = lawNamed(LAWS, "reservations");
/** ISA sets with the A extension. */
const WITH_A = { isa: [4, 5, 6, 7] } as const;

test("holds on the reference, and asks all its questions of worlds with the A extension", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()], WITH_A);
  expect(counts).toMatchObject({ broken: 0 });
  expect(counts.held).toBeGreaterThan(35);
  expect([...counts.exercised.keys()].toSorted()).toEqual(Object.keys(law.exercises ?? {}).toSorted());
});

test.each(Object.entries(RESERVATIONS_FAULTS))("is broken by a target that %s", async (_, fault) => {
  expect((await countVerdicts(law, [withFault(fault)], WITH_A)).broken).toBeGreaterThan(3);
});

test("says nothing of worlds without the A extension, and does not pass where nothing is executed", async () => {
  const without = await countVerdicts(law, [new ReferenceTarget()], { isa: 0 });
  expect(without).toMatchObject({ held: 0, broken: 0 });
  expect([...without.reasons]).toEqual(["the world has no A extension"]);
  expect(await countVerdicts(law, [endsAtOnce()], WITH_A)).toMatchObject({ held: 0 });
});

import { expect, test } from "vitest";
import { HOST_CALLS } from "../../src/case/index.ts";
import { LAWS } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { changed, countVerdicts, endsAtOnce, lawNamed } from "./law-counts.ts";
import { limited } from "./limited.ts";
import { withFault } from "./seeded/faulty-target.ts";
import { ZERO_FAULTS } from "./seeded/zero.ts";

const law = lawNamed(LAWS, "zero");

test("holds on the reference, in every case that executes something", async () => {
  const counts = await countVerdicts(law, [new ReferenceTarget()]);
  expect(counts).toMatchObject({ held: 40, broken: 0, unsupported: 0 });
  expect(counts.exercised.get("snapshot")).toBe(40);
});

test.each(Object.entries(ZERO_FAULTS))("is broken by a target that %s", async (_, fault) => {
  const { broken, divergences } = await countVerdicts(law, [withFault(fault)]);
  expect(broken).toBeGreaterThan(10);
  expect(divergences[0].differences[0].what).toMatch(/^(snapshot registers\[0\]|zero)$/);
});

test("says nothing where nothing is executed, and where the host can set registers", async () => {
  expect(await countVerdicts(law, [endsAtOnce()])).toMatchObject({ held: 0, unsupported: 40 });
  const checked = caseOf("_start: li a7, 93; ecall\n", 1000n, [HOST_CALLS.setRegister]);
  expect(await law.check(checked, [new ReferenceTarget()])).toMatchObject({ reason: "the host can set x0" });
});

test("a target without snapshots runs the whole case, and keeps no other from giving its own", async () => {
  const solo = limited("solo", { snapshots: false });
  const counts = await countVerdicts(law, [new ReferenceTarget(), solo]);
  expect(counts).toMatchObject({ held: 40, broken: 0 });
  expect(counts.exercised.get("snapshot")).toBe(40);
  expect(await countVerdicts(law, [solo])).toMatchObject({ held: 40, broken: 0 });
  const wrong = changed((finish) => ({
    ...finish,
    state: { ...finish.state, registers: new BigUint64Array(32).fill(1n) },
  }));
  const { capabilities } = solo;
  const { broken, divergences } = await countVerdicts(law, [new ReferenceTarget(), { ...wrong, capabilities }]);
  expect(broken).toBe(40);
  expect(divergences[0].legs).toEqual(["wrong"]);
});

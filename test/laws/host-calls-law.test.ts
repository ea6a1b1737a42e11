import { expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS } from "../../src/case/index.ts";
import { hostCallProbes } from "../../src/laws/host-call-probes.ts";
import { hostCallsLaw } from "../../src/laws/host-calls-law.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { countVerdicts } from "./law-counts.ts";
import { HOST_CALLS_FAULTS } from "./seeded/host-calls.ts";
import { withFault } from "./seeded/faulty-target.ts";

test("holds on the reference, and makes every call that it knows", async () => {
  const counts = await countVerdicts(hostCallsLaw, [new ReferenceTarget()], { cases: 80 });
  expect(counts).toMatchObject({ broken: 0 });
  // Now and then too few pages are free.
  expect(counts.held).toBeGreaterThan(72);
  // Six of nineteen calls each time; of one of them two kinds, of which one is met in a quarter.
  for (const what of Object.keys(hostCallsLaw.exercises!)) {
    expect([what, (counts.exercised.get(what) ?? 0) > 3]).toEqual([what, true]);
  }
});

test.each([
  { writeXorExecute: false },
  { kinds: [{ systemCalls: [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)] }] },
])("holds in worlds of other sorts: %#", async (options) => {
  const counts = await countVerdicts(hostCallsLaw, [new ReferenceTarget()], options);
  expect(counts).toMatchObject({ broken: 0 });
  expect(counts.held).toBeGreaterThan(30);
});

test.each(Object.entries(HOST_CALLS_FAULTS))("is broken by a target that %s", async (_, fault) => {
  const { broken, divergences } = await countVerdicts(hostCallsLaw, [withFault(fault)], { cases: 100 });
  expect(broken).toBeGreaterThan(4);
  for (const { at } of divergences) expect(at?.text).toBe("ecall");
});

test("says nothing of a target that offers no host calls, and asks no pause of one that charges whole blocks", async () => {
  const reference = new ReferenceTarget();
  const checked = caseOf("_start: li a7, 93; ecall\n");
  const none = { ...reference.capabilities, systemCalls: Object.values(SYSTEM_CALLS) };
  const without = { name: "no host", capabilities: none, run: reference.run.bind(reference) };
  expect(await hostCallsLaw.check(checked, [without])).toMatchObject({ kind: "unsupported" });
  const blocks = { ...reference.capabilities, blocks: "charged" } as const;
  // It sees no pause unless something jumps.
  const run = (...asked: Parameters<ReferenceTarget["run"]>): Finish => {
    const finish = reference.run(...asked);
    return finish.stop.kind === "pause" ? { ...finish, stop: { kind: "budget" } } : finish;
  };
  const counts = await countVerdicts(hostCallsLaw, [{ name: "blocks", capabilities: blocks, run }]);
  expect(counts.broken).toBe(0);
  expect(counts.held).toBeGreaterThan(30);
  expect(counts.exercised.has("a pause where nothing is left")).toBe(false);
});

// docs/case-files.md: what is not offered is not asked.
test("only calls that a world offers are asked about", () => {
  const { world } = caseOf("_start: li a7, 93; ecall\n");
  const probes = hostCallProbes({
    world: { ...world, systemCalls: [HOST_CALLS.pause, SYSTEM_CALLS.vmVersion] },
    charged: 500n,
    code: 98,
    page: 100,
    bytes: new Uint8Array(4096).fill(0x61),
    number: 5,
  });
  expect(probes.map(({ call }) => call)).toEqual([HOST_CALLS.pause, SYSTEM_CALLS.vmVersion]);
});

import { expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import { ISA_MOP } from "../../src/isa/index.ts";
import { hostCallProbes } from "../../src/laws/host-call-probes.ts";
import { hostCallsLaw } from "../../src/laws/host-calls-law.ts";
import { ReferenceTarget, type Finish } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { BlockTarget } from "./block-target.ts";
import { countVerdicts } from "./law-counts.ts";
import { HOST_CALLS_FAULTS } from "./seeded/host-calls.ts";
import { withFault } from "./seeded/faulty-target.ts";

test("holds on the reference, and makes every call that it knows", async () => {
  const counts = await countVerdicts(hostCallsLaw, [new ReferenceTarget()], { cases: 150 });
  expect(counts).toMatchObject({ broken: 0 });
  // Now and then too few pages are free.
  expect(counts.held).toBeGreaterThan(135);
  // Six of 35 calls each time; of one of them two kinds, of which one is met in a quarter.
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

const cases = Array.from({ length: 200 }, (_, k) => generateCase(41, k, { size: 150 }));

test.each(Object.entries(HOST_CALLS_FAULTS))("is broken by a target that %s", async (_, fault) => {
  const target = withFault(fault);
  let broken = 0;
  for (const checked of cases) {
    const verdict = await hostCallsLaw.check(checked, [target]);
    if (verdict.kind !== "broken") continue;
    expect(verdict.divergence.at?.text).toBe("ecall");
    if (++broken === 3) return;
  }
  expect.unreachable(`${broken} cases tell the fault`);
});

test("says nothing of a target that offers no host calls, and asks no pause of one that charges whole blocks", async () => {
  const reference = new ReferenceTarget();
  const checked = caseOf("_start: li a7, 93; ecall\n");
  const none = { ...reference.capabilities, systemCalls: Object.values(SYSTEM_CALLS) };
  const without = { name: "no host", capabilities: none, run: reference.run.bind(reference) };
  expect(await hostCallsLaw.check(checked, [without])).toMatchObject({ kind: "unsupported" });
  // The block of a call is the call alone: charging all of it first is the same.
  const blocks = new BlockTarget({ says: "charged", does: "decoded" });
  // It sees no pause unless something jumps.
  const run = (...asked: Parameters<ReferenceTarget["run"]>): Finish => {
    const finish = blocks.run(...asked);
    return finish.stop.kind === "pause" ? { ...finish, stop: { kind: "budget" } } : finish;
  };
  const capabilities = { ...blocks.capabilities, writableCode: false };
  const kinds: string[] = [];
  for (const each of cases.slice(0, 80).filter(({ world }) => (world.isa & ISA_MOP) === 0)) {
    const verdict = await hostCallsLaw.check(each, [{ name: "blocks", capabilities, run }]);
    kinds.push(verdict.kind);
    if (verdict.kind !== "held") continue;
    expect(verdict.evidence.exercised?.has("a pause where nothing is left")).toBe(false);
  }
  expect(kinds).not.toContain("broken");
  expect(kinds.filter((kind) => kind === "held").length).toBeGreaterThan(20);
});

// docs/case-files.md: what is not offered is not asked.
test("only calls that a world offers are asked about", () => {
  const { world } = caseOf("_start: li a7, 93; ecall\n");
  const probes = hostCallProbes({
    world: { ...world, systemCalls: [HOST_CALLS.pause, SYSTEM_CALLS.vmVersion] },
    charged: 500n,
    page: 98,
    piece: 7n,
    number: 5,
  });
  expect(probes.map(({ call }) => call)).toEqual([
    HOST_CALLS.pause,
    SYSTEM_CALLS.vmVersion,
    2 ** 32 + SYSTEM_CALLS.vmVersion,
  ]);
});

// reference/ckb-vm/machine.md 8.1: where code can be written, data that a call puts behind itself is decoded ahead.
test("holds on a target that decodes ahead, and is broken where it does not say so", async () => {
  const worlds = Array.from({ length: 250 }, (_, k) => generateCase(52, k, { size: 20, writeXorExecute: false }));
  const says = new BlockTarget({ says: "decoded", does: "decoded" });
  const silent = new BlockTarget({ does: "decoded" });
  let broken = 0;
  for (const checked of worlds.filter(({ world }) => (world.isa & ISA_MOP) === 0)) {
    expect((await hostCallsLaw.check(checked, [says])).kind).not.toBe("broken");
    if ((await hostCallsLaw.check(checked, [silent])).kind === "broken") broken++;
  }
  expect(broken).toBeGreaterThan(0);
});

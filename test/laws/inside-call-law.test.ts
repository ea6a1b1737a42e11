import { describe, expect, test } from "vitest";
import { SYSTEM_CALLS } from "../../src/case/index.ts";
import { insideCallLaw } from "../../src/laws/inside-call-law.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { breaks, directedCase, FaultyTarget, type Fault } from "./faulty.ts";
import { INSIDE_CALL_FAULTS, isInsideCall } from "./seeded/inside-call.ts";

describe("inside-call", () => {
  breaks(insideCallLaw, INSIDE_CALL_FAULTS);

  test("says nothing where the host call is not offered, and nothing of runs that do not exit", async () => {
    const reference = new ReferenceTarget();
    const plain = {
      name: "plain",
      capabilities: { ...reference.capabilities, systemCalls: Object.values(SYSTEM_CALLS) },
      run: reference.run.bind(reference),
    };
    expect(await insideCallLaw.check(directedCase(), [plain])).toEqual({
      kind: "unsupported",
      reason: "no target offers host call 9007",
    });
    expect(await insideCallLaw.check({ ...directedCase(), budget: 30n }, [reference])).toMatchObject({
      reason: "the run does not end by exit",
    });
  });

  test("holds where the budget is just enough for one call, and both calls get the limit that they need", async () => {
    const { world } = directedCase();
    const solo = new ReferenceTarget().run(world, { start: "boot", maxCycles: 100_000n, snapshot: false });
    expect(solo.stop.kind).toBe("exit");
    const tight = { ...directedCase(), budget: solo.state.cycles! };
    expect((await insideCallLaw.check(tight, [new ReferenceTarget()])).kind).toBe("held");
  });

  // As CKB-VM's assembly engine (reference/ckb-vm/machine.md 8.2, 8).
  const behind: Fault = {
    gives: (snapshot) => (isInsideCall(snapshot) ? { ...snapshot, pc: snapshot.pc + 4n } : snapshot),
  };

  test.each<[fault: Fault, says: boolean, verdict: string]>([
    [behind, true, "held"],
    [behind, false, "broken"],
    [{}, true, "broken"],
    [
      { gives: (snapshot) => (isInsideCall(snapshot) ? { ...snapshot, pc: snapshot.pc + 8n } : snapshot) },
      true,
      "broken",
    ],
  ])("pc behind the call while it is made: must be said, and be true (%#)", async (fault, says, verdict) => {
    const target = new FaultyTarget(fault);
    const capabilities = { ...target.capabilities, ...(says && { pcInCalls: "behind" as const }) };
    const said = { name: "said", capabilities, run: target.run.bind(target) };
    expect((await insideCallLaw.check(directedCase(), [said])).kind).toBe(verdict);
  });
});

import { describe, expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { everyInstruction, everyInstructionLaw } from "../../src/laws/every-instruction-law.ts";
import { relayLaw } from "../../src/laws/relay-law.ts";
import { ReferenceTarget, type Target } from "../../src/targets/index.ts";
import { caseOf } from "./altered.ts";
import { breaks, directedCase, FaultyTarget, type Fault } from "./faulty.ts";
import { EVERY_INSTRUCTION_FAULTS } from "./seeded/every-instruction.ts";

const NONE = 2n ** 64n - 1n;
const exhaustive = everyInstruction({ boundariesMax: Infinity });

describe("every-instruction", () => {
  breaks(everyInstructionLaw, EVERY_INSTRUCTION_FAULTS);
});

describe("exhaustive", () => {
  /** Only one place in the whole run is wrong: right before the store-conditional. */
  const atOnePlace: Fault = {
    resumes: (snapshot) =>
      snapshot.registers[18] === 0n && snapshot.loadReservationAddress !== NONE
        ? { ...snapshot, loadReservationAddress: NONE }
        : snapshot,
  };

  test("finds a fault at a single boundary, which a relay with two cuts does not", async () => {
    const faulty = [new FaultyTarget(atOnePlace)];
    expect((await relayLaw.check(directedCase(), faulty)).kind).toBe("held");
    expect((await exhaustive.check(directedCase(), faulty)).kind).toBe("broken");
    expect((await exhaustive.check(directedCase(), [new ReferenceTarget()])).kind).toBe("held");
  });

  // Costs by reference/ckb-vm/cycles.md: addi and li of small numbers 1, mul 5, div 32, ecall 500.
  const COSTS = caseOf("_start: li a1, 9\n li a2, 3\n mul a3, a1, a2\n div a4, a3, a2\n li a7, 93\n ecall\n", 10_000n);
  const BOUNDARIES = [0n, 1n, 2n, 7n, 39n, 40n];

  test.each<[string, () => Target]>([
    ["by asking", () => withEvents(undefined)],
    ["as the target says", () => withEvents(BOUNDARIES)],
  ])("cuts behind every instruction, %s", async (_, open) => {
    const limits: bigint[] = [];
    const seen = open();
    const spy: Target = {
      ...seen,
      name: "spy",
      capabilities: seen.capabilities,
      run: (world, leg) => {
        limits.push(leg.maxCycles);
        return seen.run(world, leg);
      },
    };
    const verdict = await exhaustive.check(COSTS, [spy]);
    expect(verdict.kind).toBe("held");
    // The relay comes last: a leg to each boundary, and one to the end.
    expect(limits.slice(-BOUNDARIES.length - 1)).toEqual([...BOUNDARIES, 10_000n]);
  });

  test("is asked for by a plan of 64 cuts, and of a short run all is cut", async () => {
    const many: Case = directedCase(Array.from({ length: 64 }, (_, k) => BigInt(k)));
    const short = caseOf("_start: nop\n nop\n nop\n nop\n", 3n);
    for (const [checked, least] of [
      [many, 60],
      [short, 3],
    ] as const) {
      const verdict = await everyInstructionLaw.check(checked, [new ReferenceTarget()]);
      expect(verdict.kind).toBe("held");
      if (verdict.kind !== "held") continue;
      expect(verdict.evidence.exercised?.get("boundaries")).toBeGreaterThanOrEqual(least);
    }
  });
});

function withEvents(boundaries: readonly bigint[] | undefined): Target {
  const reference = new ReferenceTarget();
  return {
    name: "reference",
    capabilities: reference.capabilities,
    run: (world, leg) => reference.run(world, leg),
    ...(boundaries && { events: () => ({ cycles: 540n, events: [], boundaries, whole: true }) }),
  };
}

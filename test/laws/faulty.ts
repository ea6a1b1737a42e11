import { expect, test } from "vitest";
import { readCase, SYSTEM_CALLS, type Case } from "../../src/case/index.ts";
import { generateCase } from "../../src/generate/index.ts";
import type { Law } from "../../src/laws/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";
import { withFault, type Faults } from "./seeded/faulty-target.ts";

export { FaultyTarget, pageByPage, registerTurned, type Fault } from "./seeded/faulty-target.ts";

const GENERATED = 120;
let generated: readonly Case[] | undefined;

/** Cases of one seed. */
export function generatedCases(): readonly Case[] {
  return (generated ??= Array.from({ length: GENERATED }, (_, k) => generateCase(11, k)));
}

/**
 * A program that uses all that snapshots hold: code and constants of whole pages of its file, pages from a data piece, pages
 * that it writes, output, a reservation that is open for some time.
 */
export function directedCase(cuts: readonly bigint[] = [60n, 700n]): Case {
  const { checked } = readCase("all.S", PROGRAM);
  const bytes = Uint8Array.from({ length: 3 * 4096 + 40 }, (_, k) => (k * 7 + (k >> 8)) & 0xff);
  const world = { ...checked.world, systemCalls: Object.values(SYSTEM_CALLS), sources: [{ id: 5n, bytes }] };
  return { ...checked, world, cuts, budget: 100_000n };
}

const PROGRAM = `
        .text
_start: li s1, 0x300000
        sd s1, 0(s1)
        li a0, 0x200000
        la a1, size
        li a2, 16
        li a3, 5
        li a4, 0
        li a7, 2092
        ecall
        lr.d t0, (s1)
        li s2, 12
1:      addi s2, s2, -1
        addi t0, t0, 3
        bnez s2, 1b
        sc.d t1, t0, (s1)
        la a0, text
        li a7, 2177
        ecall
        li s3, 0x200000
        lbu a0, 77(s3)
        sd t1, 512(s3)
        andi a0, a0, 7
        li a7, 93
        ecall
        .balign 4096
        .space 4096, 0x13
        .data
        .balign 4096
text:   .asciz "ab"
        .balign 8
size:   .dword 12288
        .balign 4096
        .fill 512, 8, 0x1234567
`;

/** One test for each fault, by what it does, which the law names: the law holds on the reference in the same cases, and is broken by the fault in at least one. */
export function breaks(law: Law, faults: Faults, cases: readonly Case[] = [directedCase(), ...generatedCases()]): void {
  test("names these faults", () => {
    expect(law.brokenBy).toEqual(expect.arrayContaining(Object.keys(faults)));
  });

  test("holds on the reference in the same cases, and says something of most", async () => {
    let held = 0;
    for (const checked of cases) {
      const verdict = await law.check(checked, [new ReferenceTarget()]);
      if (verdict.kind === "broken") throw new Error(JSON.stringify(verdict.divergence.differences.slice(0, 3)));
      if (verdict.kind === "held") held++;
    }
    expect(held).toBeGreaterThanOrEqual(Math.ceil(cases.length / 2));
  });

  test.each(Object.entries(faults))("is broken by a target that %s", async (_, fault) => {
    let broken = 0;
    for (const checked of cases) {
      const verdict = await law.check(checked, [withFault(fault)]);
      if (verdict.kind !== "broken") continue;
      broken++;
      expect(verdict.divergence.law).toBe(law.name);
      expect(verdict.divergence.differences.length).toBeGreaterThan(0);
      if (broken === 2) break;
    }
    expect(broken).toBeGreaterThan(0);
  });
}

// x0 is zero at the end of every leg and in every snapshot.
import { HOST_CALLS } from "../case/index.ts";
import type { Finish } from "../targets/target.ts";
import { chainTarget, runners } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { executedNothing, NOTHING_EXECUTED } from "./probe.ts";
import { runLeg } from "./relay.ts";
import { brokenOn } from "./verdict.ts";

const NAME = "zero";

/** The legs of the cut plan, as far as targets give snapshots, and what each of them gives. */
export const zeroLaw: Law = {
  name: NAME,
  sentence: "x0 is zero at the end of every leg and in every snapshot.",
  preconditions: "Targets run the world and show registers; no host call sets registers.",
  brokenBy: [
    "canary-zero",
    "writes x0 where addi names it",
    "has an x0 that is not zero behind a resume",
    "hands over another x0 than its machine has",
  ],
  cuts: false,
  every: 10,
  exercises: { snapshot: 0.5 },
  async check(checked, targets): Promise<Verdict> {
    const { world, cuts, budget } = checked;
    const { targets: usable, reason } = runners(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (world.systemCalls.includes(HOST_CALLS.setRegister)) {
      return { kind: "unsupported", reason: "the host can set x0" };
    }
    const book = new EvidenceBook();
    const relays = usable.every(({ capabilities }) => capabilities.snapshots);
    const limits = relays ? [...cuts.filter((cut) => cut < budget), budget] : [budget];
    let last: Finish | undefined;
    for (const [k, maxCycles] of limits.entries()) {
      const start: Finish["snapshot"] | "boot" = last?.snapshot ?? "boot";
      const target = chainTarget(checked, usable, k);
      const finish = await runLeg(target, world, { start, maxCycles, snapshot: relays });
      book.leg(target, finish);
      if (last) book.cut(chainTarget(checked, usable, k - 1), target);
      const { registers } = finish.state;
      if (registers) book.comparisons++;
      if (finish.snapshot) book.exercise("snapshot");
      const wrong = [
        { what: "zero", value: registers?.[0] ?? 0n },
        { what: "snapshot registers[0]", value: finish.snapshot?.registers[0] ?? 0n },
      ].filter(({ value }) => value !== 0n);
      if (wrong.length > 0) {
        const differences = wrong.map(({ what, value }) => ({
          what,
          expected: "0x0",
          actual: `0x${value.toString(16)}`,
        }));
        const [expectedFrom, actualFrom] = ["x0", `leg ${k} on ${target.name}`];
        return brokenOn(
          NAME,
          target.name,
          { expectedFrom, actualFrom, expected: finish, actual: finish, differences },
          book,
        );
      }
      last = finish;
      if (finish.stop.kind !== "budget" || !finish.snapshot) break;
    }
    if (last && executedNothing(last)) return { kind: "unsupported", reason: NOTHING_EXECUTED };
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target shows registers" };
    return { kind: "held", evidence: book.evidence() };
  },
};

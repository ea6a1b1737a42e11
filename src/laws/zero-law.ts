// x0 is zero at the end of every leg and in every snapshot.
import { HOST_CALLS, type Case } from "../case/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { chainTarget, relayers, runners } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { executedNothing, NOTHING_EXECUTED } from "./probe.ts";
import { runLeg } from "./relay.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "zero";

/** The legs of the cut plan, and what each of them gives; the whole run on targets that give no snapshots. */
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
  needs: { observes: ["registers"] },
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
    const { targets: chain } = relayers(world, usable);
    const ends: (Finish | Verdict)[] = [];
    if (chain.length > 0) {
      ends.push(await follow(checked, chain, [...cuts.filter((cut) => cut < budget), budget], book));
    }
    const others = usable.filter(({ capabilities }) => !capabilities.snapshots);
    for (const target of book.turns(others)) ends.push(await follow(checked, [target], [budget], book));
    const finishes: Finish[] = [];
    for (const end of ends) {
      if ("kind" in end) return end;
      finishes.push(end);
    }
    if (finishes.every(executedNothing)) return { kind: "unsupported", reason: NOTHING_EXECUTED };
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target shows registers" };
    return { kind: "held", evidence: book.evidence() };
  },
};

/** Legs with these limits, until one ends otherwise. @returns the last finish, or the verdict on one whose x0 is not zero */
async function follow(
  checked: Case,
  targets: readonly Target[],
  limits: readonly bigint[],
  book: EvidenceBook,
): Promise<Finish | Verdict> {
  let last: Finish | undefined;
  for (const [k, maxCycles] of limits.entries()) {
    const start: Finish["snapshot"] | "boot" = last?.snapshot ?? "boot";
    const target = chainTarget(checked, targets, k);
    const leg = { start, maxCycles, snapshot: target.capabilities.snapshots };
    const finish = await runLeg(target, checked.world, leg);
    book.leg(target, finish);
    if (last) book.cut(chainTarget(checked, targets, k - 1), target);
    const breach = notZero(finish, `leg ${k} on ${target.name}`, book);
    if (breach) return brokenOn(NAME, target.name, breach, book);
    last = finish;
    if (finish.stop.kind !== "budget" || !finish.snapshot) break;
  }
  return last!;
}

function notZero(finish: Finish, actualFrom: string, book: EvidenceBook): Breach | undefined {
  const { state, snapshot } = finish;
  if (state.registers) book.comparisons++;
  if (snapshot) book.exercise("snapshot");
  const differences = [
    { what: "zero", value: state.registers?.[0] ?? 0n },
    { what: "snapshot registers[0]", value: snapshot?.registers[0] ?? 0n },
  ]
    .filter(({ value }) => value !== 0n)
    .map(({ what, value }) => ({ what, expected: "0x0", actual: `0x${value.toString(16)}` }));
  return differences.length === 0
    ? undefined
    : { expectedFrom: "x0", actualFrom, expected: finish, actual: finish, differences };
}

import type { Case } from "../case/index.ts";
import { INSTRUCTIONS } from "../isa/index.ts";
import type { Finish, Target } from "../targets/target.ts";
import { caseNumber } from "./choice.ts";
import { compareFinishes } from "./compare.ts";
import { EvidenceBook } from "./evidence.ts";
import { runPair, sidesOn } from "./fused-pair.ts";
import { fusionProgram, rulesOf } from "./fusion-program.ts";
import { executedNothing } from "./probe.ts";
import type { Breach } from "./verdict.ts";

/** Runs in which each rule of the version was used, among what the law met. */
export const EVERY_RULE = "every rule of the version fused";
/** Cycles that are enough for such a program. */
const ENOUGH = 100_000n;

/**
 * The program with a sequence of every rule, in the world of the case, with and without fusion. Where they differ, the
 * breach is that of the first rule alone with which they do, if there is one.
 * @throws TargetError
 */
export async function everyRule(
  target: Target,
  fused: Case,
  plain: Case,
  book: EvidenceBook,
): Promise<Breach | undefined> {
  const { version } = fused.world;
  const run = async (only?: number): Promise<Breach | { readonly actual: Finish } | undefined> => {
    const program = fusionProgram(version, caseNumber(fused), only);
    const of = ({ world }: Case): Case => ({ world: { ...world, program, args: [] }, cuts: [], budget: ENOUGH });
    const pair = await runPair(target, of(fused).world, of(plain).world, "boot", ENOUGH, new EvidenceBook());
    if (!pair || executedNothing(pair.actual)) return undefined;
    for (const finish of [pair.actual, pair.expected]) book.leg(target, finish);
    const differences = compareFinishes(pair.expected, pair.actual, ["maxCycles"]);
    return differences.length === 0 ? pair : { ...sidesOn(target), ...pair, differences, pair: of(fused) };
  };
  const all = await run();
  if (!all) return undefined;
  book.comparisons++;
  if (allFused(all.actual, version)) book.exercise(EVERY_RULE);
  if (!("differences" in all)) return undefined;
  for (const rule of rulesOf(version)) {
    const one = await run(rule);
    if (one && "differences" in one) return one;
  }
  return all;
}

function allFused({ retired }: Finish, version: number): boolean {
  return rulesOf(version).every((rule) => retired![INSTRUCTIONS.length + rule] > 0);
}

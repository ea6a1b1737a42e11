// Macro-op fusion changes cycles by what the fused sequences say, and the state not at all.
import type { Case } from "../case/index.ts";
import { unsupportedReason, type Leg, type Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { EVERY_RULE, everyRule } from "./every-rule.ts";
import { EvidenceBook } from "./evidence.ts";
import { EXECUTED, runPair, sidesOn, withFusion, type Pair } from "./fused-pair.ts";
import { findQuirk } from "./fusion-quirk.ts";
import type { Law, Verdict } from "./law.ts";
import { executedNothing } from "./probe.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "fusion";
/** Quirks behind which one case is followed: a loop has as many as it has rounds. */
const QUIRKS_MAX = 8;

/**
 * The case with and without macro-op fusion on each target. Where they differ, the first sequence that makes them differ
 * must be one of the quirks, with exactly the effect that is known of it; both runs then go on from the state behind it. Then
 * the same with a small program that has a sequence of every rule of the version, which few programs have, unless `rules` is
 * false.
 */
export function fusionLawOf({ rules }: { readonly rules: boolean }): Law {
  return {
    name: NAME,
    sentence: "Macro-op fusion changes cycles by what the fused sequences say, and the state not at all.",
    preconditions:
      "Targets run the world with fusion and without it, from version 1 on, and count what they execute; a call for the cycles spent ends the run. The quirks of CKB-VM are excepted one by one: the third register of SBB, and far jumps whose upper immediate is in another register than ra, or whose sum overflows.",
    brokenBy: [
      "canary-fusion",
      "loses the carry of a fused ADC",
      "takes quotients for remainders where it fuses",
      "charges 6 for a fused product",
      "leaves pc behind the first instruction of a sequence",
    ],
    cuts: false,
    needs: {
      counts: true,
      observes: ["cycles"],
      worlds: (checked) => [true, false].map((fusion) => withFusion(checked, fusion).world),
    },
    every: 5,
    exercises: { [EXECUTED]: 0.4, [EVERY_RULE]: 0.4, "quirk: far jump with another register than ra": 0.005 },
    // Of what the case itself shows, the program with every rule would show something else.
    narrowed: ({ pair }) => fusionLawOf({ rules: pair !== undefined }),
    async check(checked, targets): Promise<Verdict> {
      const { world } = checked;
      if (world.version === 0) return { kind: "unsupported", reason: "version 0 has no macro-op fusion" };
      const fused = withFusion(checked, true);
      const plain = withFusion(checked, false);
      const { targets: usable, reason } = runners(fused.world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const book = new EvidenceBook();
      for (const target of book.turns(usable)) {
        if (unsupportedReason(target, plain.world) !== undefined) continue;
        const breach =
          (await compareOn(target, fused, plain, book)) ??
          (rules ? await everyRule(target, fused, plain, book) : undefined);
        if (breach) return brokenOn(NAME, target.name, breach, book);
      }
      if (book.comparisons > 0) return { kind: "held", evidence: book.evidence() };
      return { kind: "unsupported", reason: "no target executes and counts something, with and without fusion" };
    },
  };
}

/** The law as gates check it. */
export const fusionLaw: Law = fusionLawOf({ rules: true });

async function compareOn(target: Target, fused: Case, plain: Case, book: EvidenceBook): Promise<Breach | undefined> {
  let start: Leg["start"] = "boot";
  for (let quirks = 0; quirks < QUIRKS_MAX; quirks++) {
    const pair = await runPair(target, fused.world, plain.world, start, fused.budget, book);
    if (!pair || executedNothing(pair.actual)) return undefined;
    book.comparisons++;
    const differences = compareFinishes(pair.expected, pair.actual, ["maxCycles"]);
    if (differences.length === 0) return undefined;
    const rerun = async (budget: bigint): Promise<Pair | undefined> =>
      runPair(target, fused.world, plain.world, start, budget, book);
    const quirk = await findQuirk(pair, fused.world, rerun);
    if (!quirk) return { ...sidesOn(target), ...pair, differences };
    book.exercise(`quirk: ${quirk.name}`);
    if (!quirk.behind.snapshot) return undefined;
    start = quirk.behind.snapshot;
  }
  return undefined;
}

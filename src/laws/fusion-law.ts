// Macro-op fusion changes cycles by what the fused sequences say, and the state not at all.
import { SYSTEM_CALLS, type Case, type World } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import { unsupportedReason, type Leg, type Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { savedByFusion } from "./cost.ts";
import { EvidenceBook } from "./evidence.ts";
import { findQuirk, type Pair } from "./fusion-quirk.ts";
import type { Law, Verdict } from "./law.ts";
import { executedNothing } from "./probe.ts";
import { runLeg } from "./relay.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "fusion";
/** Quirks behind which one case is followed: a loop has as many as it has rounds. */
const QUIRKS_MAX = 8;

/**
 * The case with and without macro-op fusion on each target. Where they differ, the first sequence that makes them differ
 * must be one of the quirks, with exactly the effect that is known of it; both runs then go on from the state behind it.
 */
export const fusionLaw: Law = {
  name: NAME,
  sentence: "Macro-op fusion changes cycles by what the fused sequences say, and the state not at all.",
  preconditions:
    "Targets run the world with fusion and without it, from version 1 on, and count what they execute; a call for the cycles spent ends the run. The quirks of CKB-VM are excepted one by one: the third register of SBB, and far jumps whose upper immediate is in another register than ra, or whose sum overflows.",
  brokenBy: [
    "canary-fusion",
    "loses the carry of a fused ADC",
    "charges 6 for a fused product",
    "leaves pc behind the first instruction of a sequence",
  ],
  cuts: false,
  every: 5,
  exercises: { "fused sequence executed": 0.4, "quirk: far jump with another register than ra": 0.005 },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    if (world.version === 0) return { kind: "unsupported", reason: "version 0 has no macro-op fusion" };
    const fused = withFusion(checked, true);
    const plain = withFusion(checked, false);
    const { targets: usable, reason } = runners(fused.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    for (const target of usable) {
      if (unsupportedReason(target, plain.world) !== undefined) continue;
      const breach = await compareOn(target, fused, plain, book);
      if (breach) return brokenOn(NAME, target.name, breach, book);
    }
    if (book.comparisons > 0) return { kind: "held", evidence: book.evidence() };
    return { kind: "unsupported", reason: "no target executes and counts something, with and without fusion" };
  },
};

/** Programs that ask for their cycles see the difference: the call is not offered, so that it ends both runs. */
function withFusion(checked: Case, fusion: boolean): Case {
  const { world } = checked;
  const isa = fusion ? world.isa | ISA_MOP : world.isa & ~ISA_MOP;
  const systemCalls = world.systemCalls.filter((call) => call !== SYSTEM_CALLS.currentCycles);
  return { ...checked, world: { ...world, isa, systemCalls } };
}

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
    if (!quirk) {
      const [expectedFrom, actualFrom] = [
        `solo on ${target.name} without fusion`,
        `solo on ${target.name} with fusion`,
      ];
      return { expectedFrom, actualFrom, ...pair, differences };
    }
    book.exercise(`quirk: ${quirk.name}`);
    if (!quirk.behind.snapshot) return undefined;
    start = quirk.behind.snapshot;
  }
  return undefined;
}

async function runPair(
  target: Target,
  fused: World,
  plain: World,
  start: Leg["start"],
  maxCycles: bigint,
  book: EvidenceBook,
): Promise<Pair | undefined> {
  const snapshot = target.capabilities.snapshots;
  const actual = await runLeg(target, fused, { start, maxCycles, snapshot });
  const { cycles } = actual.state;
  if (!actual.retired || cycles === undefined) return undefined;
  const { sequences, cycles: saved } = savedByFusion(actual.retired, fused.cost);
  // Where the budget ended the run, the other one ends at the same instruction: its limit is what got the first so far.
  const limit = actual.stop.kind === "budget" && cycles <= maxCycles ? cycles + saved : maxCycles + saved;
  const unfused = await runLeg(target, plain, { start, maxCycles: limit, snapshot: false });
  book.leg(target, actual);
  book.leg(target, unfused);
  book.exercise("fused sequence executed", sequences);
  const spent = unfused.state.cycles;
  return {
    expected: { ...unfused, state: { ...unfused.state, ...(spent !== undefined && { cycles: spent - saved }) } },
    actual,
  };
}

// A relay with more cuts finishes where the relay with fewer does.
import type { Case } from "../case/index.ts";
import { caseNumber } from "./choice.ts";
import { relayers } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { compareRelay } from "./relay-comparison.ts";
import { runRelay } from "./relay.ts";

const NAME = "refine";
/** Cuts that are added to the plan of a case. */
const ADDED = 3;

/**
 * The relay of a case on the first target against the relay, on all of them, over the union of its cut plan and a second one: where a relay is cut again, and
 * which target runs which leg, changes nothing, the snapshot of its end included.
 */
export const refineLaw: Law = {
  name: NAME,
  sentence: "A relay with more cuts finishes where the relay with fewer does.",
  preconditions: "Targets take and give snapshots; sources are stable; the run spends at least two cycles.",
  brokenBy: [
    "canary",
    "loses a register where it resumes at an odd cycle count",
    "loses a page from a source in what it hands over at the end",
    "shows another register than it hands over",
    "hands over another limit",
    "prints again what the leg before printed",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 20,
  exercises: { "cuts with dirty pages": 0.5, "cuts with pages from sources": 0.15, "cuts with a reservation": 0.03 },
  comparesState: true,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    // On the yardstick alone: policies say how others differ from it, and not from each other.
    const yardstick = [usable[0]];
    const expected = await runRelay(checked, yardstick, true);
    book.relay(expected);
    const cycles = expected.finish.state.cycles ?? expected.finish.snapshot?.cycles ?? 0n;
    if (cycles < 2n) return { kind: "unsupported", reason: "the run spends less than two cycles" };
    const cuts = union(checked, cycles);
    const rerun = (budget: bigint): ReturnType<typeof runRelay> => runRelay({ ...checked, budget }, yardstick, true);
    const against = {
      law: NAME,
      checked,
      targets: usable,
      expected,
      expectedFrom: "the relay of the case",
      rerun,
      cuts,
    };
    return compareRelay(against, book);
  },
};

/** The cuts of a case and a few more inside the cycles that the run spends, ascending. */
function union(checked: Case, cycles: bigint): bigint[] {
  const cuts = new Set(checked.cuts);
  let number = BigInt(caseNumber(checked));
  for (let k = 0; k < ADDED; k++) {
    cuts.add(1n + (number % (cycles - 1n)));
    number = (number * 0x9e3779b1n + 1n) & 0xffff_ffff_ffffn;
  }
  return [...cuts].sort((a, b) => (a < b ? -1 : 1));
}

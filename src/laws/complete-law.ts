// Each field of a snapshot counts: changed, it changes what it says and nothing else, or is the specified error.
import { runTaken, spentLimit } from "./asked-leg.ts";
import { chainTarget, relayers } from "./chain.ts";
import { caseNumber, cutsBelowBudget } from "./choice.ts";
import { compareResumed } from "./compare-resumed.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { editPairs, isOfOneEntry } from "./snapshot-edit-pairs.ts";
import { edited, editsOf } from "./snapshot-edits.ts";

const NAME = "complete";
/** Changes that are tried in one case, beside that of all numbers; and pairs of changes. */
const EDITS = 5;
const PAIRS = 4;

const ALL_NUMBERS = "all numbers";
const PAIR_OF_ENTRY = "two changes of one entry";
const PAIR = "two changes";

const FIELDS = ["version", "pc", "cycles", "max_cycles", "load_reservation_address", "registers[0]"];
const RUN_FIELDS = ["", " twice", ".address", ".address unaligned", ".address outside", ".flag"];
const DIRTY_FIELDS = [...RUN_FIELDS, ".flag without DIRTY", ".content of part of a page", ".content a page shorter"];
const SOURCE_FIELDS = [
  ...RUN_FIELDS,
  ".flag with DIRTY",
  ".id",
  ".id of no piece",
  ".offset",
  ".offset behind the end",
  ".length",
  ".length of part of a page",
];
const parts = (fields: readonly string[], part: number): Record<string, number> =>
  Object.fromEntries(fields.map((field) => [field, part]));

/** Every change that `editsOf` knows must have been tried: a quarter of what is measured. */
const EXERCISES: Readonly<Record<string, number>> = {
  registers: 0.3,
  "dirty_pages.content": 0.14,
  [ALL_NUMBERS]: 0.9,
  [PAIR_OF_ENTRY]: 0.9,
  [PAIR]: 0.9,
  ...parts(FIELDS, 0.013),
  ...parts(
    DIRTY_FIELDS.map((field) => `dirty_pages${field}`),
    0.058,
  ),
  ...parts(
    SOURCE_FIELDS.map((field) => `pages_from_source${field}`),
    0.0085,
  ),
};

/** How much is tried. */
export interface CompleteOptions {
  /** Changes tried in one case, spread over all there are. */
  readonly editsMax?: number;
  /** Pairs of changes tried in one case. */
  readonly pairsMax?: number;
}

/**
 * A snapshot at one cut of the case, or at its end, is resumed as it is, with single changes and with two at once, under a
 * limit that is spent. The seed's rules (`resumeModel`) say what each leg must show.
 */
export function complete({ editsMax = EDITS, pairsMax = PAIRS }: CompleteOptions = {}): Law {
  return {
    name: NAME,
    sentence:
      "Each field of a snapshot counts: changed, it changes what it says and nothing else, or is the specified error.",
    preconditions:
      "Targets take and give snapshots; sources are stable. A few changes in each case, chosen from it; x0 is no field that a program can see, but is restored like the others.",
    brokenBy: [
      "canary",
      "makes pc even",
      "looks at the length of an entry before its address",
      "looks for a piece before the address of its entry",
      "takes any version",
      "does not restore x0",
      "takes the address of an entry down to its page",
      "takes the address of a page from a source down to its page",
      "takes no DIRTY that it does not find in an entry",
      "fills up part of a page",
      "has lost the limit where it fails",
      "skips pieces that are not there",
      "says that it started where it could not",
      "yields where nothing is left",
      "drops the last page",
    ],
    cuts: false,
    needs: { snapshots: true },
    every: 10,
    exercises: EXERCISES,
    async check(checked, targets): Promise<Verdict> {
      const { targets: usable, reason } = relayers(checked.world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const { world } = checked;
      const book = new EvidenceBook();
      const number = caseNumber(checked);
      const cuts = cutsBelowBudget(checked);
      const giver = chainTarget(checked, usable, 0);
      const leg = { start: "boot", maxCycles: cuts[number % cuts.length] } as const;
      const { snapshot, started } = await runTaken(giver, world, leg, book);
      if (!started) return { kind: "unsupported", reason: "the program cannot be loaded" };
      book.handedOver(snapshot);
      const maxCycles = spentLimit(snapshot);
      const target = chainTarget(checked, usable, 1);
      const resumption = { law: NAME, target, world, maxCycles };
      const unchanged = await compareResumed({ ...resumption, what: "nothing changed", snapshot }, book);
      book.cut(giver, target);
      if (unchanged.kind === "broken") return unchanged;
      const [all, ...edits] = editsOf(world, snapshot, number);
      const step = edits.length / Math.min(editsMax, edits.length);
      const singles = Array.from({ length: Math.min(editsMax, edits.length) }, (_, k) => [
        edits[(number + Math.floor(k * step)) % edits.length],
      ]);
      for (const tried of [[all], ...singles, ...editPairs(edits, number, pairsMax)]) {
        const changed = edited(snapshot, ...tried);
        book.exercise(tried.length === 1 ? changed.field : isOfOneEntry(tried) ? PAIR_OF_ENTRY : PAIR);
        const what = `${changed.field} changed`;
        const verdict = await compareResumed({ ...resumption, what, snapshot: changed.snapshot }, book);
        if (verdict.kind === "broken") return verdict;
      }
      return { kind: "held", evidence: book.evidence() };
    },
  };
}

/** The law as gates check it. */
export const completeLaw: Law = complete();

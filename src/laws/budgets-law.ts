// A snapshot resumed under a spent budget stays where it is, and under a larger one goes on to the end.
import type { Case } from "../case/index.ts";
import type { Finish, Observable, Target } from "../targets/target.ts";
import { runTaken, spentLimit, type Taken } from "./asked-leg.ts";
import { verdictOf, type Sides } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import { caseNumber, cutsBelowBudget } from "./choice.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { runLeg, runSolo } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

const NAME = "budgets";
const UNLIMITED = 2n ** 64n - 1n;
const WIDE = 2n ** 32n;
const OUTPUT: readonly Observable[] = ["output"];

/**
 * At one cut of the case the snapshot is resumed in fresh machines under: what was spent, less than that, nothing, and the
 * same limit again (nothing may run: snapshot.md 8.11, semantics.md 1), the budget of the case, and where the run ends by
 * itself, no limit at all (both must finish where the solo run does).
 */
export const budgetsLaw: Law = {
  name: NAME,
  sentence: "A snapshot resumed under a spent budget stays where it is, and under a larger one goes on to the end.",
  preconditions: "Targets take and give snapshots; sources are stable; a leg ends because its budget is spent.",
  brokenBy: [
    "canary",
    "executes one instruction more though nothing is left",
    "keeps the limit of the snapshot",
    "forgets what was spent beyond a lower limit",
    "takes a limit above 2^63 for a negative one",
    "takes a limit of 0 for none",
    "goes on under a cycle less than was spent",
    "prints something where nothing is left",
    "shows another register where nothing is left",
    "hands over another register where it was resumed",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 10,
  exercises: {
    "what was spent": 0.4,
    "the same limit": 0.4,
    "one cycle less than was spent": 0.4,
    "no cycles at all": 0.4,
    "a larger limit": 0.4,
    "a limit of 2^32 cycles": 0.4,
    "no limit": 0.4,
  },
  comparesState: true,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const number = caseNumber(checked);
    const cuts = cutsBelowBudget(checked);
    const giver = chainTarget(checked, usable, 0);
    const maxCycles = cuts[number % cuts.length];
    const before = await runTaken(giver, checked.world, { start: "boot", maxCycles }, book);
    if (before.stop.kind !== "budget") return { kind: "unsupported", reason: "the program ends before its cut" };
    book.handedOver(before.snapshot);
    const next = chainTarget(checked, usable, 1);
    const resumption = { checked, giver, next, yardstick: usable[0], before, book };
    const spent = await allSpent(resumption, maxCycles);
    return spent.kind === "held" ? goesOn(resumption) : spent;
  },
};

interface Resumption {
  readonly checked: Case;
  readonly giver: Target;
  readonly next: Target;
  readonly yardstick: Target;
  readonly before: Taken;
  readonly book: EvidenceBook;
}

/** Limits under which nothing may run, and the one of the leg before. */
async function allSpent({ checked, giver, next, yardstick, before, book }: Resumption, same: bigint): Promise<Verdict> {
  const { snapshot } = before;
  const spent = spentLimit(snapshot);
  const { world } = checked;
  const limits = new Map([["what was spent", spent]]);
  // An engine that charges whole blocks stops before its limit is spent: others may still go on under the same one.
  limits.set("the same limit", same);
  if (spent > 0n) limits.set("one cycle less than was spent", spent - 1n).set("no cycles at all", 0n);
  for (const [name, maxCycles] of limits) {
    const resumer = name === "the same limit" ? giver : next;
    const actual = await runTaken(resumer, world, { start: snapshot, maxCycles }, book);
    book.cut(giver, resumer);
    book.comparisons++;
    book.exercise(name);
    const expected = withLimit(before, maxCycles);
    const { differences, tolerated } = await compareUnderPolicy({
      world,
      expected,
      actual,
      target: resumer,
      chain: [giver, resumer],
      yardstick,
      except: OUTPUT,
      rerun: async (limit) =>
        withLimit(await runTaken(yardstick, world, { start: "boot", maxCycles: limit }, book), limit),
    });
    book.tolerate(tolerated);
    // What follows a call that charged beyond its limit was not decoded yet, and may fault before its cost is asked.
    const beyond = snapshot.cycles > snapshot.maxCycles;
    const all = [
      ...differences.filter(({ what }) => !(beyond && what === "stop")),
      ...nothingPrinted(actual),
      ...(tolerated === undefined ? snapshotDifference({ ...snapshot, maxCycles }, actual.snapshot) : []),
    ];
    const expectedFrom = `snapshot by ${giver.name}`;
    const actualFrom = `resumed by ${resumer.name} under ${name}`;
    const verdict = verdictOf(
      NAME,
      { expectedFrom, expected, actualFrom, actual, targets: [giver, resumer], resumedOnly: true },
      all,
      book,
    );
    if (verdict.kind === "broken") return verdict;
  }
  return { kind: "held", evidence: book.evidence() };
}

/** Larger limits: the budget of the case, and none where the run ends without. */
async function goesOn({ checked, giver, next, yardstick, before, book }: Resumption): Promise<Verdict> {
  const { world, budget } = checked;
  const solo = (await runSolo(checked, yardstick)).finish;
  book.leg(yardstick, solo);
  // Of 2^32 the lower half is less than any run spends.
  const limits =
    solo.stop.kind === "budget"
      ? [budget]
      : [budget, ...(solo.state.cycles !== undefined && solo.state.cycles < WIDE ? [WIDE] : []), UNLIMITED];
  for (const maxCycles of limits) {
    const actual = await runLeg(next, world, { start: before.snapshot, maxCycles, snapshot: false });
    book.leg(next, actual);
    book.cut(giver, next);
    book.comparisons++;
    book.exercise(maxCycles === budget ? "a larger limit" : limitName(maxCycles));
    const expected = withLimit(solo, maxCycles);
    const joined = withOutput(actual, before);
    const { differences, tolerated } = await compareUnderPolicy({
      world,
      expected,
      actual: joined,
      target: next,
      chain: [giver, next],
      yardstick,
      rerun: async (limit) => withLimit((await runSolo({ ...checked, budget: limit }, yardstick, true)).finish, limit),
    });
    book.tolerate(tolerated);
    // What does not end within the budget may never end.
    const goesOnForEver = actual.stop.kind === "budget";
    const sides: Sides = {
      expectedFrom: `solo on ${yardstick.name}`,
      expected,
      actualFrom: `resumed by ${next.name} with ${maxCycles === budget ? "the budget" : limitName(maxCycles)}`,
      actual: joined,
      targets: [giver, next],
    };
    const verdict = verdictOf(NAME, sides, differences, book);
    if (verdict.kind === "broken") return verdict;
    if (goesOnForEver) break;
  }
  return { kind: "held", evidence: book.evidence() };
}

function limitName(maxCycles: bigint): string {
  return maxCycles === WIDE ? "a limit of 2^32 cycles" : "no limit";
}

function withLimit<F extends Finish>(finish: F, maxCycles: bigint): F {
  return { ...finish, state: { ...finish.state, ...(finish.state.maxCycles !== undefined && { maxCycles }) } };
}

/** A finish with the output of the leg before it in front of its own; without any if one of them shows none. */
function withOutput(finish: Finish, { state: { output: first } }: { state: Finish["state"] }): Finish {
  const { output: second, ...rest } = finish.state;
  return { ...finish, state: first && second ? { ...rest, output: Buffer.concat([first, second]) } : rest };
}

function nothingPrinted({ state: { output } }: Finish): Difference[] {
  return output?.length ? [{ what: "output", expected: "nothing", actual: `${output.length} bytes` }] : [];
}

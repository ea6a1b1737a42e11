// A snapshot that was written and read again, in either encoding, is the same and means the same.
import { BINCODE, JSON_TEXT, type Encoding } from "../snapshot/encodings.ts";
import type { Finish, WorldSnapshot } from "../targets/target.ts";
import { runTaken } from "./asked-leg.ts";
import { verdictOf, type Sides } from "./broken.ts";
import { chainTarget, relayers } from "./chain.ts";
import { caseNumber, cutsBelowBudget } from "./choice.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";
import { bincodeQuestions } from "./bincode-questions.ts";
import { jsonQuestions } from "./json-questions.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { misfitOf } from "./snapshot-misfit.ts";
import { sampleOf } from "./snapshot-sample.ts";

const NAME = "encodings";
/** JSON takes many times as long as bincode: it is looked at where there is little content, else in one case of so many. */
const JSON_EVERY = 8;
const LITTLE_BYTES = 4096;
/** Questions to the readers of each encoding that are asked in one case. */
const QUESTIONS = 5;

/** How much is asked. */
export interface EncodingsOptions {
  /** Questions to the readers of each encoding in one case, spread over all there are. */
  readonly questionsMax?: number;
}

/**
 * A snapshot at one cut of the case is written and read in bincode and in JSON; what was read must be the same, give the
 * same bytes, and finish where the snapshot itself finishes under the budget of the case. Then the readers are asked about a
 * small snapshot with the same numbers: its bytes must be those of the Rust original, other spellings must be read as the
 * same, and what is damaged must be refused where it is; what fits no type must not be written.
 */
export function encodings({ questionsMax = QUESTIONS }: EncodingsOptions = {}): Law {
  return {
    name: NAME,
    sentence: "A snapshot that was written and read again, in either encoding, is the same and means the same.",
    preconditions: "Targets take and give snapshots; sources are stable.",
    brokenBy: [
      "canary-alias",
      "keeps something beside its snapshots",
      "shows another register behind a snapshot that it did not give",
      "hands over another register behind a snapshot that it did not give",
      "gives flags that fit no byte",
      "gives a register too many",
      "gives cycles below zero",
    ],
    cuts: false,
    needs: { snapshots: true },
    every: 10,
    exercises: {
      bincode: 0.5,
      JSON: 0.04,
      "cuts with pages from sources": 0.15,
      "shapes of the seed": 0.5,
      "other spellings": 0.3,
      "changed bytes": 0.3,
      "damaged encodings": 0.3,
      "unfit values": 0.1,
    },
    async check(checked, targets): Promise<Verdict> {
      const { targets: usable, reason } = relayers(checked.world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const { world, budget } = checked;
      const book = new EvidenceBook();
      const number = caseNumber(checked);
      const cuts = cutsBelowBudget(checked);
      const giver = chainTarget(checked, usable, 0);
      const maxCycles = cuts[(number >>> 16) % cuts.length];
      const taken = await runTaken(giver, world, { start: "boot", maxCycles }, book);
      const { snapshot, stop } = taken;
      if (!taken.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
      const misfit = misfitOf(snapshot);
      if (misfit) {
        const where = { expectedFrom: "any snapshot", actualFrom: `snapshot by ${giver.name}`, targets: [giver] };
        return verdictOf(NAME, { ...where, expected: taken, actual: taken }, [misfit], book);
      }
      const content = snapshot.dirtyPages.reduce((sum, run) => sum + run.content.length, 0);
      const encodings = content <= LITTLE_BYTES || number % JSON_EVERY === 0 ? [BINCODE, JSON_TEXT] : [BINCODE];
      const target = chainTarget(checked, usable, 1);
      // Behind an exit there is no telling how long a program runs on.
      const limit = stop.kind === "budget" ? budget : snapshot.cycles;
      const leg = { maxCycles: limit, snapshot: true };
      for (const encoding of encodings) {
        const { read, differences } = again(encoding, snapshot);
        if (!read || differences.length > 0) {
          return verdictOf(
            NAME,
            { ...sidesOf(encoding, taken), expectedFrom: `snapshot by ${giver.name}` },
            differences,
            book,
          );
        }
        const actual = await runLeg(target, world, { ...leg, start: read });
        const expected = await runLeg(target, world, { ...leg, start: snapshot });
        for (const finish of [actual, expected]) book.leg(target, finish);
        book.cut(giver, target);
        book.handedOver(snapshot);
        book.comparisons += 2;
        book.exercise(encoding.name);
        const all = compareFinishes(expected, actual);
        all.push(...snapshotDifference(expected.snapshot, actual.snapshot ?? "missing"));
        const [expectedFrom, actualFrom] = [`snapshot by ${giver.name}`, `the same through ${encoding.name}`];
        const sides = { expectedFrom, expected, actualFrom, actual, targets: [giver, target] };
        const verdict = verdictOf(NAME, sides, all, book);
        if (verdict.kind === "broken") return verdict;
      }
      const { encoding = BINCODE, wrong } = asked(sampleOf(snapshot, number), number, questionsMax, book);
      return verdictOf(NAME, sidesOf(encoding, taken), wrong, book);
    },
  };
}

/** The law as gates check it. */
export const encodingsLaw: Law = encodings();

/**
 * The sides of what is wrong with an encoding. No target is asked to write or read one: it is the project's own that is wrong,
 * whoever gave the snapshot.
 */
function sidesOf({ name }: Encoding, taken: Finish): Sides {
  const own = `rvrelay's own ${name}`;
  return {
    expectedFrom: `the rules of ${name}`,
    expected: taken,
    actualFrom: own,
    actual: taken,
    targets: [{ name: own }],
  };
}

/** What is wrong with the first wrong answer of an encoding. */
function asked(
  sample: WorldSnapshot,
  number: number,
  questionsMax: number,
  book: EvidenceBook,
): { readonly encoding?: Encoding; readonly wrong: readonly Difference[] } {
  for (const [encoding, [shape, ...others]] of [
    [BINCODE, bincodeQuestions(sample, number)],
    [JSON_TEXT, jsonQuestions(sample, number)],
  ] as const) {
    const count = Math.min(questionsMax - 1, others.length);
    const step = others.length / count;
    const turns = Array.from({ length: count }, (_, k) => others[(number + Math.floor(k * step)) % others.length]);
    // Whether the shape is right is asked in each case.
    for (const make of [shape, ...turns]) {
      const { kind, ask } = make();
      book.exercise(kind);
      book.comparisons++;
      const wrong = ask();
      if (wrong.length > 0) return { encoding, wrong };
    }
  }
  return { wrong: [] };
}

/** A snapshot written and read, if it can be, and how that differs from it. */
function again(
  { name, encode, decode }: Encoding,
  snapshot: WorldSnapshot,
): { read: WorldSnapshot | undefined; differences: Difference[] } {
  let written: Uint8Array;
  let read: WorldSnapshot;
  try {
    written = encode(snapshot);
    read = decode(written);
  } catch (error) {
    const difference = { what: name, expected: "written and read", actual: (error as Error).message };
    return { read: undefined, differences: [difference] };
  }
  const differences = snapshotDifference(snapshot, read);
  if (Buffer.compare(encode(read), written) === 0) return { read, differences };
  const bytes = { what: `${name} written again`, expected: "the same bytes", actual: "others" };
  return { read, differences: [...differences, bytes] };
}

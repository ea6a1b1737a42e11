// A data source that gives something else changes what snapshots get from it and nothing else, or is the specified error.
import { PROGRAM_ID, type DataPiece, type World } from "../case/index.ts";
import type { SourceRun } from "../snapshot/index.ts";
import { unsupportedReason, type WorldSnapshot } from "../targets/target.ts";
import { runTaken, spentLimit } from "./asked-leg.ts";
import { chainTarget, relayers } from "./chain.ts";
import { caseNumber, cutsBelowBudget } from "./choice.ts";
import { compareResumed } from "./compare-resumed.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { freePages } from "./snapshot-edits.ts";
import { misbehaviours, pieceOf, withPiece } from "./source-misbehaviours.ts";

const NAME = "sources";
const PAGE = 4096n;
/** Pages that are added to each snapshot. */
const ADDED_PAGES = 3;
/** Ways to misbehave that are tried with the added piece, and with one that the snapshot names already. */
const TRIED = 4;
const TRIED_REAL = 2;
/** Every way that `misbehaviours` knows must have been tried, and with pieces of the case itself. */
const EXERCISES: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "pages from sources of the case",
    "a piece that is a page shorter",
    "a piece that is part of a page shorter",
    "a piece with nothing in it",
    "a piece that is changed",
    "a piece that is longer",
    "an offset behind the end",
    "an offset far behind the end",
    "length 0, which asks for all that is left",
    "an absent piece",
    "two ids for the same bytes",
  ].map((what) => [what, 0.12]),
);

/**
 * A snapshot at one cut of the case, or at its end, gets three pages of a piece of its own; then it is resumed in worlds in
 * which that piece, or one that the snapshot names already, is absent, shorter, longer or changed, or in which its entry
 * asks for something else. The seed checks no length: where it lets something pass, the law says what passes
 * (snapshot.md 6.2). Nothing is executed.
 */
export function sourcesLawOf({ tried = TRIED, triedReal = TRIED_REAL } = {}): Law {
  return {
    name: NAME,
    sentence:
      "A data source that gives something else changes what snapshots get from it and nothing else, or is the specified error.",
    preconditions:
      "Targets take and give snapshots, and load pieces by the rules of CKB's node; memory has three pages that the snapshot says nothing of.",
    brokenBy: [
      "canary",
      "keeps pieces as they were",
      "fills short pieces up with zeroes",
      "takes an absent piece for an empty one",
      "leaves out pages that it cannot have whole",
      "takes length 0 for nothing",
      "names one of two equal pieces",
      "yields where nothing is left",
    ],
    cuts: false,
    needs: { snapshots: true },
    every: 20,
    exercises: EXERCISES,
    async check(checked, targets): Promise<Verdict> {
      const { targets: usable, reason } = relayers(checked.world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const book = new EvidenceBook();
      const number = caseNumber(checked);
      const cuts = cutsBelowBudget(checked);
      const giver = chainTarget(checked, usable, 0);
      const leg = { start: "boot", maxCycles: cuts[(number >>> 8) % cuts.length] } as const;
      const taken = await runTaken(giver, checked.world, leg, book);
      if (!taken.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
      const added = withAddedRun(checked.world, taken.snapshot, number);
      if (!added) return { kind: "unsupported", reason: "memory has no three free pages" };
      const { world, snapshot, run } = added;
      const { targets: takers, reason: cannot } = relayers(world, usable);
      if (cannot !== undefined) return { kind: "unsupported", reason: cannot };
      const target = chainTarget(checked, takers, 1);
      const resumption = { law: NAME, target, world, snapshot, maxCycles: spentLimit(snapshot) };
      const unchanged = await compareResumed({ ...resumption, what: "the source as it was" }, book);
      book.cut(giver, target);
      if (unchanged.kind === "broken") return unchanged;
      const real = taken.snapshot.pagesFromSource;
      book.exercise("pages from sources of the case", real.length);
      const ways = [
        ...chosen(misbehaviours(world, snapshot, run, number), tried, number),
        ...(real.length === 0
          ? []
          : chosen(misbehaviours(world, snapshot, real[number % real.length], number), triedReal, number >>> 4)),
      ];
      for (const { what, ...changed } of ways) {
        if (unsupportedReason(target, changed.world) !== undefined) continue;
        book.exercise(what);
        const verdict = await compareResumed({ ...resumption, ...changed, what }, book);
        if (verdict.kind === "broken") return verdict;
      }
      return { kind: "held", evidence: book.evidence() };
    },
  };
}

/** The law as gates check it. */
export const sourcesLaw: Law = sourcesLawOf();

function chosen<T>(all: readonly T[], most: number, number: number): T[] {
  const count = Math.min(most, all.length);
  const step = all.length / count;
  return Array.from({ length: count }, (_, k) => all[(number + Math.floor(k * step)) % all.length]);
}

/** The case's world with a piece more, and the snapshot with pages of it. */
function withAddedRun(
  world: World,
  snapshot: WorldSnapshot,
  number: number,
): { world: World; snapshot: WorldSnapshot; run: SourceRun<bigint> } | undefined {
  const address = freePages(world, snapshot, ADDED_PAGES);
  if (address === undefined) return undefined;
  const id = unusedId(world, BigInt(number));
  const offset = BigInt(number % 37); // need not be aligned
  const length = BigInt(ADDED_PAGES) * PAGE;
  const piece: DataPiece = { id, bytes: bytesOf(Number(offset + length), number) };
  const run = { address, flag: number & 1, id, offset, length };
  const pagesFromSource = [...snapshot.pagesFromSource, run].sort((a, b) => (a.address < b.address ? -1 : 1));
  return { world: withPiece(world, piece), snapshot: { ...snapshot, pagesFromSource }, run };
}

function unusedId(world: World, from: bigint): bigint {
  let id = from;
  while (id === PROGRAM_ID || pieceOf(world, id)) id++;
  return id;
}

/** Bytes that differ from page to page. */
function bytesOf(length: number, number: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let k = 0; k < length; k++) bytes[k] = (k % 251) + (number & 3);
  return bytes;
}

// A program written in another way that means the same ends in the same state, as many cycles later as it says.
import type { Case, Counterpart, World } from "../case/index.ts";
import { isGenerated, rewriteCase, type RewrittenCase } from "../generate/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import { Random } from "../generate/random.ts";
import { stopText, type Finish, type Target } from "../targets/target.ts";
import { runnersOfAll } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { compareFinishes } from "./compare.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import { wordAt } from "./image.ts";
import type { Law, Verdict } from "./law.ts";
import { runSolo } from "./relay.ts";
import { pairOf, type Pair } from "./rewritten-pair.ts";
import { expectedAfter } from "./rewritten-state.ts";
import { brokenOn } from "./verdict.ts";

const NAME = "rewritten";
/** How often a single rewriting is tried in each case: where it does something depends on the draw. */
const TRIES_OF_ONE = 4;
/** Measured: 51, 51, 44, 10, 23, 22, 49 and 50 % of the cases. */
const EXERCISES: Readonly<Record<string, number>> = {
  "relocation of data": 0.16,
  "register renaming": 0.16,
  reordering: 0.14,
  "loop unrolling": 0.02,
  "NOP insertion": 0.07,
  "dead code": 0.07,
  "compressed or not": 0.16,
  relocation: 0.16,
};
/** What was done to make a counterpart, where its file does not say it. */
const UNKNOWN = "it was written in another way";

/**
 * Rewritings of the generator on each target: needs no reference. Several are done one behind the other, so that a case
 * costs two runs; only where the last finish is wrong are the programs between run as well, to find the rewriting after
 * which it is. Which are done follows from the case. A case with a counterpart is compared with that, and nothing is generated.
 * @param only the name of the one rewriting to be done; any if left out
 */
function rewritten(only?: string): Law {
  return {
    name: NAME,
    sentence:
      "A program written in another way that means the same ends in the same state, as many cycles later as it says.",
    preconditions:
      "Targets run the world without fusion; the case was generated, or has a counterpart. Of a generated program only that is kept which does not show where it stands, what it is or what it cost.",
    brokenBy: [
      "canary-layout",
      "loses a bit in some registers",
      "adds one more by a 16-bit instruction",
      "computes with the address of an instruction",
      "charges by the place where code ends",
      "changes a register by a no-op",
      "leaves a link by jumps without one",
      "changes a register by branches",
      "stores zero in every other page",
    ],
    cuts: false,
    needs: { worlds: plainWorlds },
    generatedOnly: true,
    every: 4,
    exercises: EXERCISES,
    async check(checked, targets): Promise<Verdict> {
      if (!isGenerated(checked) && !checked.counterpart) {
        return { kind: "unsupported", reason: "the case was not generated and has no counterpart" };
      }
      const book = new EvidenceBook();
      let cannot: string | undefined;
      for (const chain of chainsOf(checked, only)) {
        // Programs are made plain first, which takes fusion out of the world: not every target that runs the case runs them.
        const { targets: usable, reason } = runnersOfAll(chain.worlds, targets);
        cannot ??= reason;
        for (const target of usable) {
          const verdict = await checkChain(chain, target, book);
          if (verdict) return verdict;
        }
      }
      if (book.comparisons === 0) {
        return { kind: "unsupported", reason: cannot ?? "there is nothing to rewrite in the program" };
      }
      return { kind: "held", evidence: book.evidence() };
    },
    narrowed: ({ pair }) => rewritten(pair?.counterpart?.name),
  };
}

/** The law as gates check it. */
export const rewrittenLaw: Law = rewritten();

/** The world of the plain program, or those of a pair. */
function plainWorlds({ world, counterpart }: Case): readonly World[] {
  return counterpart ? [world, counterpart.checked.world] : [{ ...world, isa: world.isa & ~ISA_MOP }];
}

/** A case, and others that must end where it does, each made from the one before. */
interface Chain {
  /** Of all its programs. */
  readonly worlds: readonly World[];
  readonly names: readonly string[];
  /** The case behind `from` steps with the one behind `to` steps as its counterpart. */
  readonly pair: (from: number, to: number) => Pair;
}

/** What a case is compared with; the same case always gives the same. */
function* chainsOf(checked: Case, only: string | undefined): Iterable<Chain> {
  const { counterpart } = checked;
  if (counterpart) {
    const worlds = [checked.world, counterpart.checked.world];
    yield { worlds, names: [counterpart.name ?? UNKNOWN], pair: () => ({ ...checked, counterpart }) };
  } else if (isGenerated(checked)) {
    for (let k = 0; k < (only === undefined ? 1 : TRIES_OF_ONE); k++) {
      const made = rewriteCase(new Random(caseNumber(checked), k), checked, only);
      if (made) yield chainOf(made);
    }
  }
}

function chainOf(made: RewrittenCase): Chain {
  const { original, steps } = made;
  return {
    worlds: [original.world, ...steps.map(({ rewritten: { world } }) => world)],
    names: steps.map(({ name }) => name),
    pair: (from, to) => pairOf(made, from, to),
  };
}

/** @returns undefined if the last case finishes where it must */
async function checkChain({ names, pair }: Chain, target: Target, book: EvidenceBook): Promise<Verdict | undefined> {
  const whole = pair(0, names.length);
  const first = await run(whole, target, book);
  const last = await run(whole.counterpart.checked, target, book);
  book.comparisons++;
  for (const name of names) book.exercise(name);
  const differences = compare(first, last, whole.counterpart);
  if (differences.length === 0) return undefined;
  let before = first;
  for (let k = 1; k < names.length; k++) {
    const step = pair(k - 1, k);
    const after = await run(step.counterpart.checked, target, book);
    const found = compare(before, after, step.counterpart);
    if (found.length > 0) return broken(step, before, after, found, target, book);
    before = after;
  }
  // What the last step did; or all of them, where a target does not do the same twice.
  const step = pair(names.length - 1, names.length);
  const found = compare(before, last, step.counterpart);
  return found.length > 0
    ? broken(step, before, last, found, target, book)
    : broken(whole, first, last, differences, target, book);
}

function broken(
  pair: Pair,
  before: Finish,
  actual: Finish,
  differences: readonly Difference[],
  target: Target,
  book: EvidenceBook,
): Verdict {
  const actualFrom = `the same after ${pair.counterpart.name ?? UNKNOWN}`;
  const expected = expectedAfter(before, actual, pair.counterpart);
  const sides = { expectedFrom: `solo on ${target.name}`, actualFrom, expected, actual, differences };
  return brokenOn(NAME, target.name, { ...sides, pair }, book);
}

async function run(checked: Case, target: Target, book: EvidenceBook): Promise<Finish> {
  const { finish } = await runSolo(checked, target);
  book.leg(target, finish);
  return finish;
}

function compare(before: Finish, after: Finish, counterpart: Counterpart): Difference[] {
  const differences = compareFinishes(expectedAfter(before, after, counterpart), after, ["pc", "maxCycles"]);
  differences.push(...endOfProgram(before), ...endOfProgram(after));
  return differences;
}

const ECALL = 0x73;
const A7 = 17;
const EXIT = 93n;

/** Such programs end by their exit: a7 is its number, and pc is behind it, wherever that is. */
function endOfProgram({ stop, state: { pc, memory, registers } }: Finish): Difference[] {
  if (stop.kind !== "exit") return [{ what: "stop", expected: "exit", actual: stopText(stop) }];
  if (registers && registers[A7] !== EXIT) return [{ what: "a7", expected: hex(EXIT), actual: hex(registers[A7]) }];
  if (pc === undefined || !memory || (pc >= 4n && wordAt(memory, pc - 4n) === ECALL)) return [];
  return [{ what: "pc", expected: "behind an ecall", actual: hex(pc) }];
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

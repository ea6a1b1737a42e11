// A program file and its arguments are loaded as CKB-VM's rules say, or refused, whatever is wrong with them.
import { isGenerated } from "../generate/index.ts";
import type { Case, World } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import { stopsEqual, unsupportedReason, type Finish, type Stop, type Target } from "../targets/target.ts";
import { answerOnBlocks, faultAtPc } from "./block-answer.ts";
import { runners } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import type { Difference } from "./difference.ts";
import { EvidenceBook } from "./evidence.ts";
import { asked, fileQuestions, type FileQuestion } from "./file-questions.ts";
import type { Divergence, Law, Verdict } from "./law.ts";
import { loadModel, type Loading } from "./load-model.ts";
import { runLeg } from "./relay.ts";
import { compareUnderPolicy } from "./tolerate.ts";
import { brokenOn, type Breach } from "./verdict.ts";

const NAME = "loading";

/** The question that a divergence is the answer to. */
const questionOf = new WeakMap<Divergence, FileQuestion>();

/**
 * Files with wrong fields and arguments of any length are booted under a limit of 0, so that nothing is executed, and must
 * leave what a second statement of the rules says (`load-model.ts`).
 * @param only the one question to be asked; those of the case's number if left out
 */
function loading(only?: FileQuestion): Law {
  return {
    name: NAME,
    sentence:
      "A program file and its arguments are loaded as CKB-VM's rules say, or refused, whatever is wrong with them.",
    preconditions: "Targets run the world, which has W^X.",
    brokenBy: [
      "canary-loading",
      "gives code the permissions of constants",
      "looks at the machine of a file",
      "has a stack of half the memory",
      "counts what it did not load",
      "leaves pc where it is",
      "says that it started what it refused",
      "has spent all where its first instruction cannot be fetched",
      "takes a page that cannot be executed for no instruction",
      "takes the first instruction of a file for none",
    ],
    cuts: false,
    executesNothing: true,
    every: 10,
    exercises: {
      "what is loaded": 0.3,
      "what is refused": 0.3,
      "arguments that do not fit": 0.08,
      "first instructions that are none": 0.2,
    },
    async check(checked, targets): Promise<Verdict> {
      const { world } = checked;
      if (!world.writeXorExecute) return { kind: "unsupported", reason: "pages of the world have no permissions" };
      const { targets: usable, reason } = runners(world, targets);
      if (reason !== undefined) return { kind: "unsupported", reason };
      const book = new EvidenceBook();
      const questions = only ? [only] : fileQuestions(world, caseNumber(checked));
      for (const target of book.turns(usable)) {
        for (const question of questions) {
          const breach = await ask(checked, target, question, book);
          if (!breach) continue;
          const verdict = brokenOn(NAME, target.name, breach, book);
          if (verdict.kind === "broken") questionOf.set(verdict.divergence, question);
          return verdict;
        }
      }
      return { kind: "held", evidence: book.evidence() };
    },
    narrowed: (divergence) => loading(questionOf.get(divergence)),
  };
}

/** The law as gates check it. */
export const loadingLaw: Law = loading();

async function ask(
  checked: Case,
  target: Target,
  question: FileQuestion,
  book: EvidenceBook,
): Promise<Breach | undefined> {
  const world = asked(checked.world, question);
  // Not every target has the memory that a question is about.
  if (unsupportedReason(target, world) !== undefined) return undefined;
  const model = loadModel(world, 0n);
  const actual = await runLeg(target, world, { start: "boot", maxCycles: 0n, snapshot: false });
  book.leg(target, actual);
  book.comparisons++;
  book.exercise(model.fault ? "what is refused" : "what is loaded");
  if (model.fault && question.args) book.exercise("arguments that do not fit");
  const expected = finishOf(model, actual, world, target);
  if (!model.fault && expected.stop.kind === "fault") book.exercise("first instructions that are none");
  const { differences: inState, tolerated } = await compareUnderPolicy({
    world,
    expected,
    actual,
    target,
    yardstick: target,
    rerun: () => Promise.resolve(expected), // whatever the limit, nothing is executed
  });
  book.tolerate(tolerated);
  const differences = [...inState, ...loadDifferences(model, actual)];
  if (differences.length === 0) return undefined;
  return {
    expectedFrom: `CKB-VM's rules for ${question.what}`,
    actualFrom: `${target.name}, where nothing is executed`,
    expected,
    actual,
    differences,
    pair: caseOf(checked, question),
    loading: true,
  };
}

/**
 * What must be shown. Behind what is loaded stands the first instruction: a leg of no cycles meets its fault, if it cannot be
 * fetched or decoded, and its limit if it can (reference/ckb-vm/cycles.md 2, decode.md 1).
 */
function finishOf({ fault, state }: Loading, actual: Finish, world: World, { capabilities }: Target): Finish {
  if (fault) return { stop: { kind: "fault", fault }, started: false, state };
  // No fusion in version 0: two of CKB-VM's engines refuse to run then, the third runs (machine.md 2).
  if (isRefused(world) && stopsEqual(actual.stop, REFUSED)) return { stop: REFUSED, started: true, state };
  const atPc = faultAtPc(state, world);
  const stop: Stop = atPc ? { kind: "fault", fault: atPc } : { kind: "budget" };
  return answerOnBlocks({ stop, started: true, state }, state, actual, world, capabilities);
}

const REFUSED: Stop = { kind: "fault", fault: { name: "InvalidVersion" } };

function isRefused({ isa, version }: World): boolean {
  return (isa & ISA_MOP) !== 0 && version === 0;
}

function loadDifferences({ fault, loadedBytes }: Loading, { started, loadedBytes: given }: Finish): Difference[] {
  const differences: Difference[] = [];
  const mustStart = fault === undefined;
  if (started !== mustStart) differences.push({ what: "started", expected: `${mustStart}`, actual: `${started}` });
  if (loadedBytes !== undefined && given !== undefined && loadedBytes !== given) {
    differences.push({ what: "loaded bytes", expected: `${loadedBytes}`, actual: `${given}` });
  }
  return differences;
}

/** The case whose program file and arguments are those of a question: it alone shows the answer again. */
function caseOf(checked: Case, question: FileQuestion): Case {
  if (question.remake) {
    // No generated program makes such a file.
    const { cuts, budget, legTargets, provenance } = checked;
    const kept = { ...(legTargets && { legTargets }), ...(provenance !== undefined && { provenance }) };
    return { world: asked(checked.world, question), cuts, budget, ...kept };
  }
  const changed = { ...checked, world: { ...asked(checked.world, question), markProgram: false } };
  if (!isGenerated(checked) || !question.spoiling) return changed;
  const { fields, length } = question.spoiling;
  const before = checked.program.spoiling;
  const spoiling = {
    fields: [...(before?.fields ?? []), ...fields],
    length: length ?? before?.length,
  };
  return { ...changed, program: { ...checked.program, spoiling } } as Case;
}

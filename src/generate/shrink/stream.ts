import type { GeneratedCase } from "../case.ts";
import { accessesOfPages, simplerAccesses } from "./accesses.ts";
import { storesAsData } from "./as-data.ts";
import { bytesBeforeCode } from "./before-code.ts";
import { lowerBudget } from "./budget.ts";
import { callsAsConstants } from "./call-results.ts";
import { callsBeforeCuts } from "./calls-before-cuts.ts";
import { simplerCalls } from "./calls.ts";
import { simplerConstants } from "./constants.ts";
import { inlineCalls, unrollLoops } from "./copies.ts";
import { lowerCuts, removeCuts } from "./cuts.ts";
import { dataAtZero } from "./data-at-zero.ts";
import { simplerFaults } from "./faults.ts";
import { simplerJumps, wideForms } from "./forms.ts";
import { removeBlocks, removeFrames, removeItems, removeOps } from "./items.ts";
import { lowerLegTargets, removeLegTargets } from "./leg-targets.ts";
import { measure } from "./measure.ts";
import { simplerOps } from "./ops.ts";
import { removeParts, smallerData } from "./parts.ts";
import { BEGIN, type Pass, type Step } from "./pass.ts";
import { fewerRegisters } from "./registers.ts";
import { fewerRounds } from "./rounds.ts";
import { simplerSources } from "./sources.ts";
import { lessSpoiled } from "./spoiling.ts";
import { straightItems } from "./straight.ts";
import { usualWorld } from "./world.ts";

/** The passes in the order in which they are tried: what takes most away comes first. */
export const PASSES: readonly Pass[] = [
  removeCuts,
  lessSpoiled,
  removeItems,
  removeBlocks,
  removeFrames,
  inlineCalls,
  fewerRounds,
  unrollLoops,
  removeParts,
  usualWorld,
  simplerConstants,
  callsAsConstants,
  straightItems,
  simplerJumps,
  accessesOfPages,
  simplerAccesses,
  simplerCalls,
  simplerFaults,
  removeOps,
  wideForms,
  simplerOps,
  fewerRegisters,
  simplerSources,
  storesAsData,
  dataAtZero,
  bytesBeforeCode,
  smallerData,
  callsBeforeCuts,
  lowerCuts,
  lowerBudget,
  removeLegTargets,
  lowerLegTargets,
];

/** Those that change nothing but the program. */
const OF_PROGRAMS: readonly Pass[] = PASSES.filter(
  (pass) => ![removeCuts, usualWorld, lowerCuts, lowerBudget, removeLegTargets, lowerLegTargets].includes(pass),
);

/** Where shrinking stands. */
export interface Progress {
  readonly pass: number;
  readonly step: Step;
}

/** A smaller case, and where shrinking goes on from there. */
export interface Smaller {
  readonly smaller: GeneratedCase;
  readonly progress: Progress;
}

/**
 * Every case that is one step smaller than `original`: first those that come after `progress`, then, as that may have
 * made earlier ones possible, all from the beginning. Each is smaller by `measure`, so following the stream ends.
 * @param isOver asked between attempts, also those that come to nothing: true ends the stream
 */
export function smallerCases(
  original: GeneratedCase,
  progress?: Progress,
  isOver: () => boolean = never,
): Generator<Smaller> {
  return everyPass(PASSES, original, progress, isOver);
}

/** The same with only the program becoming smaller. */
export function smallerPrograms(original: GeneratedCase, progress?: Progress): Generator<Smaller> {
  return everyPass(OF_PROGRAMS, original, progress, never);
}

function never(): boolean {
  return false;
}

function* everyPass(
  passes: readonly Pass[],
  original: GeneratedCase,
  progress: Progress | undefined,
  isOver: () => boolean,
): Generator<Smaller> {
  if (progress) yield* passesFrom(passes, original, progress, isOver);
  yield* passesFrom(passes, original, { pass: 0, step: BEGIN }, isOver);
}

function* passesFrom(
  passes: readonly Pass[],
  original: GeneratedCase,
  { pass, step }: Progress,
  isOver: () => boolean,
): Generator<Smaller> {
  const size = measure(original);
  for (let k = pass; k < passes.length; k++) {
    for (const { smaller, next } of passes[k](original, k === pass ? step : BEGIN)) {
      if (isOver()) return;
      if (measure(smaller) < size) yield { smaller, progress: { pass: k, step: next } };
    }
  }
}

import type { GeneratedCase } from "../case.ts";
import { simplerAccesses } from "./accesses.ts";
import { simplerCalls } from "./calls.ts";
import { lowerCuts, removeCuts } from "./cuts.ts";
import { removeFrames, removeItems } from "./items.ts";
import { lowerLegTargets, removeLegTargets } from "./leg-targets.ts";
import { measure } from "./measure.ts";
import { simplerConstants, simplerOps } from "./ops.ts";
import { fewerRounds, removeParts } from "./parts.ts";
import { BEGIN, type Pass, type Step } from "./pass.ts";
import { usualWorld } from "./world.ts";

/** The passes in the order in which they are tried: what takes most away comes first. */
const PASSES: readonly Pass[] = [
  removeCuts,
  removeItems,
  removeFrames,
  fewerRounds,
  removeParts,
  usualWorld,
  simplerConstants,
  simplerAccesses,
  simplerCalls,
  simplerOps,
  lowerCuts,
  removeLegTargets,
  lowerLegTargets,
];

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
 */
export function* smallerCases(original: GeneratedCase, progress?: Progress): Generator<Smaller> {
  if (progress) yield* passesFrom(original, progress);
  yield* passesFrom(original, { pass: 0, step: BEGIN });
}

function* passesFrom(original: GeneratedCase, { pass, step }: Progress): Generator<Smaller> {
  const size = measure(original);
  for (let k = pass; k < PASSES.length; k++) {
    for (const { smaller, next } of PASSES[k](original, k === pass ? step : BEGIN)) {
      if (measure(smaller) < size) yield { smaller, progress: { pass: k, step: next } };
    }
  }
}

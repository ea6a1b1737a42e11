// The laws, and what checking one gives.
import { budgetsLaw } from "./budgets-law.ts";
import { canonicalLaw } from "./canonical-law.ts";
import { completeLaw } from "./complete-law.ts";
import { decodingLaw } from "./decoding-law.ts";
import { encodingsLaw } from "./encodings-law.ts";
import { endsLaw } from "./ends-law.ts";
import { everyInstructionLaw } from "./every-instruction-law.ts";
import { faithfulLaw } from "./faithful-law.ts";
import { hostCallsLaw } from "./host-calls-law.ts";
import { insideCallLaw } from "./inside-call-law.ts";
import { loadingLaw } from "./loading-law.ts";
import { minimalLaw } from "./minimal-law.ts";
import { normalFormLaw } from "./normal-form-law.ts";
import { refineLaw } from "./refine-law.ts";
import { reservationsLaw } from "./reservations-law.ts";
import { sourcesLaw } from "./sources-law.ts";
import { splitLaw } from "./split-law.ts";
import { unaliasedLaw } from "./unaliased-law.ts";
import { cyclesLaw } from "./cycles-law.ts";
import { faultsLaw } from "./faults-law.ts";
import { fusionLaw } from "./fusion-law.ts";
import { permissionsLaw } from "./permissions-law.ts";
import { rewrittenLaw } from "./rewritten-law.ts";
import { untouchedLaw } from "./untouched-law.ts";
import { zeroLaw } from "./zero-law.ts";
import { differentialLaw } from "./differential-law.ts";
import type { Law } from "./law.ts";
import { relayLaw } from "./relay-law.ts";
import { repeatableLaw } from "./repeatable-law.ts";
import { resumeSnapshotLaw } from "./resume-snapshot-law.ts";
import { versionLaw } from "./version-law.ts";

export { comparable, compareFinishes } from "./compare.ts";
export { flagsText } from "./compare-state.ts";
export { byteAt, wordAt } from "./image.ts";
export { complete, type CompleteOptions } from "./complete-law.ts";
export type { Difference } from "./difference.ts";
export { everyInstruction, type EveryInstructionOptions } from "./every-instruction-law.ts";
export { firstDifference, type StepDifference } from "./first-difference.ts";
export type { Divergence, Evidence, Law, Place, Verdict } from "./law.ts";
export { runners } from "./chain.ts";
export { isFollowed, locateDivergence, suspectsOf } from "./locate-divergence.ts";
export { boundsFor, UNBOUNDED, type Bounds } from "./bounds.ts";
export { locate } from "./locate.ts";
export { locationText, reachedText, type Location, type Sides } from "./location.ts";
export type { SnapshotFault } from "./locate-in-snapshot.ts";
export { causeOf, type Cause } from "./cause-of.ts";
export {
  AFTER_LOADING,
  AFTER_RESUME,
  AT_LIMIT,
  IN_FETCH,
  IN_SNAPSHOT,
  isWithin,
  originAt,
  originAtEnd,
  originOf,
  type Origin,
} from "./origin.ts";
export { runLeg, runRelay, runSolo, type Run } from "./relay.ts";
export { resumeModel, type Resumed } from "./resume-model.ts";
export { sourcesLawOf } from "./sources-law.ts";
export type { Vote } from "./vote.ts";
export { reasonToLeaveOut, type Needs } from "./needs.ts";
export { compareUnderPolicy, named, type Compared, type Comparison } from "./tolerate.ts";

/** The laws by what they are about; the main law comes first. */
export const LAW_GROUPS = {
  relay: [relayLaw, splitLaw, refineLaw, everyInstructionLaw, endsLaw, budgetsLaw, insideCallLaw],
  snapshot: [
    resumeSnapshotLaw,
    faithfulLaw,
    normalFormLaw,
    minimalLaw,
    canonicalLaw,
    completeLaw,
    unaliasedLaw,
    encodingsLaw,
    versionLaw,
  ],
  source: [sourcesLaw],
  machine: [
    repeatableLaw,
    zeroLaw,
    untouchedLaw,
    permissionsLaw,
    faultsLaw,
    decodingLaw,
    loadingLaw,
    hostCallsLaw,
    cyclesLaw,
    fusionLaw,
    reservationsLaw,
  ],
  rewritten: [rewrittenLaw],
  differential: [differentialLaw],
} as const satisfies Readonly<Record<string, readonly Law[]>>;

/** Every law, the main one first. */
export const LAWS: readonly Law[] = Object.values(LAW_GROUPS).flat();

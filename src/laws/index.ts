// The laws, and what checking one gives.
import { differentialLaw } from "./differential-law.ts";
import type { Law } from "./law.ts";
import { relayLaw } from "./relay-law.ts";
import { repeatableLaw } from "./repeatable-law.ts";
import { resumeSnapshotLaw } from "./resume-snapshot-law.ts";
import { versionLaw } from "./version-law.ts";

export { comparable, compareFinishes } from "./compare.ts";
export type { Difference } from "./difference.ts";
export { firstDifference, type StepDifference } from "./first-difference.ts";
export type { Divergence, Evidence, Law, Verdict } from "./law.ts";
export { locate, locationText, type Location } from "./locate.ts";
export { AFTER_RESUME, isWithin, originOf, type Origin } from "./origin.ts";
export { runLeg, runRelay, runSolo, type Run } from "./relay.ts";
export { compareUnderPolicy, named, type Compared, type Comparison } from "./tolerate.ts";

/** Every law, the main one first. */
export const LAWS: readonly Law[] = [relayLaw, resumeSnapshotLaw, versionLaw, repeatableLaw, differentialLaw];

import type { Finding } from "../../src/campaign/index.ts";
import { reduceFinding } from "../../src/campaign/reduce-finding.ts";
import {
  generateCase,
  instructionsOf,
  shrinkCase,
  type GeneratedCase,
  type ShrinkResult,
} from "../../src/generate/index.ts";
import { LAWS, type Law } from "../../src/laws/index.ts";
import { hasForm, type SeededFault } from "./fault.ts";

/** Seeds whose cases the tests shrink. */
export const SEEDS: readonly number[] = [77, 78];
/** Cases in which every fault is found. */
const CASES_MAX = 1500;

/** A finding of a generated case. */
export type Found = Finding & { readonly checked: GeneratedCase };

/** What became of the first case that a fault breaks, in the way of `rvrelay check`: with its origin held. */
export interface Reduced {
  readonly found: Found;
  readonly smallest: Found;
  /** Findings of other origins, met on the way. */
  readonly others: readonly Finding[];
  /** Instructions that are left, by name, the call of exit left aside. */
  readonly names: readonly string[];
  readonly milliseconds: number;
}

function lawOf({ law: name }: SeededFault): Law {
  const law = LAWS.find((each) => each.name === name);
  if (!law) throw new Error(`there is no law ${name}`);
  return law;
}

/** True for cases that show the fault. */
export function shows(fault: SeededFault): (checked: GeneratedCase) => Promise<boolean> {
  return async (checked) => (await lawOf(fault).check(checked, fault.targets)).kind === "broken";
}

/** The first case of a seed that shows a fault. @throws Error if there is none */
export async function findFault(fault: SeededFault, seed: number): Promise<Found> {
  const law = lawOf(fault);
  for (let index = 0; index < CASES_MAX; index++) {
    const checked = generateCase(seed, index, fault.options);
    const verdict = await law.check(checked, fault.targets);
    if (verdict.kind !== "broken") continue;
    return { law: law.name, sentence: law.sentence, name: `case ${index}`, checked, divergence: verdict.divergence };
  }
  throw new Error(`${fault.name}: not found in ${CASES_MAX} cases of seed ${seed}`);
}

/** Shrinks a finding as `rvrelay check` does. */
export async function reduced(fault: SeededFault, found: Found): Promise<Reduced> {
  const start = performance.now();
  const [first, ...others] = await reduceFinding(found, fault.targets);
  const smallest = first as Found;
  return { found, smallest, others, names: instructionsOf(smallest.checked), milliseconds: performance.now() - start };
}

/** Shrinks it by nothing but the verdict. */
export async function shrunk(fault: SeededFault, found: Found): Promise<ShrinkResult> {
  return shrinkCase(found.checked, shows(fault));
}

/** True if a case is in a form known to be smallest. */
export function isSmallest(fault: SeededFault, smallest: GeneratedCase): boolean {
  const names = instructionsOf(smallest);
  return smallest.cuts.length === fault.cuts && fault.forms.some((form) => hasForm(form, names));
}

import { generateCase, shrinkCase, type GeneratedCase, type ShrinkResult } from "../../src/generate/index.ts";
import { layOut } from "../../src/generate/layout.ts";
import { LAWS } from "../../src/laws/index.ts";
import type { SeededFault } from "./fault.ts";

export const SEED = 77;
/** Cases in which every fault is found. */
export const CASES_MAX = 1500;

/** What became of the first case that a fault breaks. */
export interface Shrunk extends ShrinkResult {
  /** The number of that case. */
  readonly index: number;
  readonly found: GeneratedCase;
  /** Instructions that are left, by name, the call of exit left aside. */
  readonly names: readonly string[];
}

/** True for cases that show the fault. */
export function shows({ law: name, targets }: SeededFault): (checked: GeneratedCase) => Promise<boolean> {
  const law = LAWS.find((each) => each.name === name);
  if (!law) throw new Error(`there is no law ${name}`);
  return async (checked) => (await law.check(checked, targets)).kind === "broken";
}

/** Finds a fault and shrinks the case that shows it. @throws Error if it is not found */
export async function findAndShrink(fault: SeededFault, seed = SEED): Promise<Shrunk> {
  const fails = shows(fault);
  for (let index = 0; index < CASES_MAX; index++) {
    const found = generateCase(seed, index, fault.options);
    if (await fails(found)) {
      const result = await shrinkCase(found, fails);
      return { ...result, index, found, names: namesOf(result.smallest) };
    }
  }
  throw new Error(`${fault.name}: not found in ${CASES_MAX} cases`);
}

/** What a program executes beside the call of exit: a7 is set for it, and a0 where there is an exit code. */
export function namesOf({ program }: GeneratedCase): string[] {
  const { pieces, ops } = layOut(program);
  const names = ops.map((list) => list.map(({ instruction }) => instruction?.name ?? "raw bits"));
  const exit = pieces.findIndex(({ item }, k) => k > 0 && item === undefined);
  names[exit] = names[exit].slice(0, -2);
  return names.flat();
}

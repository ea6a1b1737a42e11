import { Unresolved } from "./error.ts";
import { evaluate } from "./expression.ts";
import { branchSize, leastSize } from "./instructions/branch.ts";
import type { Expression, Fragment, Region, Stage, Variable } from "./model.ts";
import type { Section } from "./section.ts";

/** After this many rounds every branch that still changes takes its longest form; after twice as many, layout fails. */
const ROUNDS_MAX = 100;

/**
 * Gives every fragment its offset and every variable part its size: the least sizes that are consistent. Branches only
 * ever grow, so the rounds end.
 * @returns a fragment whose size does not settle, or undefined.
 */
export function layOut(sections: Iterable<Section>): Fragment | undefined {
  const all = [...sections];
  for (const section of all) layOutLeast(section);
  let changed: Fragment | undefined;
  for (let round = 0; round < 2 * ROUNDS_MAX; round++) {
    const stage: Stage = { kind: "layout" };
    changed = undefined;
    for (const section of all) changed = layOutSection(section, stage, round) ?? changed;
    if (!changed) return undefined;
  }
  return changed;
}

/** Offsets no larger than the final ones, so that no distance forward is taken for larger than it is. */
function layOutLeast(section: Section): void {
  let offset = 0;
  for (const fragment of section.fragments) {
    fragment.offset = offset;
    if (fragment.variable?.kind === "branch") fragment.variableSize = leastSize(fragment.variable);
    offset += fragment.size + fragment.variableSize;
  }
}

function layOutSection(section: Section, stage: Stage, round: number): Fragment | undefined {
  let changed: Fragment | undefined;
  let offset = 0;
  for (const fragment of section.fragments) {
    if (fragment.offset !== offset) {
      fragment.offset = offset;
      changed = fragment;
    }
    const end = offset + fragment.size;
    if (fragment.variable) {
      const size = sizeOf(fragment, fragment.variable, end, stage, round);
      if (size !== fragment.variableSize) {
        fragment.variableSize = size;
        changed = fragment;
      }
    }
    offset = end + fragment.variableSize;
  }
  section.totalSize = offset;
  return changed;
}

function sizeOf(fragment: Fragment, variable: Variable, at: number, stage: Stage, round: number): number {
  switch (variable.kind) {
    case "branch": {
      const distance = round < ROUNDS_MAX ? distanceFrom(fragment, at, variable.target, stage) : undefined;
      return Math.max(fragment.variableSize, branchSize(variable, distance));
    }
    case "align":
      return paddingFor(at, variable.power, variable.max);
    case "org":
      return Math.max(0, offsetIn(fragment.section, variable.target, stage) - at);
    case "space":
      return Math.max(0, offsetIn(undefined, variable.count, stage));
  }
}

/** Bytes from `at` to the next multiple of 2^power; 0 if that would be more than `max`. */
export function paddingFor(at: number, power: number, max: number): number {
  const bytes = -at & (2 ** power - 1);
  return bytes > max ? 0 : bytes;
}

function distanceFrom(fragment: Fragment, at: number, target: Expression, stage: Stage): number | undefined {
  if (target.kind === "symbol" && target.symbol.fragment) {
    const { fragment: there, offset } = target.symbol;
    return there.section === fragment.section ? there.offset + offset - at : undefined;
  }
  try {
    const { base, value } = evaluate(target, stage);
    return base === fragment.section ? Number(value) - at : undefined;
  } catch (error) {
    if (error instanceof Unresolved) return undefined;
    throw error;
  }
}

/** The value of an expression that has to be absolute, or an offset in `section`; NaN-free: 0 if it is not known. */
function offsetIn(section: Region | undefined, expression: Expression, stage: Stage): number {
  try {
    const { base, value } = evaluate(expression, stage);
    if (base === undefined || base === section) return Number(value);
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
  }
  return 0;
}

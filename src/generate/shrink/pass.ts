import type { GeneratedCase } from "../case.ts";

/** Where a pass stands: the size of what it takes away at once, and the place it has come to. */
export interface Step {
  readonly size: number;
  readonly at: number;
  /** The size of the run that was taken away last, if it went; the next one there is twice as long. */
  readonly taken?: number;
}

/** A smaller case, and where the pass goes on if that one is taken. */
export interface Attempt {
  readonly smaller: GeneratedCase;
  readonly next: Step;
}

/** One way to make a case smaller: all its attempts from a step on; size 0 stands for the beginning. */
export type Pass = (original: GeneratedCase, from: Step) => Generator<Attempt>;

/** Where every pass begins. */
export const BEGIN: Step = { size: 0, at: 0 };

/**
 * Runs of a list of `length` entries: all of it, its halves, quarters and so on down to single entries, from behind. Where
 * a run went, one twice as long is next, so that a long list of what nobody needs is gone in few tries.
 */
export function* runs(
  length: number,
  { size, at, taken = 0 }: Step,
): Generator<{ start: number; end: number; next: Step }> {
  if (length === 0) return;
  let width = size === 0 ? length : Math.min(size, length);
  let behind = size === 0 ? 0 : at;
  const run = (wide: number) => {
    const end = length - behind;
    return { start: Math.max(0, end - wide), end, next: { size: width, at: behind, taken: wide } };
  };
  if (taken > 0 && 2 * taken > width && behind < length) yield run(2 * taken);
  for (; width >= 1; width >>= 1) {
    for (; behind < length; behind += width) yield run(width);
    behind = 0;
  }
}

/** Attempts of a pass that goes through a list of changes, one after the other; undefined means no change. */
export function* changes(
  count: number,
  { at }: Step,
  change: (k: number) => Iterable<GeneratedCase | undefined>,
): Generator<Attempt> {
  for (let k = at; k < count; k++) {
    for (const smaller of change(k)) if (smaller) yield { smaller, next: { size: 1, at: k } };
  }
}

import { cycleBounds } from "../bounds.ts";
import { layOut } from "../layout.ts";
import type { GeneratedProgram } from "../program.ts";
import type { Charging } from "../steps.ts";
import { codeBytesMax } from "./code-bytes.ts";

/** A branch of this level is the opposite branch over a jump, which the last round of a loop does not come to. */
const OVER_JUMP = 2;

const known = new WeakMap<GeneratedProgram, bigint | undefined>();

/** Cycles of a program without branches; undefined where its shape alone does not say them exactly. */
export function exactCycles(program: GeneratedProgram, world: Charging): bigint | undefined {
  if (known.has(program)) return known.get(program);
  const layout = layOut(program);
  const cycles = layout.levels.includes(OVER_JUMP) ? undefined : BigInt(cycleBounds(layout, world).most);
  known.set(program, cycles);
  return cycles;
}

/** In so few bytes every branch reaches its target in 32 bits. */
const REACH = 4000;

/**
 * True if two programs that differ in where their instructions stand, and in nothing else, take as many cycles: the same
 * branches are written as a branch over a jump.
 */
export function costAlike(one: GeneratedProgram, other: GeneratedProgram): boolean {
  if (codeBytesMax(one) <= REACH && codeBytesMax(other) <= REACH) return true;
  const [before, after] = [layOut(one).levels, layOut(other).levels];
  return before.every((level, k) => (level === OVER_JUMP) === (after[k] === OVER_JUMP));
}

import type { Grower } from "../grower.ts";
import { op, row, type Op } from "../op.ts";

const ANDI = row("andi");
const SLLI = row("slli");
const ADD = row("add");
const LUI = row("lui");
/** Rounds after which a walk begins again, less one. */
const MASKS = [15, 63, 127, 255, 511, 1023, 2047];
const WIDTH_MAX = 8;

/**
 * Addresses that move by their own width in each round of a loop. They follow from its counter, not from a pointer that is
 * added to: whatever is taken away from the program, they stay where they may be.
 */
export interface Walk {
  readonly counter: number;
  readonly mask: number;
  /** The width of an access is 2 to the power of this. */
  readonly shift: number;
  /** The lowest address. */
  readonly from: number;
}

/** A walk somewhere in the area for data. */
export function pickWalk({ random, map: { start, end } }: Grower, counter: number): Walk {
  const shift = random.below(4);
  const drawn = random.pick(MASKS);
  // At most half of the area, which is small where memory is.
  const mask = (drawn + 1) << shift <= (end - start) / 2 ? drawn : MASKS[0];
  const aligned = random.below(end - start - ((mask + 1) << shift) - WIDTH_MAX) & -WIDTH_MAX;
  return { counter, mask, shift, from: start + aligned + (random.chance(25) ? random.below(WIDTH_MAX) : 0) };
}

/** Instructions that put the address at which a walk is into a register, but for its low bits. */
export function addressInWalk(
  { roles }: Grower,
  { counter, mask, shift, from }: Walk,
  address: number,
): { ops: Op[]; low: number } {
  const low = (from << 20) >> 20;
  const ops = [op(ANDI, address, counter, 0, mask)];
  if (shift > 0) ops.push(op(SLLI, address, address, 0, shift));
  ops.push(op(LUI, roles.scratch, 0, 0, from - low), op(ADD, address, address, roles.scratch, 0));
  return { ops, low };
}

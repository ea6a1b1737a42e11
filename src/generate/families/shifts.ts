import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import type { Random } from "../random.ts";
import { joinHalves, pickHalf, pickHalves, pickLopsided, pickValue } from "../values.ts";
import { OPERAND } from "./fused-operands.ts";
import { operandRows } from "./operand-rows.ts";
import { addOne, loadPair } from "./related.ts";

/** Shift amounts at which something changes: none, all, and one more and less than a word or a register has. */
const AMOUNTS = [0, 0, 1, 31, 32, 33, 63, 64];
const LONGEST = 6;
/** Shifts of 100 that take the place of what they shift, as compressed ones must. */
const PERCENT_ONTO = 50;
/** What is shifted is in x8 to x15 so often of 100: compressed shifts to the right take no other register. */
const PERCENT_NEAR = 65;

/**
 * Several shifts, rotations and single bits of one value: by one amount that is in a register, and by amounts that are
 * immediates.
 */
export function growShifts(grower: Grower): void {
  const { random } = grower;
  const { shifts } = operandRows(grower.rows);
  const amounts = amountInRegister(random, pickAmount(random));
  const [value, register] = loadPair(grower, [pickShifted(random), amounts], PERCENT_NEAR);
  grower.note("shift");
  for (let left = random.between(2, LONGEST); left > 0; left--) {
    const row = random.pick(shifts);
    const amount = pickAmount(random);
    const bits = row.field.get("imm")?.bits ?? 0;
    // An amount that the field does not hold is cut to one that it does.
    if (addOne(grower, row, value, register, amount & (2 ** bits - 1), PERCENT_ONTO)) {
      grower.note(OPERAND);
      grower.add("code", loadConstant(value, pickShifted(random)));
      grower.note("shift");
    }
  }
}

/** An amount of a shift, from 0 to 64. */
export function pickAmount(random: Random): number {
  return random.pick(AMOUNTS);
}

/** A value to be shifted. */
export function pickShifted(random: Random): bigint {
  const kind = random.below(10);
  if (kind < 5) return pickHalves(random);
  return kind < 8 ? pickLopsided(random) : pickValue(random);
}

/** An amount as a register holds it, often with bits above it that do not count. */
export function amountInRegister(random: Random, amount: number): bigint {
  const garbage = random.chance(50) ? (random.next() & ~0x7f) | 0 : 0;
  return joinHalves(random.chance(50) ? pickHalf(random) : 0, garbage | amount);
}

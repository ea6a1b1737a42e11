import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op } from "../op.ts";
import type { Random } from "../random.ts";
import { otherRegister } from "../registers.ts";
import { pickEnd, pickValue } from "../values.ts";
import { OPERAND } from "./fusion.ts";

const MIN_64 = -(1n << 63n);
const MIN_32 = -(1n << 31n);
/** Of 64 bits, of which a division of 32 sees the least 32-bit number. */
const HIDES_MIN_32 = 0x1234_5678_8000_0000n;
const DIVISORS = [0n, 0n, 1n, -1n, -1n, 1n << 32n, MIN_32, MIN_64];
const PERCENT_BOTH = 50;

/**
 * Quotients and remainders where they are not what dividing says: of the least number by -1, and by 0; beside these, at the
 * ends of 32 and 64 bits. Adds one or two of the same operands, which can be a fused sequence.
 */
export function growDivision(grower: Grower): void {
  const { random, rows } = grower;
  const dividend = grower.destination();
  const divisor = otherRegister(grower, dividend);
  const [first, second] = pickOperands(random);
  grower.note(OPERAND);
  grower.add("code", loadConstant(dividend, first));
  grower.add("code", loadConstant(divisor, second));
  grower.note(`${first} by ${second}`);
  for (let count = random.chance(PERCENT_BOTH) ? 2 : 1; count > 0; count--) {
    const result = count > 1 ? otherRegister(grower, dividend, divisor) : grower.destination();
    grower.add("code", [op(random.pick(rows.divisions), result, dividend, divisor, 0)]);
  }
}

function pickOperands(random: Random): [dividend: bigint, divisor: bigint] {
  const kind = random.below(8);
  if (kind < 2) return [MIN_64, -1n];
  if (kind < 3) return [MIN_32, -1n];
  if (kind < 4) return [HIDES_MIN_32, random.pick([-1n, 0xffff_ffffn])];
  return [random.chance(50) ? pickEnd(random) : pickValue(random), random.pick(DIVISORS)];
}

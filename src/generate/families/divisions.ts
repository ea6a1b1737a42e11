import type { Instruction } from "../../isa/index.ts";
import { loadConstant } from "../constant.ts";
import type { Grower } from "../grower.ts";
import { op, row } from "../op.ts";
import type { Random } from "../random.ts";
import { otherRegister } from "../registers.ts";
import { pickPair } from "../relations.ts";
import { joinHalves, pickEnd, pickHalf, pickHalves, pickValue } from "../values.ts";
import { OPERAND } from "./fused-operands.ts";

const MIN_64 = -(1n << 63n);
const MIN_32 = -(2 ** 31);
const DIVISORS = [0n, 0n, 1n, -1n, -1n, 1n << 32n, BigInt(MIN_32), MIN_64];
const PERCENT_BOTH = 50;
/** Of 100 remainders behind another division, those behind the quotient of the same kind, as compilers have it. */
const PERCENT_PARTNERS = 60;

/** A dividend and a divisor. */
type Operands = readonly [dividend: bigint, divisor: bigint];

/**
 * Quotients and remainders where they are not what dividing says: of the least number by -1, and by 0; beside these, at the
 * ends of 32 and 64 bits. Adds one or two of the same operands, which can be a fused sequence.
 * @returns the register with the last result
 */
export function growDivision(grower: Grower): number {
  const { random, rows } = grower;
  const dividend = grower.destination();
  const divisor = otherRegister(grower, dividend);
  const division = random.pick(rows.divisions);
  const [first, second] = division.name.endsWith("w") ? pickWordOperands(random) : pickOperands(random);
  grower.note(OPERAND);
  grower.add("code", loadConstant(dividend, first));
  grower.add("code", loadConstant(divisor, second));
  grower.note(`${first} by ${second}`);
  if (random.chance(PERCENT_BOTH)) {
    const result = otherRegister(grower, dividend, divisor);
    const quotient = random.chance(PERCENT_PARTNERS) ? quotientOf(division) : undefined;
    grower.add("code", [op(quotient ?? random.pick(rows.divisions), result, dividend, divisor, 0)]);
  }
  const last = grower.destination();
  grower.add("code", [op(division, last, dividend, divisor, 0)]);
  return last;
}

const quotients = new Map(["rem", "remu", "remw", "remuw"].map((name) => [row(name), row(name.replace("rem", "div"))]));

/** The quotient that goes with a remainder; undefined for a quotient. */
function quotientOf(division: Instruction): Instruction | undefined {
  return quotients.get(division);
}

function pickOperands(random: Random): Operands {
  if (random.below(8) < 3) return [MIN_64, -1n];
  if (random.chance(40)) return pickPair(random, "quotient");
  return [random.chance(50) ? pickEnd(random) : pickValue(random), random.pick(DIVISORS)];
}

/** Of 64 bits, of which a division of 32 sees the lower half: the least number, -1 or 0, whatever stands above it. */
function pickWordOperands(random: Random): Operands {
  const kind = random.below(8);
  if (kind < 3) return [pickAround(random, MIN_32), pickAround(random, -1)];
  if (kind < 5) return [pickHalves(random), joinHalves(pickHalf(random), 0)];
  return [random.chance(50) ? pickEnd(random) : pickHalves(random), random.pick(DIVISORS)];
}

/** The lower half as the program could have computed it, with its sign above it, or with anything there. */
function pickAround(random: Random, lower: number): bigint {
  return random.chance(50) ? BigInt(lower) : joinHalves(pickHalf(random), lower);
}

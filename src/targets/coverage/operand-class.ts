/** Kinds of 64-bit values between which instructions are likely to behave differently; each value is of one kind. */
export const OPERAND_CLASSES: readonly string[] = [
  "0",
  "1",
  "-1",
  "small positive",
  "small negative",
  "32-bit positive",
  "32-bit negative",
  "beside a 32-bit border",
  "beyond 32 bits positive",
  "beyond 32 bits negative",
  "beside a 64-bit border",
];

/** Small values fit a 12-bit immediate. */
const SMALL = 2048;
const INT32_MAX = 0x7fff_ffff;
const INT32_MIN = -0x8000_0000;

/**
 * The class of a value, as an index of `OPERAND_CLASSES`. Beside a border are -2^31 - 1 to -2^31 + 1, 2^31 - 2 to 2^31,
 * 2^32 - 1 and 2^32; of 64 bits the two smallest and the two largest signed values.
 * @param low its lower half, as a signed number
 * @param high its upper half, as a signed number
 */
export function operandClass(low: number, high: number): number {
  if (high === 0) {
    if (low >= 0) {
      if (low < SMALL) return low < 2 ? low : SMALL_POSITIVE;
      return low >= INT32_MAX - 1 ? BORDER_32 : POSITIVE_32;
    }
    // 2^31 to 2^32 - 1: no signed 32-bit value.
    return low === INT32_MIN || low === -1 ? BORDER_32 : BEYOND_POSITIVE;
  }
  if (high === -1) {
    if (low < 0) {
      if (low >= -SMALL) return low === -1 ? MINUS_ONE : SMALL_NEGATIVE;
      return low <= INT32_MIN + 1 ? BORDER_32 : NEGATIVE_32;
    }
    return low === INT32_MAX ? BORDER_32 : BEYOND_NEGATIVE;
  }
  if (high === 1 && low === 0) return BORDER_32;
  if (high === INT32_MAX && (low === -1 || low === -2)) return BORDER_64;
  if (high === INT32_MIN && (low === 0 || low === 1)) return BORDER_64;
  return high > 0 ? BEYOND_POSITIVE : BEYOND_NEGATIVE;
}

const MINUS_ONE = 2;
const SMALL_POSITIVE = 3;
const SMALL_NEGATIVE = 4;
const POSITIVE_32 = 5;
const NEGATIVE_32 = 6;
const BORDER_32 = 7;
const BEYOND_POSITIVE = 8;
const BEYOND_NEGATIVE = 9;
const BORDER_64 = 10;

import { expect, test } from "vitest";
import { OPERAND_CLASSES, operandClass } from "../../../src/targets/coverage/operand-class.ts";

/** The class by name of a 64-bit value. */
function classOf(value: bigint): string | undefined {
  return OPERAND_CLASSES[operandClass(Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)))];
}

test.each<[bigint, string]>([
  [0n, "0"],
  [1n, "1"],
  [-1n, "-1"],
  [2n, "small positive"],
  [2047n, "small positive"],
  [2048n, "32-bit positive"],
  [-2n, "small negative"],
  [-2048n, "small negative"],
  [-2049n, "32-bit negative"],
  [2n ** 31n - 3n, "32-bit positive"],
  [2n ** 31n - 2n, "beside a 32-bit border"],
  [2n ** 31n - 1n, "beside a 32-bit border"],
  [2n ** 31n, "beside a 32-bit border"],
  [2n ** 31n + 1n, "beyond 32 bits positive"],
  [2n ** 32n - 2n, "beyond 32 bits positive"],
  [2n ** 32n - 1n, "beside a 32-bit border"],
  [2n ** 32n, "beside a 32-bit border"],
  [2n ** 32n + 1n, "beyond 32 bits positive"],
  [-(2n ** 31n) + 2n, "32-bit negative"],
  [-(2n ** 31n) + 1n, "beside a 32-bit border"],
  [-(2n ** 31n), "beside a 32-bit border"],
  [-(2n ** 31n) - 1n, "beside a 32-bit border"],
  [-(2n ** 31n) - 2n, "beyond 32 bits negative"],
  [-(2n ** 32n), "beyond 32 bits negative"],
  [2n ** 63n - 3n, "beyond 32 bits positive"],
  [2n ** 63n - 2n, "beside a 64-bit border"],
  [2n ** 63n - 1n, "beside a 64-bit border"],
  [-(2n ** 63n), "beside a 64-bit border"],
  [-(2n ** 63n) + 1n, "beside a 64-bit border"],
  [-(2n ** 63n) + 2n, "beyond 32 bits negative"],
])("%d is of the class %s", (value, name) => {
  expect(classOf(value)).toBe(name);
});

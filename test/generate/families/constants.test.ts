import { expect, test } from "vitest";
import { Random } from "../../../src/generate/random.ts";
import { BOUNDARIES, pickValue } from "../../../src/generate/values.ts";

test("every power of two is drawn, what lies beside it, and the negatives of these", () => {
  const random = new Random(3);
  const drawn = new Set<bigint>();
  for (let k = 0; k < 20_000; k++) drawn.add(pickValue(random));
  for (let bit = 0n; bit < 64n; bit++) {
    const power = 2n ** bit;
    for (const value of [power - 1n, power, power + 1n, 1n - power, -power, -power - 1n]) {
      const wrapped = BigInt.asIntN(64, value);
      expect(BOUNDARIES).toContain(wrapped);
      expect(drawn, `2^${bit}`).toContain(wrapped);
    }
  }
});

test("no boundary occurs twice", () => expect(new Set(BOUNDARIES).size).toBe(BOUNDARIES.length));

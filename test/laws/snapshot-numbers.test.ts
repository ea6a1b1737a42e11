import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";
import { changedNumber, otherNumbers } from "../../src/laws/snapshot-numbers.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

// Numbers that the law `complete` puts into snapshots: other ones, but ones that a snapshot can have.

const END = 2n ** 64n;
/** From the beginning of memory to the last address of all: a jump to nowhere leaves any of them in pc. */
const PLACES = [
  0n,
  1n,
  0x10000n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 63n,
  END - 2n ** 32n,
  0xffff_ffff_ffff_122en,
  END - 1n,
];

test("all of them changed at once have 64 bits, wherever pc was", () => {
  const { world, budget } = generateCase(1n, 0);
  const { snapshot } = new ReferenceTarget().run(world, { start: "boot", maxCycles: budget / 2n, snapshot: true });
  const met = new Set<bigint>();
  for (const pc of PLACES) {
    for (let number = 0; number < 100; number++) {
      const other = otherNumbers({ ...snapshot!, pc }, world, number);
      for (const value of [other.pc!, other.cycles!, other.loadReservationAddress!]) {
        expect(value >= 0n && value < END, `pc 0x${pc.toString(16)}, number ${number}: 0x${value.toString(16)}`).toBe(
          true,
        );
      }
      met.add(other.pc!);
    }
  }
  // 2^32 behind an address that is less than that before the end: from the beginning again.
  expect(met).toContain(0xffff_122en);
});

test("one of them changed is another one, of 64 bits", () => {
  for (const value of PLACES) {
    for (let number = 0; number < 50; number++) {
      const changed = changedNumber(value, number, 7);
      expect(changed !== value && changed >= 0n && changed < END).toBe(true);
    }
  }
});

import { describe, expect, test } from "vitest";
import { FLAG_EXECUTABLE, FLAG_FREEZED, Memory } from "../../src/machine/index.ts";
import { dirtyRuns } from "../../src/snapshot/runs.ts";
import { storageOf } from "../../src/snapshot/shared-run.ts";

// The dirty pages of a memory as runs: the same from a memory whose pages are handed over as from one that is asked for bytes.

/** Not the reference's: it may store and share in its own way. */
class Other extends Memory {}

/** Pages 1, 2 and 4 written, 5 written and frozen, 6 dirty but never written, 8 written and clean, 9 the last and written. */
function fill<M extends Memory>(memory: M): M {
  for (const page of [1, 2, 4, 5, 8, 9]) memory.store8(BigInt(page * 4096 + page), page);
  memory.setFlag(5, FLAG_FREEZED);
  memory.setFlag(6, 4 | FLAG_FREEZED);
  memory.clearFlag(8, 4);
  memory.setFlag(3, FLAG_EXECUTABLE);
  return memory;
}

describe.each([
  ["handed over", () => fill(new Memory(10 * 4096)), true],
  ["copied", () => fill(new Other(10 * 4096)), false],
])("%s", (_, filled, isHandedOver) => {
  test("neighbours with equal flags are one run, with their bytes", () => {
    const runs = dirtyRuns(filled());
    expect(runs.map((run) => storageOf(run) !== undefined)).toEqual(runs.map(() => isHandedOver));
    // By hand: of each page, the byte at its own number.
    const told = runs.map(({ address, flag, content }) => [
      address,
      flag,
      Array.from({ length: content.length / 4096 }, (__, k) => content[k * 4096 + Number(address) / 4096 + k]),
      content.filter((byte) => byte !== 0).length,
    ]);
    expect(told).toEqual([
      [0x1000n, 4, [1, 2], 2],
      [0x4000n, 4, [4], 1],
      [0x5000n, 5, [5, 0], 1],
      [0x9000n, 4, [9], 1],
    ]);
  });

  test("a store after it does not change them, and making them changes nothing", () => {
    const memory = filled();
    const flags = memory.flags();
    const runs = dirtyRuns(memory);
    memory.store8(0x1001n, 99);
    expect([runs[0].content[1], memory.load8(0x1001n), memory.load8(0x2002n)]).toEqual([1, 99, 2]);
    expect(memory.flags()).toEqual(flags);
  });

  test("of no dirty page there is none", () => {
    const memory = filled();
    for (let page = 0; page < memory.pageCount; page++) memory.clearFlag(page, 4);
    expect(dirtyRuns(memory)).toEqual([]);
  });
});

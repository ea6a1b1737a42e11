import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { generateCase } from "../../src/generate/index.ts";

/**
 * What seeds generate. A number of a failing case is worth something only as long as it gives the same case: whoever
 * changes these pins adds a line to the changelog.
 */
const PINS: readonly [seed: number | bigint, index: number, sha256: string][] = [
  [1, 0, "2a846690a8424a1a"],
  [1, 1, "5dc7d2fe87eb397d"],
  [2n ** 63n, 12_345, "c0b7f1e9f2340f8d"],
];

test.each(PINS)("seed %s, case %s", (seed, index, sha256) => {
  const { world, cuts, budget } = generateCase(seed, index);
  const hash = createHash("sha256").update(world.program);
  for (const { id, bytes } of world.sources) hash.update(`${id}`).update(bytes);
  for (const argument of world.args) hash.update(argument);
  const { version, isa, memorySize, cost, markProgram } = world;
  hash.update([version, isa, memorySize, cost, markProgram, cuts, budget].join());
  expect(hash.digest("hex").slice(0, 16)).toBe(sha256);
});

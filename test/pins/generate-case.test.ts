import { createHash, type Hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { arbitraryCase, FAMILY_NAMES, generateCase, type CaseOptions } from "../../src/generate/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

const reference = new ReferenceTarget();

/**
 * What seeds generate. A number of a failing case is worth something only as long as it gives the same case: whoever
 * changes these pins adds a line to the changelog.
 */
const PINS: readonly [
  what: string,
  seed: number | bigint,
  index: number,
  count: number,
  sha256: string,
  options?: CaseOptions,
][] = [
  ["one case", 1, 0, 1, "c381fbdee195c67b"],
  ["the next", 1, 1, 1, "19e3370cebabc808"],
  ["a large seed", 2n ** 63n, 12_345, 1, "7d9f7c907e66048d"],
  ["many cases", 7, 0, 300, ""],
  [
    "many cases, with what happens when",
    7,
    0,
    100,
    "",
    { events: ({ world, budget }) => reference.events(world, budget) },
  ],
  ["programs that fault", 7, 0, 100, "", { intents: { fault: 1 } }],
  ["programs that write code", 7, 0, 50, "", { writeXorExecute: false }],
  ["a long program", 7, 0, 1, "", { length: 5000 }],
];

/** The same of each family alone. */
const FAMILIES: Readonly<Record<string, string>> = {
  compute: "@compute@",
  constants: "@constants@",
  chains: "@chains@",
  memory: "@memory@",
  stack: "@stack@",
  edges: "@edges@",
  pages: "@pages@",
  "page-states": "@page-states@",
  untouched: "@untouched@",
  branches: "@branches@",
  "jump-tables": "@jump-tables@",
  hidden: "@hidden@",
  detours: "@detours@",
  "page-ends": "@page-ends@",
  loops: "@loops@",
  kernels: "@kernels@",
  calls: "@calls@",
  atomics: "@atomics@",
  reservations: "@reservations@",
  sources: "@sources@",
  system: "@system@",
  fusion: "@fusion@",
  "written-code": "@written-code@",
};

test.each(PINS)("%s: seed %s, case %s", (_what, seed, index, count, sha256, options = {}) => {
  const hash = createHash("sha256");
  for (let k = index; k < index + count; k++) addCase(hash, generateCase(seed, k, options));
  expect(digest(hash)).toBe(sha256);
});

test.each(FAMILY_NAMES.map((name) => [name, FAMILIES[name]] as const))("family %s", (name, sha256) => {
  const hash = createHash("sha256");
  const options: CaseOptions = { families: [name], size: 100, writeXorExecute: name !== "written-code" };
  for (let k = 0; k < 20; k++) addCase(hash, generateCase(3, k, options));
  expect(digest(hash)).toBe(sha256);
});

test("through fast-check", () => {
  const hash = createHash("sha256");
  for (const each of fc.sample(arbitraryCase(), { seed: 1, numRuns: 50 })) addCase(hash, each);
  expect(digest(hash)).toBe("");
});

function addCase(hash: Hash, { world, cuts, budget, legTargets }: Case): void {
  hash.update(world.program);
  for (const { id, bytes } of world.sources) hash.update(`${id}`).update(bytes);
  for (const argument of world.args) hash.update(argument);
  const { version, isa, memorySize, cost, markProgram, writeXorExecute } = world;
  hash.update([version, isa, memorySize, cost, markProgram, writeXorExecute, cuts, budget, legTargets].join());
}

function digest(hash: Hash): string {
  return hash.digest("hex").slice(0, 16);
}

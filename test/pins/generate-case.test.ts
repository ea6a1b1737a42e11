import { createHash, type Hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS, type Case } from "../../src/case/index.ts";
import { arbitraryCase, FAMILY_NAMES, generateCase, type CaseOptions } from "../../src/generate/index.ts";
import { ReferenceTarget } from "../../src/targets/index.ts";

const ALL_CALLS = [...Object.values(SYSTEM_CALLS), ...Object.values(HOST_CALLS)];
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
  ["one case", 1, 0, 1, "9dca3b834012a6e2"],
  ["the next", 1, 1, 1, "87bea042c3bca9d6"],
  ["a large seed", 2n ** 63n, 12_345, 1, "0b79383c04d27226"],
  ["many cases", 7, 0, 300, "317e4fab1ecb6de3"],
  [
    "many cases, with what happens when",
    7,
    0,
    100,
    "a03a251097b04d0f",
    { events: ({ world, budget }) => reference.events(world, budget) },
  ],
  ["programs that fault", 7, 0, 100, "34647d24b59e3bf8", { intents: { fault: 1 } }],
  ["programs that write code", 7, 0, 50, "5637a277a651f43f", { writeXorExecute: false }],
  ["a long program", 7, 0, 1, "1e05a93eef38e0e1", { length: 5000 }],
];

/** The same of each family alone. */
const FAMILIES: Readonly<Record<string, string>> = {
  compute: "85bb63b262e58766",
  operands: "963f80f5f16208f8",
  constants: "dfdc02a1fa6c5d44",
  chains: "3084a664d060e150",
  memory: "2d42f493da312e90",
  stack: "99a961f768c2e025",
  edges: "3dd4e1e416a6bc10",
  pages: "98cad54c1f2713d3",
  "page-states": "0c8bdf879ae85075",
  untouched: "0c8ff5b93b1727eb",
  branches: "37d0d7e3e4802727",
  "jump-tables": "2e9de4cec5a3a1e6",
  hidden: "9743b91f5c6ab2c6",
  detours: "d4e683d1ec94c160",
  "page-ends": "71f2f2b61ea18d9e",
  loops: "5ca84081539374e3",
  kernels: "0305bb7402524ce0",
  calls: "5a2c8d8580fc31fa",
  atomics: "975cf0906105b6b0",
  reservations: "527fb4f7b0247f15",
  sources: "dd5fd404bb8204a4",
  system: "e33769340360d032",
  fusion: "de683be883f541de",
  "host-calls": "de08c997750b4026",
  "written-code": "96b38b46e8f52387",
};

test.each(PINS)("%s: seed %s, case %s", (_what, seed, index, count, sha256, options = {}) => {
  const hash = createHash("sha256");
  for (let k = index; k < index + count; k++) addCase(hash, generateCase(seed, k, options));
  expect(digest(hash)).toBe(sha256);
});

test.each(FAMILY_NAMES.map((name) => [name, FAMILIES[name]] as const))("family %s", (name, sha256) => {
  const hash = createHash("sha256");
  const options: CaseOptions = {
    families: [name],
    size: 100,
    writeXorExecute: name !== "written-code",
    ...(name === "host-calls" && { kinds: [{ systemCalls: ALL_CALLS }] }),
  };
  for (let k = 0; k < 20; k++) addCase(hash, generateCase(3, k, options));
  expect(digest(hash)).toBe(sha256);
});

test("through fast-check", () => {
  const hash = createHash("sha256");
  for (const each of fc.sample(arbitraryCase(), { seed: 1, numRuns: 50 })) addCase(hash, each);
  expect(digest(hash)).toBe("9f33af6507315ba9");
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

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
  ["one case", 1, 0, 1, "a2322173b630cfa9"],
  ["the next", 1, 1, 1, "4975909d625d5dcf"],
  ["a large seed", 2n ** 63n, 12_345, 1, "4312cb39d9152bba"],
  ["many cases", 7, 0, 300, "858f97ea21291814"],
  [
    "many cases, with what happens when",
    7,
    0,
    100,
    "7319c704bee7306f",
    { events: ({ world, budget }) => reference.events(world, budget) },
  ],
  ["programs that fault", 7, 0, 100, "2e9f4fee4e25a4ab", { intents: { fault: 1 } }],
  ["programs that write code", 7, 0, 50, "ea83f7d9a512653c", { writeXorExecute: false }],
  ["a long program", 7, 0, 1, "9b54430535d6b601", { length: 5000 }],
];

/** The same of each family alone. */
const FAMILIES: Readonly<Record<string, string>> = {
  compute: "84348f10ce0174fd",
  constants: "9ec6ecbb8f92ebdb",
  chains: "d4c0736a21f6a0c0",
  memory: "13aa6a22e993a36e",
  stack: "6b968d8c2d2b2f2d",
  edges: "367cde019370434e",
  pages: "2f0935fdb551bb06",
  "page-states": "8f996406d0f4b343",
  untouched: "3d4bb5e4b380d045",
  branches: "0e2e0091a928fb37",
  "jump-tables": "d011fa9fbaba39ca",
  hidden: "076abd9aa1e491ca",
  detours: "fa260d8c11217c4d",
  "page-ends": "f82f02522d33b31f",
  loops: "a21efbc795ebf947",
  kernels: "8642879969c3503b",
  calls: "a817091f04618356",
  atomics: "2865de4a59bca55f",
  reservations: "a107fe9cde2970ec",
  sources: "40a353e419905a1e",
  system: "26364e2c4ddea34c",
  fusion: "1d935315343b2f0f",
  "written-code": "bb2741e53594d7e7",
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
  expect(digest(hash)).toBe("8e6cdbfa49fa64e4");
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

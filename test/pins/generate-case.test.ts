import { createHash, type Hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { HOST_CALLS, SYSTEM_CALLS, type Case } from "../../src/case/index.ts";
import { arbitraryCase } from "../../src/generate/arbitrary.ts";
import { FAMILY_NAMES, generateCase, type CaseOptions } from "../../src/generate/index.ts";
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
  ["one case", 1, 0, 1, "5ea5bdabdd502ab3"],
  ["the next", 1, 1, 1, "0b91e9740809c7f9"],
  ["a large seed", 2n ** 63n, 12_345, 1, "3d17242b998b633c"],
  ["many cases", 7, 0, 300, "2c76c5a8d45c8a2b"],
  [
    "many cases, with what happens when",
    7,
    0,
    100,
    "db89748c54934191",
    { events: ({ world, budget }) => reference.events(world, budget) },
  ],
  ["programs that fault", 7, 0, 100, "2956763c16377e40", { intents: { fault: 1 } }],
  ["programs that write code", 7, 0, 50, "fadd80f2440aa23d", { writeXorExecute: false }],
  ["a long program", 7, 0, 1, "87ca035f14332364", { length: 5000 }],
];

/** The same of each family alone. */
const FAMILIES: Readonly<Record<string, string>> = {
  compute: "fc52bb43821d6b53",
  operands: "66269a7b07c8fa6e",
  constants: "89b3803feb71d3b9",
  chains: "a421bd6f298aeaf0",
  memory: "b0bbfc6a9c908553",
  stack: "ae2a85f6d18b8126",
  edges: "f91426e06d55fcaf",
  pages: "1d7f0f7fb67df2d6",
  "page-states": "43d2377a25b836d8",
  untouched: "320460744e230424",
  branches: "0d110b5fa903c70a",
  "jump-tables": "96337b8e4f9b32fc",
  hidden: "e66b735446e81d09",
  detours: "99e12ed7ad149e75",
  "page-ends": "ed11a8d081003991",
  loops: "ef8435928801a708",
  kernels: "35bbda1d68a78771",
  calls: "881b4a0ea8ced674",
  atomics: "bb9b4e62f5ad9129",
  reservations: "e90623b99c85e0b7",
  sources: "2f704529c538ded8",
  system: "a9009669ac7064b3",
  fusion: "4b3f16ea8e2b0b3b",
  "host-calls": "c5be71c8905d7841",
  "written-code": "46cb1255a094df53",
  "changed-code": "88094fed817fdd1e",
  "hosted-code": "3a66961312713085",
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
    writeXorExecute: !["written-code", "changed-code"].includes(name),
    ...(["host-calls", "hosted-code"].includes(name) && { kinds: [{ systemCalls: ALL_CALLS }] }),
  };
  for (let k = 0; k < 20; k++) addCase(hash, generateCase(3, k, options));
  expect(digest(hash)).toBe(sha256);
});

test("through fast-check", () => {
  const hash = createHash("sha256");
  for (const each of fc.sample(arbitraryCase(), { seed: 1, numRuns: 50 })) addCase(hash, each);
  expect(digest(hash)).toBe("afee9856155001ae");
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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_WORLD, type CutPlan } from "../../src/case/index.ts";
import { arbitraryCase, arbitraryCutPlan, arbitraryProgram, arbitraryWorld } from "../../src/generate/arbitrary.ts";
import { measure, type GeneratedCase, type GeneratedProgram, type Surroundings } from "../../src/generate/index.ts";
import { measureProgram, measureWorld } from "../../src/generate/shrink/measure.ts";
import { caseOf } from "../../src/generate/shrink/recognise.ts";
import { ReferenceTarget, unsupportedReason } from "../../src/targets/index.ts";
import { mustEnd, runWhole } from "../generate/run.ts";

const SEED = 4;
const VALUES = 25;
const STEPS = 60;
/** Walks of each contract that shrinks programs, so that all of them together take more than 20,000 steps. */
const WALKS = 60;
const reference = new ReferenceTarget();
/** Steps that all walks together have taken. */
let walked = 0;

/** What holds for the values of an arbitrary. */
interface Contract<T> {
  readonly arbitrary: fc.Arbitrary<T>;
  /** @throws Error if the value is not what it should be */
  readonly mustBeValid: (value: T) => void;
  /** How large a value is; shrinking makes this smaller. */
  readonly size: (value: T) => bigint;
  /** The size of what is left where everything fails. */
  readonly smallest: bigint;
}

function isRunnable(world: Surroundings): void {
  const program = caseOf(NOTHING, world).world.program;
  expect(unsupportedReason(reference, { ...world, program })).toBeUndefined();
  mustEnd({ world: { ...world, program }, cuts: [], budget: 1000n }, "exit");
}

/** A program of nothing but its exit, where programs usually are. */
const NOTHING: GeneratedProgram = {
  base: 0x10000,
  codeRoom: 0x10000,
  lead: new Uint8Array(0),
  functions: "behind",
  dataBeforeCode: 0,
  pointers: [],
  items: [],
  exitCode: undefined,
  data: [],
  reserved: 0,
};

function mustAscend(cuts: CutPlan): void {
  for (const [k, cut] of cuts.entries()) expect(cut >= 0n && (k === 0 || cuts[k - 1] < cut)).toBe(true);
}

/** A case runs, and ends as it is meant to. */
function mustHold(checked: GeneratedCase): void {
  mustAscend(checked.cuts);
  if (checked.intent === "exit") return mustEnd(checked, "exit");
  if (checked.intent === "budget") return void runWhole(checked);
  // Without an item that faults on purpose it exits, unless it is one that cannot be loaded.
  if (checked.program.items.some(({ kind }) => kind === "fault")) mustEnd(checked, "fault");
  else expect(["exit", "fault"]).toContain(runWhole(checked).stop.kind);
}

const cases = (options: Parameters<typeof arbitraryCase>[0]): Contract<GeneratedCase> => ({
  arbitrary: arbitraryCase(options),
  mustBeValid: mustHold,
  size: measure,
  // The budget of a program that is to spend it is 0 in the end.
  smallest: measure(caseOf(NOTHING, DEFAULT_WORLD)),
});

const programs = (
  options: Parameters<typeof arbitraryProgram>[0],
  world: Surroundings,
): Contract<GeneratedProgram> => ({
  arbitrary: arbitraryProgram(options, world),
  mustBeValid: (program) => mustEnd(caseOf(program, world), "exit"),
  size: measureProgram,
  smallest: measureProgram(NOTHING),
});

const worlds = (options: Parameters<typeof arbitraryWorld>[0]): Contract<Surroundings> => ({
  arbitrary: arbitraryWorld(options),
  mustBeValid: isRunnable,
  size: (world) => BigInt(measureWorld(world)),
  smallest: 0n,
});

const plans = (total: bigint): Contract<CutPlan> => ({
  arbitrary: arbitraryCutPlan(total),
  mustBeValid: mustAscend,
  size: (cuts) => cuts.reduce((sum, cut) => sum + cut, BigInt(cuts.length) << 80n),
  smallest: 0n,
});

/** In a list of one, so that one test can be written for all: a contract is about one type, whichever it is. */
type AnyContract = Contract<unknown>;
const any = <T>(contract: Contract<T>): AnyContract => contract as unknown as AnyContract;

const CONTRACTS: readonly (readonly [name: string, contract: AnyContract])[] = [
  ["cases", any(cases({ size: 200 }))],
  ["cases that exit, of version 0", any(cases({ size: 200, versions: [0], intents: { exit: 1 } }))],
  ["cases that spend their budget", any(cases({ size: 200, intents: { budget: 1 } }))],
  [
    "cases with macro-op fusion",
    any(cases({ size: 200, isa: 7, versions: [1, 2], families: ["fusion", "loops", "calls"] })),
  ],
  [
    "cases that write code",
    any(cases({ size: 200, writeXorExecute: false, families: ["written-code", "loops", "memory"] })),
  ],
  ["cases that end by a fault", any(cases({ size: 200, intents: { fault: 1 } }))],
  ["programs", any(programs({ size: 200 }, DEFAULT_WORLD))],
  ["programs of version 0 without A and B", any(programs({ size: 200 }, { ...DEFAULT_WORLD, version: 0, isa: 0 }))],
  ["programs of loops and calls", any(programs({ size: 200, families: ["loops", "calls", "compute"] }, DEFAULT_WORLD))],
  ["worlds", any(worlds({}))],
  ["worlds of version 1 with all extensions", any(worlds({ versions: [1], isa: 7 }))],
  ["cut plans", any(plans(5000n))],
  ["cut plans of a run of no cycles", any(plans(0n))],
];

const NONSENSE: readonly unknown[] = [
  undefined,
  null,
  0,
  "case",
  [],
  {},
  [1],
  [2n, 1n],
  [-1n],
  [1n, "2"],
  { program: {}, world: {}, cuts: [] },
  { program: undefined, world: undefined, cuts: undefined },
  { base: 0, items: [{}], pointers: [], data: [], reserved: 0 },
  { base: 0, items: "items", pointers: [], data: [], reserved: 0 },
  { version: 3, isa: 0, memorySize: 4096, cost: "real", args: [], sources: [], markProgram: true, systemCalls: [] },
];

describe.each(CONTRACTS)("%s", (_name, { arbitrary, mustBeValid, size, smallest }) => {
  const values = () => fc.sample(arbitrary, { seed: SEED, numRuns: VALUES });
  const shrinks = (value: unknown, context?: unknown) => arbitrary.shrink(value, context)[Symbol.iterator]();

  test("are the same for the same seed, and others for another", () => {
    const [once, again] = [values(), values()];
    expect(once.map(plain)).toEqual(again.map(plain));
    const others = fc.sample(arbitrary, { seed: SEED + 1, numRuns: VALUES });
    expect(others.map(plain)).not.toEqual(once.map(plain));
  });

  test("are valid", () => {
    for (const value of values()) mustBeValid(value);
  });

  test("shrink to valid ones, each smaller than the one before, until nothing is left", () => {
    const started = fc.sample(arbitrary, { seed: SEED, numRuns: WALKS });
    for (const [k, value] of started.entries()) {
      let current = new fc.Value(value, undefined);
      for (let step = 0; step < STEPS; step++) {
        let next: fc.Value<unknown> | undefined;
        let skip = (7 * k + 3 * step) % 11;
        for (const each of arbitrary.shrink(current.value, current.context)) {
          next = each;
          if (skip-- === 0) break;
        }
        if (!next) break;
        expect(size(next.value) < size(current.value)).toBe(true);
        mustBeValid(next.value);
        current = next;
        walked++;
      }
    }
  });

  test("shrink to the smallest if everything fails", () => {
    for (const value of values().slice(0, 5)) {
      let current = new fc.Value(value, undefined);
      let steps = 0;
      for (;;) {
        const first = arbitrary.shrink(current.value, current.context).getNthOrLast(0);
        if (!first) break;
        current = first;
        expect(++steps).toBeLessThan(200);
      }
      expect(size(current.value)).toBeLessThanOrEqual(smallest);
    }
  });

  test("can be shrunk without having been drawn, and nonsense cannot", () => {
    for (const value of values()) expect(arbitrary.canShrinkWithoutContext(value)).toBe(true);
    for (const value of NONSENSE) {
      // An empty list is a cut plan.
      if (Array.isArray(value) && value.length === 0) continue;
      expect(arbitrary.canShrinkWithoutContext(value)).toBe(false);
    }
  });

  test("have streams that are finite, and built one by one", () => {
    for (const value of values().slice(0, 3)) {
      const stream = shrinks(value);
      const first = stream.next();
      if (first.done) continue;
      expect(size(first.value.value) < size(value)).toBe(true);
      stream.return?.();
      let count = 0;
      for (const _each of arbitrary.shrink(value, undefined)) if (++count > 50_000) break;
      expect(count).toBeLessThan(50_000);
    }
  });
});

/** What of a value is compared: fast-check prints cases by a method that two of them need not share. */
function plain(value: unknown): unknown {
  return Array.isArray(value) ? value : { ...(value as object) };
}

test("all walks together were long", () => {
  expect(walked).toBeGreaterThan(20_000);
});

test("the first of a stream is there without the others having been built", () => {
  const [large] = fc.sample(arbitraryCase({ size: 4000 }), { seed: SEED, numRuns: 1 });
  let built = 0;
  const watched = new Proxy(large.program.items, {
    get(target, key, receiver) {
      if (key === "toSpliced") built++;
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  const stream = arbitraryCase().shrink(
    { ...large, cuts: [], program: { ...large.program, items: watched } },
    undefined,
  );
  expect(built).toBe(0);
  expect(stream.getNthOrLast(0)).not.toBeNull();
  expect(built).toBe(1);
});

describe("parts shrink well by themselves", () => {
  test("a world to the one field that matters", () => {
    const property = fc.property(arbitraryWorld(), ({ sources }) => sources.every(({ bytes }) => bytes.length < 5000));
    const [world] = fc.check(property, { seed: SEED, numRuns: 1000 }).counterexample ?? [];
    expect(world).toMatchObject({ version: 2, isa: 5, args: [], cost: "real", markProgram: true, memorySize: 2 ** 22 });
    expect(world?.sources).toHaveLength(1);
    // Halves, and whole pages: less than two of them is not enough.
    expect(world?.sources[0].bytes.length).toBeLessThanOrEqual(8192 + 2048);
  });

  test("a program to the one instruction that matters, without what it needs elsewhere", () => {
    const has = ({ items }: GeneratedProgram) =>
      items.some(({ ops }) => ops.some((op) => op.instruction?.name === "sraw"));
    const property = fc.property(arbitraryProgram(), (program) => !has(program));
    const [program] = fc.check(property, { seed: SEED, numRuns: 1000 }).counterexample ?? [];
    expect(program?.items.flatMap(({ ops }) => ops.map((op) => op.instruction?.name))).toEqual(["sraw"]);
    expect(program).toMatchObject({ pointers: [], data: [], exitCode: undefined, functions: "behind" });
  });
});

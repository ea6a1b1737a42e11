import fc from "fast-check";
import { DEFAULT_WORLD, writeCase, type CutPlan } from "../case/index.ts";
import { pickCase, type CaseOptions, type GeneratedCase } from "./case.ts";
import { caseForFile } from "./case-file.ts";
import { pickCuts } from "./cuts.ts";
import { growProgram, type ProgramOptions } from "./grow.ts";
import type { Surroundings } from "./surroundings.ts";
import type { GeneratedProgram } from "./program.ts";
import { Random } from "./random.ts";
import { smallerCutPlans } from "./shrink/cuts.ts";
import { smallerPrograms } from "./shrink/items.ts";
import { smallerCases, type Progress } from "./shrink/stream.ts";
import { pickWorld, type WorldOptions } from "./world.ts";

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/** The generator's random numbers, seeded by two draws of fast-check's: more would cost more than generating. */
function randomFrom(source: fc.Random): Random {
  const low = source.nextInt(INT32_MIN, INT32_MAX);
  return new Random(low, source.nextInt(INT32_MIN, INT32_MAX));
}

/** Cases. They shrink as wholes: program, world and cuts together; any generated case can be shrunk, drawn here or not. */
class CaseArbitrary extends fc.Arbitrary<GeneratedCase> {
  readonly #options: CaseOptions;

  constructor(options: CaseOptions) {
    super();
    this.#options = options;
  }

  override generate(source: fc.Random): fc.Value<GeneratedCase> {
    return new fc.Value(printable(pickCase(randomFrom(source), this.#options)), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is GeneratedCase {
    return typeof value === "object" && value !== null && "program" in value && "world" in value && "cuts" in value;
  }

  override shrink(value: GeneratedCase, context: unknown): fc.Stream<fc.Value<GeneratedCase>> {
    return fc.stream(values(value, context as Progress | undefined));
  }
}

/** How fast-check prints a case: as text, and not as every object that it is made of. */
const PRINTED = {
  [fc.toStringMethod](this: GeneratedCase): string {
    return writeCase(caseForFile(this), { sections: caseForFile(this).sections });
  },
};

function printable(value: GeneratedCase): GeneratedCase {
  return Object.assign(Object.create(PRINTED) as GeneratedCase, value);
}

function* values(value: GeneratedCase, progress: Progress | undefined): Generator<fc.Value<GeneratedCase>> {
  for (const next of smallerCases(value, progress)) yield new fc.Value(printable(next.smaller), next.progress);
}

/** Whole cases: a world with its program, a cut plan and a budget. */
export function arbitraryCase(options: CaseOptions = {}): fc.Arbitrary<GeneratedCase> {
  return new CaseArbitrary(options);
}

/** Parts of cases, with the simpler ones of each. */
class PartArbitrary<T> extends fc.Arbitrary<T> {
  readonly #pick: (random: Random) => T;
  readonly #smaller: (part: T) => Generator<T>;

  constructor(pick: (random: Random) => T, smaller: (part: T) => Generator<T> = nothing) {
    super();
    this.#pick = pick;
    this.#smaller = smaller;
  }

  override generate(source: fc.Random): fc.Value<T> {
    return new fc.Value(this.#pick(randomFrom(source)), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(part: T): fc.Stream<fc.Value<T>> {
    return fc.stream(this.#smaller(part)).map((smaller) => new fc.Value(smaller, undefined));
  }
}

/** For what is not shrunk by itself: a world is, as part of its case. */
function* nothing(): Generator<never> {}

/** Worlds without their program. */
export function arbitraryWorld(options: WorldOptions = {}): fc.Arbitrary<Surroundings> {
  return new PartArbitrary((random) => pickWorld(random, options));
}

/** Programs for a world, as symbols. They end by exit. */
export function arbitraryProgram(
  options: ProgramOptions = {},
  world: Surroundings = DEFAULT_WORLD,
): fc.Arbitrary<GeneratedProgram> {
  return new PartArbitrary((random) => growProgram(random, world, options), smallerPrograms);
}

/** Cut plans for a run of `totalCycles`: cuts can stand before, at and behind its end. */
export function arbitraryCutPlan(totalCycles: bigint): fc.Arbitrary<CutPlan> {
  return new PartArbitrary((random) => pickCuts(random, totalCycles), smallerCutPlans);
}

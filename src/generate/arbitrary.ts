import fc from "fast-check";
import { DEFAULT_WORLD, type CutPlan, type RunEvents } from "../case/index.ts";
import { pickCase, type CaseOptions, type GeneratedCase } from "./case.ts";
import { pickCuts } from "./cuts.ts";
import { checkCaseOptions, checkCycles, checkProgramOptions, checkWorldOptions } from "./options.ts";
import { growProgram, type ProgramOptions } from "./grow.ts";
import type { Surroundings } from "./surroundings.ts";
import type { GeneratedProgram } from "./program.ts";
import { printableCase, printableCuts, printableWorld, programPrinter } from "./printed.ts";
import { Random } from "./random.ts";
import { smallerCutPlans } from "./shrink/cuts.ts";
import { smallerCases, smallerPrograms, type Progress } from "./shrink/stream.ts";
import { smallerWorlds } from "./shrink/world.ts";
import { caseOf, isCase, isCutPlan, isProgram, isWorld } from "./shrink/recognise.ts";
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
    return new fc.Value(printableCase(pickCase(randomFrom(source), this.#options)), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is GeneratedCase {
    return isCase(value);
  }

  override shrink(value: GeneratedCase, context: unknown): fc.Stream<fc.Value<GeneratedCase>> {
    return fc.stream(values(value, context as Progress | undefined));
  }
}

function* values(value: GeneratedCase, progress: Progress | undefined): Generator<fc.Value<GeneratedCase>> {
  for (const next of smallerCases(value, progress)) yield new fc.Value(printableCase(next.smaller), next.progress);
}

/** Whole cases: a world with its program, a cut plan and a budget. @throws RangeError if an option is wrong */
export function arbitraryCase(options: CaseOptions = {}): fc.Arbitrary<GeneratedCase> {
  checkCaseOptions(options);
  return new CaseArbitrary(options);
}

/** How parts of cases are drawn, recognised and made simpler. */
interface Part<T> {
  pick(random: Random): T;
  /** Every part that is one step simpler, with what the next step is to know. */
  smaller(part: T, context: unknown): Iterable<readonly [part: T, context?: unknown]>;
  isOne(value: unknown): value is T;
  /** The same part, which fast-check prints as text. */
  printable(part: T): T;
}

/** Parts of cases, with the simpler ones of each. */
class PartArbitrary<T> extends fc.Arbitrary<T> {
  readonly #part: Part<T>;

  constructor(part: Part<T>) {
    super();
    this.#part = part;
  }

  override generate(source: fc.Random): fc.Value<T> {
    return new fc.Value(this.#part.printable(this.#part.pick(randomFrom(source))), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#part.isOne(value);
  }

  override shrink(part: T, context: unknown): fc.Stream<fc.Value<T>> {
    return fc.stream(partValues(this.#part, this.#part.smaller(part, context)));
  }
}

function* partValues<T>(
  part: Part<T>,
  smaller: Iterable<readonly [part: T, context?: unknown]>,
): Generator<fc.Value<T>> {
  for (const [next, context] of smaller) yield new fc.Value(part.printable(next), context);
}

/** Worlds without their program. @throws RangeError if an option is wrong */
export function arbitraryWorld(options: WorldOptions = {}): fc.Arbitrary<Surroundings> {
  checkWorldOptions(options);
  return new PartArbitrary({
    pick: (random) => pickWorld(random, options),
    *smaller(world) {
      for (const smaller of smallerWorlds(world)) yield [smaller];
    },
    isOne: isWorld,
    printable: printableWorld,
  });
}

/** Programs for a world, as symbols. They end by exit. @throws RangeError if an option is wrong */
export function arbitraryProgram(
  options: ProgramOptions = {},
  world: Surroundings = DEFAULT_WORLD,
): fc.Arbitrary<GeneratedProgram> {
  checkProgramOptions(options, world);
  return new PartArbitrary({
    pick: (random) => growProgram(random, world, options),
    *smaller(program, context) {
      const whole = caseOf(program, world);
      for (const { smaller, progress } of smallerPrograms(whole, context as Progress | undefined)) {
        yield [smaller.program, progress];
      }
    },
    isOne: isProgram,
    printable: programPrinter(world),
  });
}

/**
 * Cut plans for a run of `totalCycles`: cuts can stand before, at and behind its end, and beside what happens in it where
 * that is known.
 * @throws RangeError if `totalCycles` is not from 0 to 2^64 - 1
 */
export function arbitraryCutPlan(totalCycles: bigint, events?: RunEvents): fc.Arbitrary<CutPlan> {
  checkCycles("totalCycles", totalCycles);
  const run = { total: totalCycles, budget: totalCycles, events };
  return new PartArbitrary<CutPlan>({
    pick: (random) => pickCuts(random, run),
    *smaller(cuts) {
      for (const smaller of smallerCutPlans(cuts)) yield [smaller];
    },
    isOne: isCutPlan,
    printable: printableCuts,
  });
}

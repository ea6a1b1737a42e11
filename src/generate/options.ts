import { DEFAULT_WORLD, type Case, type RunEvents, type WorldKind } from "../case/index.ts";
import type { Intent } from "./budgets.ts";
import { FAMILIES, FAMILY_NAMES } from "./families/index.ts";
import type { ProgramOptions } from "./grow.ts";
import { check, integer, listOf, mustBe, oneOf, oneOrList, type Rule, type Rules } from "./rule.ts";
import { MEMORY_SIZE_MIN } from "./memory-map.ts";
import type { Surroundings } from "./surroundings.ts";
import type { WorldOptions } from "./world.ts";

/** What generated cases may be like; everything may be left out. */
export interface CaseOptions extends ProgramOptions, WorldOptions {
  /**
   * Shares in which programs end by exit, by fault, by their budget, and, their files being spoiled, in any way: whole
   * numbers. Default 962, 15, 7, 16; else 0 if left out.
   */
  readonly intents?: Readonly<Partial<Record<Intent, number>>> | undefined;
  /**
   * What happens when in a run of the case, where the caller has a machine to find out; undefined if unknown. It is asked
   * of some cases only, as each answer costs a run. The same case must always get the same answer.
   */
  readonly events?: ((probed: Case) => RunEvents | undefined) | undefined;
}

/** What generated programs can be asked for at the most: `length` stands in the code, `size` is executed. */
const LENGTH_MAX = 100_000;
const SIZE_MAX = 10_000_000;
const PAGE = 4096;
const MEMORY_SIZE_MAX = 2 ** 31;
const UINT64_MAX = 2n ** 64n - 1n;
const INTENTS: readonly Intent[] = ["exit", "fault", "budget", "any"];

const ISA: Rule = oneOf([0, 1, 2, 3, 4, 5, 6, 7]);
const VERSION: Rule = oneOf([0, 1, 2]);
const MEMORY_SIZE: Rule = {
  allows: (value) =>
    Number.isInteger(value) &&
    (value as number) >= MEMORY_SIZE_MIN &&
    (value as number) <= MEMORY_SIZE_MAX &&
    (value as number) % PAGE === 0,
  wanted: `a multiple of ${PAGE} from ${MEMORY_SIZE_MIN} to ${MEMORY_SIZE_MAX}: a generated program needs ${MEMORY_SIZE_MIN} bytes`,
};

const KIND: Rules<WorldKind> = {
  versions: listOf(VERSION),
  isa: listOf(ISA),
  memorySize: MEMORY_SIZE,
  memorySizeMax: MEMORY_SIZE,
  cost: oneOf(["real", "constant"]),
  systemCalls: listOf(integer(0, Number.MAX_SAFE_INTEGER), 0),
  writeXorExecute: oneOf([true, false]),
};

const PROGRAM: Rules<ProgramOptions> = {
  size: integer(1, SIZE_MAX),
  length: integer(1, LENGTH_MAX),
  families: listOf(oneOf(FAMILY_NAMES)),
};

const WORLD: Rules<WorldOptions> = {
  versions: listOf(VERSION),
  isa: oneOrList(ISA),
  writeXorExecute: oneOf([true, false, "either"]),
  memorySizes: listOf(MEMORY_SIZE),
  kinds: listOf({ members: KIND }),
};

const CASE: Rules<CaseOptions> = {
  ...PROGRAM,
  ...WORLD,
  intents: {
    members: Object.fromEntries(INTENTS.map((intent) => [intent, integer(0, 1_000_000)])) as Rules<object>,
    allows: (shares) => Object.values(shares as object).some((share) => share !== undefined && share !== 0),
    wanted: "shares of exit, fault, budget and any, of which one at least is more than 0",
  },
  events: { allows: (value) => typeof value === "function", wanted: "a function" },
};

// Options that were found right. Each is looked at once: the same ones are handed in for every case.
const rightCases = new WeakSet();

/** @throws RangeError that names the option which is wrong, and what it may be */
export function checkCaseOptions(options: CaseOptions): void {
  if (rightCases.has(options)) return;
  check(options, CASE);
  checkFamilies(options.families, () => worldsOf(options));
  rightCases.add(options);
}

/** @throws RangeError that names the option which is wrong, and what it may be */
export function checkWorldOptions(options: WorldOptions): void {
  check(options, WORLD);
}

/** @throws RangeError that names the option which is wrong, and what it may be */
export function checkProgramOptions(options: ProgramOptions, world: Surroundings): void {
  check(options, PROGRAM);
  mustBe("world.memorySize", world.memorySize, MEMORY_SIZE);
  checkFamilies(options.families, () => [world]);
}

/** @throws RangeError if the seed is no unsigned 64-bit number, or the index none that can be counted to */
export function checkSeed(seed: number | bigint, index: number): void {
  const right = typeof seed === "bigint" ? seed >= 0n && seed <= UINT64_MAX : Number.isSafeInteger(seed) && seed >= 0;
  if (!right) mustBe("seed", seed, { allows: () => false, wanted: "a whole number from 0 to 2^64 - 1" });
  if (!(Number.isSafeInteger(index) && index >= 0)) mustBe("index", index, integer(0, Number.MAX_SAFE_INTEGER));
}

/** @throws RangeError if `cycles` is no number of cycles */
export function checkCycles(name: string, cycles: bigint): void {
  mustBe(name, cycles, {
    allows: (value) => typeof value === "bigint" && value >= 0n && value <= UINT64_MAX,
    wanted: "a bigint from 0 to 2^64 - 1",
  });
}

/** Families that one world lacks are left out there; where every world lacks all of them, nothing that was asked for is left. */
function checkFamilies(names: readonly string[] | undefined, worlds: () => readonly Surroundings[]): void {
  if (!names) return;
  const wanted = FAMILIES.filter(({ name }) => names.includes(name));
  if (worlds().some((world) => wanted.some((family) => family.possible?.(world) ?? true))) return;
  mustBe("families", names, {
    allows: () => false,
    wanted: "families of which one at least can be had in a world that the other options allow",
  });
}

/** A world of every sort that the options allow, as far as families ask about worlds. */
function worldsOf({ kinds = [{}], isa, writeXorExecute = true }: CaseOptions): Surroundings[] {
  const sets = isa === undefined ? [0, 1, 2, 3, 4, 5, 6, 7] : typeof isa === "number" ? [isa] : isa;
  return kinds.flatMap((kind) => {
    const { systemCalls = DEFAULT_WORLD.systemCalls, writeXorExecute: exclusive = writeXorExecute } = kind;
    return (kind.isa ?? sets).flatMap((set) =>
      (exclusive === "either" ? [true, false] : [exclusive]).map((each) => ({
        ...DEFAULT_WORLD,
        isa: set,
        systemCalls,
        writeXorExecute: each,
      })),
    );
  });
}

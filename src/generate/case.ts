import type { Case, CutPlan, World } from "../case/index.ts";
import { cycleBounds } from "./bounds.ts";
import { below, pickCuts, pickLegTargets } from "./cuts.ts";
import { elfOf } from "./elf.ts";
import { fusedPlaces } from "./places.ts";
import { stepsOf } from "./steps.ts";
import { growProgram, type ProgramOptions } from "./grow.ts";
import type { Surroundings } from "./surroundings.ts";
import { layOut } from "./layout.ts";
import type { GeneratedProgram } from "./program.ts";
import { Random } from "./random.ts";
import { pickWorld, type WorldOptions } from "./world.ts";

/** How a program is meant to end. */
export type Intent = "exit" | "fault" | "budget";

/** What generated cases may be like; everything may be left out. */
export interface CaseOptions extends ProgramOptions, WorldOptions {
  /** Shares of 100 in which programs end by exit, by fault and by their budget. Default 96, 2, 2. */
  readonly intents?: Readonly<Partial<Record<Intent, number>>> | undefined;
  /** Exact cycles of a whole run of the case, where the caller has a machine to find out; undefined if unknown. */
  readonly probe?: ((probed: Case) => bigint | undefined) | undefined;
}

/** A case with the symbols that it was made from. */
export interface GeneratedCase extends Case {
  readonly intent: Intent;
  /** Names of the families that its program has items of. */
  readonly families: readonly string[];
  readonly program: GeneratedProgram;
}

/** What programs that are meant to exit get beyond all they can need. */
const SPARE_CYCLES = 1000n;
const INTENTS: readonly Intent[] = ["exit", "fault", "budget"];
const SHARES: Record<Intent, number> = { exit: 96, fault: 2, budget: 2 };

/**
 * Case number `index` of a seed: the same seed, index and options always give the same case (the probe's answers being
 * the same).
 */
export function generateCase(seed: number | bigint, index: number, options: CaseOptions = {}): GeneratedCase {
  return { ...pickCase(new Random(seed, index), options), provenance: `seed ${seed} case ${index}` };
}

/** A case from random numbers. */
export function pickCase(random: Random, options: CaseOptions): GeneratedCase {
  const shares = options.intents ?? SHARES;
  const intent = INTENTS[random.weighted(INTENTS.map((name) => shares[name] ?? 0))];
  const surroundings = pickWorld(random, options);
  const program = growProgram(random, surroundings, options, intent === "fault");
  const layout = layOut(program);
  const steps = stepsOf(layout, surroundings);
  const bounds = cycleBounds(layout, surroundings, steps);
  const { least, most } = bounds;
  const world = { ...surroundings, program: elfOf(program, layout) };
  const families = [...new Set(program.items.map(({ family }) => family))];
  const whole = { world, cuts: [], budget: BigInt(most) + SPARE_CYCLES };
  const total = options.probe?.(whole);
  const budget = intent === "budget" ? pickBudget(random, total ?? BigInt(least)) : whole.budget;
  const expected = total ?? below(random, BigInt(most - least + 1)) + BigInt(least);
  const last = expected < budget ? expected : budget;
  const places = steps.fused.length > 0 ? () => fusedPlaces(layout, steps, bounds) : undefined;
  const cuts = pickCuts(random, last, budget, places);
  return { world, cuts, budget, legTargets: pickLegTargets(random), intent, families, program };
}

/** A budget that is spent before `total` cycles are: nothing, almost everything, or anything between. */
function pickBudget(random: Random, total: bigint): bigint {
  const edges = [0n, 1n, total - 1n, total - 1n, total - 2n, total - 500n].filter((edge) => edge >= 0n && edge < total);
  return random.chance(50) ? random.pick(edges) : below(random, total);
}

/** The case with another program, world or cuts, made whole again. */
export function rebuildCase(
  original: GeneratedCase,
  program: GeneratedProgram,
  surroundings: Surroundings,
  cuts: CutPlan,
): GeneratedCase {
  if (program === original.program) {
    return { ...original, world: { ...surroundings, program: original.world.program }, cuts };
  }
  const layout = layOut(program);
  const world: World = { ...surroundings, program: elfOf(program, layout) };
  const families = [...new Set(program.items.map(({ family }) => family))];
  // Without its head, the body of a function runs as often as what stands before it.
  const enough = BigInt(cycleBounds(layout, surroundings).most) + SPARE_CYCLES;
  const budget = original.intent === "budget" || original.budget > enough ? original.budget : enough;
  return { ...original, world, cuts, budget, program, families };
}

import type { Case, CutPlan, RunEvents, World } from "../case/index.ts";
import { cycleBounds, type CycleBounds } from "./bounds.ts";
import { enoughBudget, rebuiltBudget, SPARE_CYCLES, spentBudget, type Intent } from "./budgets.ts";
import { below } from "./cut-plans/cycles.ts";
import { pickCuts, pickLegTargets } from "./cuts.ts";
import { elfOf } from "./elf.ts";
import { fusedPlaces } from "./places.ts";
import { stepsOf, type Charging } from "./steps.ts";
import { growProgram, type ProgramOptions } from "./grow.ts";
import type { Surroundings } from "./surroundings.ts";
import { layOut } from "./layout.ts";
import type { GeneratedProgram } from "./program.ts";
import { Random } from "./random.ts";
import { pickWorld, type WorldOptions } from "./world.ts";

export type { Intent } from "./budgets.ts";

/** What generated cases may be like; everything may be left out. */
export interface CaseOptions extends ProgramOptions, WorldOptions {
  /** Shares of 100 in which programs end by exit, by fault and by their budget. Default 97, 2, 1. */
  readonly intents?: Readonly<Partial<Record<Intent, number>>> | undefined;
  /**
   * What happens when in a run of the case, where the caller has a machine to find out; undefined if unknown. It is asked
   * of some cases only, as each answer costs a run. The same case must always get the same answer.
   */
  readonly events?: ((probed: Case) => RunEvents | undefined) | undefined;
}

/** A case with the symbols that it was made from. */
export interface GeneratedCase extends Case {
  readonly intent: Intent;
  /** Names of the families that its program has items of. */
  readonly families: readonly string[];
  readonly program: GeneratedProgram;
}

const INTENTS: readonly Intent[] = ["exit", "fault", "budget"];
const SHARES: Record<Intent, number> = { exit: 97, fault: 2, budget: 1 };
/** Of 100 cases of each intent, those of which events are asked; the rare ones pay for it. */
const ASKED: Record<Intent, number> = { exit: 20, fault: 75, budget: 75 };

/**
 * Case number `index` of a seed: the same seed, index and options always give the same case (if `events` has the
 * same answers).
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
  const events = random.chance(ASKED[intent]) ? options.events?.(whole) : undefined;
  // Bounds are those of a run that exits.
  const exact = events?.cycles ?? (intent !== "fault" && least === most ? BigInt(least) : undefined);
  const known = { least: BigInt(least), ample: whole.budget, exact, events };
  const budget =
    intent === "exit" ? enoughBudget(random, known) : intent === "budget" ? spentBudget(random, known) : known.ample;
  const expected = exact ?? below(random, BigInt(most - least + 1)) + BigInt(least);
  const total = expected < budget ? expected : budget;
  const fused = steps.fused.length > 0 ? () => fusedPlaces(layout, steps, bounds) : undefined;
  const cuts = pickCuts(random, { total, budget, events, fused });
  return { world, cuts, budget, legTargets: pickLegTargets(random), intent, families, program };
}

/** The case with another program, world or cuts, made whole again. */
export function rebuildCase(
  original: GeneratedCase,
  program: GeneratedProgram,
  surroundings: Surroundings,
  cuts: CutPlan,
): GeneratedCase {
  const sameProgram = program === original.program;
  if (sameProgram && chargesAlike(original.world, surroundings)) {
    return { ...original, world: { ...surroundings, program: original.world.program }, cuts };
  }
  const layout = layOut(program);
  const world: World = {
    ...surroundings,
    program: sameProgram ? original.world.program : elfOf(program, layout),
  };
  const families = [...new Set(program.items.map(({ family }) => family))];
  // Without its head, the body of a function runs as often as what stands before it.
  const budget = rebuiltBudget(original, boundsOf(original), cycleBounds(layout, surroundings));
  return { ...original, world, cuts, budget, program, families };
}

function chargesAlike(one: Charging, other: Charging): boolean {
  return one.version === other.version && one.isa === other.isa && one.cost === other.cost;
}

const boundsKnown = new WeakMap<World, CycleBounds>();

/** The bounds of a case that is being shrunk; they are asked for again with each attempt. */
function boundsOf({ program, world }: GeneratedCase): CycleBounds {
  let bounds = boundsKnown.get(world);
  if (!bounds) boundsKnown.set(world, (bounds = cycleBounds(layOut(program), world)));
  return bounds;
}

import { HOST_CALLS, type Case, type CutPlan, type World } from "../case/index.ts";
import { cycleBounds, type CycleBounds } from "./bounds.ts";
import { enoughBudget, rebuiltBudget, SPARE_CYCLES, spentBudget, type Intent } from "./budgets.ts";
import { below } from "./cut-plans/cycles.ts";
import { pickCuts, pickLegTargets } from "./cuts.ts";
import { elfOf } from "./elf.ts";
import { checkCaseOptions, checkSeed, type CaseOptions } from "./options.ts";
import { offersHostCalls } from "./families/host-call.ts";
import { OTHER_PROGRAM_ID } from "./families/host-ends.ts";
import { fusedPlaces } from "./places.ts";
import { stepsOf, type Charging } from "./steps.ts";
import { growProgram } from "./grow.ts";
import type { Surroundings } from "./surroundings.ts";
import { layOut, type Layout } from "./layout.ts";
import { mayBeMarked } from "./marking.ts";
import { pickSpoiling } from "./pick-spoiling.ts";
import type { GeneratedProgram } from "./program.ts";
import { fitIntoStack } from "./program-arguments.ts";
import { Random } from "./random.ts";
import { pickWorld } from "./world.ts";

export type { Intent } from "./budgets.ts";
export type { CaseOptions } from "./options.ts";

/** A case with the symbols that it was made from. */
export interface GeneratedCase extends Case {
  readonly intent: Intent;
  /** Names of the families that its program has items of. */
  readonly families: readonly string[];
  readonly program: GeneratedProgram;
}

const NO_OPTIONS: CaseOptions = {};
const INTENTS: readonly Intent[] = ["exit", "fault", "budget", "any"];
const SHARES: Record<Intent, number> = { exit: 962, fault: 15, budget: 7, any: 16 };
const USUAL_SHARES = INTENTS.map((name) => SHARES[name]);
/** Of 100 cases of each intent, those of which events are asked; the rare ones pay for it. */
const ASKED: Record<Intent, number> = { exit: 20, fault: 75, budget: 75, any: 75 };

/**
 * Case number `index` of a seed: the same seed, index and options always give the same case (if `events` has the
 * same answers).
 * @param seed a whole number from 0 to 2^64 - 1
 * @param index a whole number from 0
 * @param options looked at when they are first handed in: do not change them afterwards
 * @throws RangeError that names the option which is wrong, and what it may be
 */
export function generateCase(seed: number | bigint, index: number, options: CaseOptions = NO_OPTIONS): GeneratedCase {
  checkSeed(seed, index);
  checkCaseOptions(options);
  const { world, cuts, budget, legTargets, intent, families, program } = pickCase(new Random(seed, index), options);
  const provenance = `seed ${seed} case ${index}`;
  return { world, cuts, budget, legTargets, intent, families, program, provenance };
}

/** A case from random numbers; the options are known to be right. */
export function pickCase(random: Random, options: CaseOptions): GeneratedCase & { legTargets: readonly number[] } {
  const { intents } = options;
  const drawn = INTENTS[random.weighted(intents ? INTENTS.map((name) => intents[name] ?? 0) : USUAL_SHARES)];
  const { surroundings, program, layout, intent } = pickProgram(random, options, drawn);
  const steps = stepsOf(layout, surroundings);
  const bounds = cycleBounds(layout, surroundings, steps);
  const { least, most } = bounds;
  const world = { ...surroundings, program: elfOf(program, layout) };
  const families = familiesOf(program);
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

/** Names of the families that a program has items of, in the order of their first ones. */
function familiesOf({ items }: GeneratedProgram): string[] {
  const names: string[] = [];
  let last = "";
  for (const { family } of items) {
    // Most items are of the family of the one before.
    if (family !== last && !names.includes(family)) names.push(family);
    last = family;
  }
  return names;
}

/** Of 100 programs that are to exit and whose world offers host calls, those that end by one instead. */
const PERCENT_HOST_ENDS = 25;

/** Of 100 programs that are to end by a fault, those that are handed more arguments than their stack has room for. */
const PERCENT_OVERFILLED = 15;

/** A world with a program that ends as is wanted, or else in any way: by a host call, or with a file that is spoiled. */
function pickProgram(
  random: Random,
  options: CaseOptions,
  wanted: Intent,
): { surroundings: Surroundings; program: GeneratedProgram; layout: Layout; intent: Intent } {
  const overfilled = wanted === "fault" && random.chance(PERCENT_OVERFILLED);
  let surroundings = pickWorld(random, options, overfilled ? "more" : "some");
  let intent = wanted;
  if (wanted === "exit" && offersHostCalls(surroundings.systemCalls) && random.chance(PERCENT_HOST_ENDS)) {
    intent = "any";
  }
  const faults = intent === "fault" && fitIntoStack(surroundings);
  const ending = intent !== wanted ? "host" : faults ? "fault" : "exit";
  const grown = growProgram(random, surroundings, options, ending);
  if (ending === "host") surroundings = withOtherProgram(random, surroundings, grown);
  const layout = layOut(grown);
  // What happens in memory that looks at no permissions is known only of programs that do what they are made for.
  const spoils = wanted === "any" && surroundings.writeXorExecute;
  const program = spoils ? spoiled(random, grown, layout, surroundings) : grown;
  if (surroundings.markProgram && !mayBeMarked(program)) surroundings = { ...surroundings, markProgram: false };
  return { surroundings, program, layout, intent };
}

function spoiled(random: Random, program: GeneratedProgram, layout: Layout, world: Surroundings): GeneratedProgram {
  return { ...program, spoiling: pickSpoiling(random, elfOf(program, layout), world.memorySize) };
}

/**
 * The world with the piece that a machine may be reset to: the program without some of its items, so that other code stands
 * where this code was executed.
 */
function withOtherProgram(random: Random, world: Surroundings, program: GeneratedProgram): Surroundings {
  if (!world.systemCalls.includes(HOST_CALLS.reset)) return world;
  const first = random.below(program.items.length);
  const items = program.items.filter(({ kind }, k) => kind !== "fault" && (k < first || random.chance(50)));
  const other = { ...program, items };
  return { ...world, sources: [...world.sources, { id: OTHER_PROGRAM_ID, bytes: elfOf(other, layOut(other)) }] };
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
  const families = familiesOf(program);
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

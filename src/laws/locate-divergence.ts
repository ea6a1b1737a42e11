import type { Case } from "../case/index.ts";
import { ISA_MOP } from "../isa/index.ts";
import type { Target } from "../targets/target.ts";
import { UNBOUNDED, type Bounds } from "./bounds.ts";
import type { Divergence } from "./law.ts";
import { locate } from "./locate.ts";
import type { Location } from "./location.ts";
import { runSolo } from "./relay.ts";

/** Laws that compare runs which can be followed instruction by instruction. */
const FOLLOWED: readonly string[] = ["relay", "differential"];

/** The law that compares one program with and without fusion: either run may be the one that is wrong. */
const FUSION = "fusion";

/** True if what breaks the law called `law` can be followed instruction by instruction. */
export function isFollowed(law: string): boolean {
  return FOLLOWED.includes(law);
}

/**
 * Where the two sides of a divergence part. Most laws compare something that cannot be followed: of those, where the same
 * program goes wrong by itself, on a target that took part, where the relay of the same case does, or one of two legs on such
 * a target. That is most likely what they saw. @returns undefined where neither does. @throws TargetError
 */
export async function locateDivergence(
  broken: Case,
  targets: readonly Target[],
  { law, legs, vote, pair }: Divergence,
  bounds: Bounds = UNBOUNDED,
): Promise<Location | undefined> {
  if (isFollowed(law)) return locate(broken, targets, law, legs[0], vote?.odd && vote.groups[0][0], bounds);
  const suspects = suspectsOf(legs, targets);
  const programs = [broken, pair, pair?.counterpart?.checked]
    .filter((each) => each !== undefined)
    .flatMap((each) => (law === FUSION ? [each, ...withAndWithoutFusion(each)] : [each]));
  for (const suspect of suspects) {
    for (const program of programs) {
      const location = await locate(program, targets, "differential", suspect, undefined, bounds);
      if (location) return location;
    }
  }
  const relay = async (relayed: Case): Promise<Location | undefined> =>
    locate(relayed, targets, undefined, undefined, undefined, bounds);
  const location = await relay(broken);
  if (location) return location;
  for (const suspect of suspects) {
    if (bounds.isOver()) return undefined;
    const alone = await relay(await cutInHalf(broken, targets, suspect));
    if (alone) return alone;
  }
  return undefined;
}

/**
 * Where the same program goes wrong on a target that took part, if it is cut at many places, or stopped on the way by a limit:
 * for what `locateDivergence` does not find. @returns undefined where it does not. @throws TargetError
 */
export async function locateElsewhere(
  broken: Case,
  targets: readonly Target[],
  { law, legs }: Divergence,
  bounds: Bounds = UNBOUNDED,
): Promise<Location | undefined> {
  if (isFollowed(law)) return undefined;
  const suspects = suspectsOf(legs, targets);
  for (const suspect of suspects) {
    if (bounds.isOver()) return undefined;
    const dense = await locate(await cutDensely(broken, targets, suspect), targets);
    if (dense) return dense;
  }
  const cycles = await cyclesOf(broken, targets);
  for (const suspect of suspects) {
    for (let k = 1n; k <= LIMITS && !bounds.isOver(); k++) {
      // What is wrong on the way need not be so in the end.
      const budget = k <= FIRST ? k : (cycles * (k - FIRST)) / (LIMITS - FIRST + 1n);
      const onTheWay = await locate({ ...broken, budget }, targets, "differential", suspect);
      if (onTheWay) return onTheWay;
    }
  }
  return undefined;
}

/** Limits under which two runs are compared that end alike, and how many of them are one cycle apart from the start on. */
const LIMITS = 12n;
const FIRST = 8n;

function withAndWithoutFusion(checked: Case): Case[] {
  const { world } = checked;
  const sets = [world.isa & ~ISA_MOP, ...(world.version > 0 ? [world.isa | ISA_MOP] : [])];
  return sets.filter((isa) => isa !== world.isa).map((isa) => ({ ...checked, world: { ...world, isa } }));
}

/** The targets that took part, but for the first one, which is the yardstick. */
export function suspectsOf(legs: readonly string[], targets: readonly Target[]): readonly string[] {
  return [...new Set(legs)].filter((name) => targets.slice(1).some((target) => target.name === name));
}

/** The case with two legs of about the same length, both on the target called `name`. */
async function cutInHalf(whole: Case, targets: readonly Target[], name: string): Promise<Case> {
  return onOne(whole, targets, name, [(await cyclesOf(whole, targets)) / 2n]);
}

/** Cuts near the start, near the end, and between them. */
const NEAR = 12;
const BETWEEN = 8;

/** The case with many legs on the target called `name`: one ends at many an instruction of a short run. */
async function cutDensely(whole: Case, targets: readonly Target[], name: string): Promise<Case> {
  const cycles = await cyclesOf(whole, targets);
  const near = Array.from({ length: NEAR }, (_, k) => BigInt(k));
  const between = Array.from({ length: BETWEEN }, (_, k) => (cycles * BigInt(k + 1)) / BigInt(BETWEEN + 1));
  const all = [...near, ...between, ...near.map((k) => cycles - 1n - k)].filter((cut) => cut >= 0n && cut < cycles);
  return onOne(
    whole,
    targets,
    name,
    [...new Set(all)].toSorted((a, b) => (a < b ? -1 : 1)),
  );
}

async function cyclesOf(whole: Case, targets: readonly Target[]): Promise<bigint> {
  return (await runSolo(whole, targets[0])).finish.state.cycles ?? whole.budget;
}

function onOne(whole: Case, targets: readonly Target[], name: string, cuts: readonly bigint[]): Case {
  return { ...whole, cuts, legTargets: [targets.findIndex((target) => target.name === name)] };
}

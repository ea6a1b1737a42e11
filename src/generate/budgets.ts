import type { RunEvent, RunEvents } from "../case/index.ts";
import type { CycleBounds } from "./bounds.ts";
import { eventsOfKind } from "./cut-plans/around-events.ts";
import { below } from "./cut-plans/cycles.ts";
import type { Random } from "./random.ts";

/** How a program is meant to end; `any`: nobody knows, and its budget ends it at the latest. */
export type Intent = "exit" | "fault" | "budget" | "any";

/** What programs that are meant to exit get, mostly, beyond all they can need. */
export const SPARE_CYCLES = 1000n;

/** True if a budget is less than a program that needs at most `most` cycles has with room to spare. */
export function isTight(budget: bigint, most: number): boolean {
  return budget < BigInt(most) + SPARE_CYCLES;
}

/** What is known of the cycles of a program. */
export interface KnownCycles {
  /** What it needs at least. */
  readonly least: bigint;
  /** More than it can need. */
  readonly ample: bigint;
  /** What it needs exactly, if that is known. */
  readonly exact: bigint | undefined;
  /** What happens when, if that is known. */
  readonly events: RunEvents | undefined;
}

/** Of 100 programs that are to exit, those that get no more than they need, or one cycle more, where that is known. */
const TIGHT = 30;

/** A budget that a program exits within: with room to spare, exactly what it needs, or one cycle more. */
export function enoughBudget(random: Random, { ample, exact }: KnownCycles): bigint {
  return exact !== undefined && random.chance(TIGHT) ? exact + random.pick([0n, 0n, 1n]) : ample;
}

/**
 * A budget that is spent before the program's end: at its edges, right before or behind an event or inside it, or
 * anything between.
 */
export function spentBudget(random: Random, { least, exact = least, events }: KnownCycles): bigint {
  const kind = random.below(8);
  let choices: bigint[] = [];
  if (kind < 4 && events && events.events.length > 0) {
    choices = aroundEvent(random.pick(eventsOfKind(random, events.events)));
  } else if (kind < 5) choices = [0n, 1n, exact - 1n, exact - 1n, exact - 2n, exact - 500n];
  choices = choices.filter((budget) => budget >= 0n && budget < exact);
  return choices.length > 0 ? random.pick(choices) : below(random, exact);
}

function aroundEvent({ before, after }: RunEvent): bigint[] {
  return [before, after, before - 1n, before + 1n, after - 1n, after + 1n, (before + after) / 2n];
}

/**
 * The budget of a case whose program, or what its world charges, became another: enough for it, and as tight as it was
 * where both are known exactly. A budget that is to be spent stays.
 */
export function rebuiltBudget(
  { budget, intent }: { readonly budget: bigint; readonly intent: Intent },
  before: CycleBounds,
  after: CycleBounds,
): bigint {
  if (intent === "budget") return budget;
  const most = BigInt(after.most);
  const spare = budget - BigInt(before.most);
  const exact = intent === "exit" && before.least === before.most && after.least === after.most;
  if (exact && spare >= 0n && isTight(budget, before.most)) return most + spare;
  const enough = most + SPARE_CYCLES;
  return budget > enough ? budget : enough;
}

import type { Case } from "../case/index.ts";
import { runLeg, runSolo } from "../laws/index.ts";
import { finishText, worldText, type Finish, type Leg, type Target } from "../targets/index.ts";

/** Version of the shape of vectors; `schemas/vector.schema.json` describes it. */
export const VECTOR_VERSION = 1;

/** A case with its expected finishes, for VMs in any language: world and finishes as the wire protocol has them. */
export interface Vector {
  readonly vectorVersion: typeof VECTOR_VERSION;
  readonly title: string;
  /** The law that the case broke. */
  readonly law: string;
  /** Who ran it: the target that the expected finishes are of. */
  readonly expectedFrom: string;
  readonly world: object;
  /** Cycles as `0x…`. */
  readonly budget: string;
  readonly cuts: readonly string[];
  /** Where the whole run in one leg must end. */
  readonly solo: object;
  /** Where each leg of a relay must end: leg k at cut k, the last at the budget. Output is that of the leg alone. */
  readonly legs: readonly object[];
}

/**
 * The vector of a case, with what `yardstick` makes of it. The relay has all its legs there.
 * @throws TargetError
 */
export async function vectorOf(checked: Case, title: string, law: string, yardstick: Target): Promise<Vector> {
  const solo = await runSolo(checked, yardstick);
  const legs = yardstick.capabilities.snapshots ? await legsOf(checked, yardstick) : [solo.finish];
  return {
    vectorVersion: VECTOR_VERSION,
    title,
    law,
    expectedFrom: yardstick.name,
    world: parsed(worldText(checked.world)),
    budget: hex(checked.budget),
    cuts: checked.cuts.filter((cut) => cut < checked.budget).map(hex),
    solo: finishJson(solo.finish),
    legs: legs.map(finishJson),
  };
}

/** Each leg of the case's relay with all that it shows: of the whole relay, the last one would show the output of all. */
async function legsOf({ world, cuts, budget }: Case, yardstick: Target): Promise<Finish[]> {
  const legs: Finish[] = [];
  let start: Leg["start"] = "boot";
  for (const maxCycles of [...cuts.filter((cut) => cut < budget), budget]) {
    const finish = await runLeg(yardstick, world, { start, maxCycles, snapshot: maxCycles < budget });
    legs.push(finish);
    if (finish.stop.kind !== "budget" || !finish.snapshot) break;
    start = finish.snapshot;
  }
  return legs;
}

/** Snapshots are each machine's own affair: what counts is where the legs that resume them end. */
function finishJson(finish: Finish): object {
  const { snapshot: _, ...shown } = finish;
  return parsed(finishText(shown));
}

function parsed(text: string): object {
  return JSON.parse(text) as object;
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}

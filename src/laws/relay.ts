import type { Case, World } from "../case/index.ts";
import { TargetError, type Finish, type Leg, type Target } from "../targets/target.ts";

/** A whole run, in one leg or many. */
export interface Run {
  /** Where it ended; its output is that of all legs together, and missing if one leg did not show its own. */
  readonly finish: Finish;
  /** Each leg's own finish. */
  readonly legs: readonly Finish[];
  /** The limit of the last leg. */
  readonly maxCycles: bigint;
}

/**
 * Runs one leg and holds the target to what it says it observes: a part that is missing would otherwise pass as equal.
 * @throws TargetError
 */
export async function runLeg(target: Target, world: World, leg: Leg): Promise<Finish> {
  const finish = await target.run(world, leg);
  const missing = target.capabilities.observes.find((part) => finish.state[part] === undefined);
  if (missing) throw new TargetError(`${target.name} says that it observes ${missing}, but does not show it`);
  return finish;
}

/** The uninterrupted run of a case in one machine. @throws TargetError */
export async function runSolo({ world, budget }: Case, target: Target, snapshot = false): Promise<Run> {
  const finish = await runLeg(target, world, { start: "boot", maxCycles: budget, snapshot });
  return { finish, legs: [finish], maxCycles: budget };
}

/**
 * The run of a case in legs: each leg ends at a cut, hands its snapshot to a fresh machine of the next target in turn,
 * and the last one ends at the budget. A leg that ends before its cut ends the relay.
 * @param snapshot true if the last leg is to give one too
 * @throws TargetError
 */
export async function runRelay(relayed: Case, targets: readonly Target[], snapshot = false): Promise<Run> {
  const { world, cuts, budget } = relayed;
  const limits = [...cuts.filter((cut) => cut < budget), budget];
  const legs: Finish[] = [];
  let start: Leg["start"] = "boot";
  for (const [k, maxCycles] of limits.entries()) {
    const last = k === limits.length - 1;
    const leg = { start, maxCycles, snapshot: !last || snapshot };
    const finish: Finish = await runLeg(targets[k % targets.length], world, leg);
    legs.push(finish);
    if (last || finish.stop.kind !== "budget" || !finish.snapshot) {
      return { finish: withOutputOf(legs, finish), legs, maxCycles };
    }
    start = finish.snapshot;
  }
  throw new Error("unreachable: the last limit ends the loop");
}

function withOutputOf(legs: readonly Finish[], last: Finish): Finish {
  const { output: _, ...state } = last.state;
  const outputs = legs.map((leg) => leg.state.output).filter((output) => output !== undefined);
  if (outputs.length < legs.length) return { ...last, state };
  return { ...last, state: { ...state, output: Buffer.concat(outputs) } };
}

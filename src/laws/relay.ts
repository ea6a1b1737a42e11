import type { Case } from "../case/index.ts";
import type { Finish, Leg, Target } from "../targets/target.ts";

/** A whole run, in one leg or many. */
export interface Run {
  /** Where it ended; its output is that of all legs together. */
  readonly finish: Finish;
  /** Each leg's own finish. */
  readonly legs: readonly Finish[];
  /** The limit of the last leg. */
  readonly maxCycles: bigint;
}

/** The uninterrupted run of a case in one machine. @throws TargetError */
export async function runSolo({ world, budget }: Case, target: Target, snapshot = false): Promise<Run> {
  const finish = await target.run(world, { start: "boot", maxCycles: budget, snapshot });
  return { finish, legs: [finish], maxCycles: budget };
}

/**
 * The run of a case in legs: each leg ends at a cut, hands its snapshot to a fresh machine of the next target in turn,
 * and the last one ends at the budget. A leg that ends before its cut ends the relay. @throws TargetError
 */
export async function runRelay(relayed: Case, targets: readonly Target[]): Promise<Run> {
  const { world, cuts, budget } = relayed;
  const limits = [...cuts.filter((cut) => cut < budget), budget];
  const legs: Finish[] = [];
  let start: Leg["start"] = "boot";
  for (const [k, maxCycles] of limits.entries()) {
    const last = k === limits.length - 1;
    const finish: Finish = await targets[k % targets.length].run(world, { start, maxCycles, snapshot: !last });
    legs.push(finish);
    if (last || finish.stop.kind !== "budget" || !finish.snapshot) {
      return { finish: withOutputOf(legs, finish), legs, maxCycles };
    }
    start = finish.snapshot;
  }
  throw new Error("unreachable: the last limit ends the loop");
}

function withOutputOf(legs: readonly Finish[], last: Finish): Finish {
  const outputs = legs.map((leg) => leg.state.output).filter((output) => output !== undefined);
  if (outputs.length < legs.length) return last;
  return { ...last, state: { ...last.state, output: Buffer.concat(outputs) } };
}

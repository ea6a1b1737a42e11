import type { Case, World } from "../case/index.ts";
import {
  TargetError,
  type Finish,
  type Leg,
  type LegPlan,
  type Observable,
  type State,
  type Target,
  type WorldSnapshot,
} from "../targets/target.ts";
import { chainTarget } from "./chain.ts";

/** A whole run, in one leg or many. */
export interface Run {
  /** Where it ended; its output is that of all legs together, and missing if one leg did not show its own. */
  readonly finish: Finish;
  /** What is left of each leg, the last one included. */
  readonly legs: readonly PassedLeg[];
  /** The target of each leg. */
  readonly targets: readonly Target[];
  /** The limit of the last leg. */
  readonly maxCycles: bigint;
}

/** What is kept of a leg once it has ended: its machine, and the pages of its snapshot, would add up in a long relay. */
export interface PassedLeg extends Pick<Finish, "stop" | "retired"> {
  /** Parts that each leg shows by itself, where its target observes them. */
  readonly state: Partial<Pick<State, "cycles" | "output">>;
  readonly snapshot?: HandedOver;
}

/** What of a snapshot tells what a relay has met. */
export interface HandedOver extends Pick<WorldSnapshot, "loadReservationAddress"> {
  /** Runs of pages. */
  readonly pagesFromSource: { readonly length: number };
  readonly dirtyPages: { readonly length: number };
}

function passed({ stop, retired, state, snapshot }: Finish): PassedLeg {
  return {
    stop,
    state: {
      ...(state.cycles !== undefined && { cycles: state.cycles }),
      ...(state.output && { output: state.output }),
    },
    ...(retired && { retired }),
    ...(snapshot && {
      snapshot: {
        loadReservationAddress: snapshot.loadReservationAddress,
        pagesFromSource: { length: snapshot.pagesFromSource.length },
        dirtyPages: { length: snapshot.dirtyPages.length },
      },
    }),
  };
}

/**
 * Runs one leg and holds the target to what it says it observes: a part that is missing would otherwise pass as equal.
 * @throws TargetError
 */
export async function runLeg(target: Target, world: World, leg: Leg): Promise<Finish> {
  const finish = await asked(target, () => target.run(world, leg));
  return whole(target, finish, target.capabilities.observes);
}

/** What a target answers; its failures bear its name. @throws TargetError */
async function asked<T>(target: Target, ask: () => T | Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof TargetError) || error.target !== undefined) throw error;
    const { message, kind, transcript } = error;
    throw new TargetError(message, { kind, transcript, target: target.name });
  }
}

function whole(target: Target, finish: Finish, parts: readonly Observable[]): Finish {
  const missing = parts.find((part) => finish.state[part] === undefined);
  if (!missing) return finish;
  const text = `${target.name} says that it observes ${missing}, but does not show it`;
  throw new TargetError(text, { kind: "gave a wrong answer", target: target.name });
}

/** The uninterrupted run of a case in one machine. @throws TargetError */
export async function runSolo({ world, budget }: Case, target: Target, snapshot = false): Promise<Run> {
  const finish = await runLeg(target, world, { start: "boot", maxCycles: budget, snapshot });
  return { finish, legs: [passed(finish)], targets: [target], maxCycles: budget };
}

/** Parts of the state that legs between others must show, of those the target observes. */
const BETWEEN: readonly Observable[] = ["cycles", "output"];

/** Where a relay begins, if not at its start: in the middle of leg `leg`, counted from 0. */
export interface RelayStart {
  readonly start: Leg["start"];
  readonly leg: number;
}

/**
 * The run of a case in legs: each leg ends at a cut, hands its snapshot to a fresh machine of the next target, and the
 * last one ends at the budget. A leg that ends before its cut ends the relay.
 * @param snapshot true if the last leg is to give one too
 * @param from where it begins; legs before that are not run, and not among those of the run
 * @throws TargetError
 */
export async function runRelay(
  relayed: Case,
  targets: readonly Target[],
  snapshot = false,
  from: RelayStart = { start: "boot", leg: 0 },
): Promise<Run> {
  const { cuts, budget } = relayed;
  const limits = [...cuts.filter((cut) => cut < budget), budget];
  const legs: PassedLeg[] = [];
  const ran: Target[] = [];
  let { start } = from;
  for (let k = from.leg; k < limits.length;) {
    const target = chainTarget(relayed, targets, k);
    const count = target.relay ? sameTarget(relayed, targets, k, limits.length) : 1;
    const wanted = k + count < limits.length || snapshot;
    const plan = { start, limits: limits.slice(k, k + count), snapshot: wanted };
    const finishes = await runLegs(target, relayed.world, plan);
    legs.push(...finishes.map(passed));
    ran.push(...finishes.map(() => target));
    k += finishes.length;
    const last: Finish = finishes[finishes.length - 1];
    if (k === limits.length || finishes.length < count || last.stop.kind !== "budget" || !last.snapshot) {
      return { finish: withOutputOf(legs, last), legs, targets: ran, maxCycles: limits[k - 1] };
    }
    start = last.snapshot;
  }
  throw new Error("unreachable: the last limit ends the loop");
}

/** How many legs from leg `k` on the same target runs. */
function sameTarget(relayed: Case, targets: readonly Target[], k: number, most: number): number {
  const target = chainTarget(relayed, targets, k);
  let end = k + 1;
  while (end < most && chainTarget(relayed, targets, end) === target) end++;
  return end - k;
}

async function runLegs(target: Target, world: World, plan: LegPlan): Promise<readonly Finish[]> {
  const { start, limits, snapshot } = plan;
  if (limits.length === 1 || !target.relay) {
    return [await runLeg(target, world, { start, maxCycles: limits[0], snapshot })];
  }
  const finishes = await asked(target, () => target.relay?.(world, plan) ?? []);
  const { observes } = target.capabilities;
  if (finishes.length === 0) throw new TargetError(`${target.name} ran no leg of a relay`, { target: target.name });
  const between = observes.filter((part) => BETWEEN.includes(part));
  for (const finish of finishes.slice(0, -1)) {
    whole(target, finish, between);
    if (finish.stop.kind !== "budget") {
      const text = `${target.name} went on after a leg that ended by ${finish.stop.kind}`;
      throw new TargetError(text, { kind: "gave a wrong answer", target: target.name });
    }
  }
  whole(target, finishes[finishes.length - 1], observes);
  return finishes;
}

function withOutputOf(legs: readonly PassedLeg[], last: Finish): Finish {
  const { output: _, ...state } = last.state;
  const outputs = legs.map((leg) => leg.state.output).filter((output) => output !== undefined);
  if (outputs.length < legs.length) return { ...last, state };
  return { ...last, state: { ...state, output: Buffer.concat(outputs) } };
}

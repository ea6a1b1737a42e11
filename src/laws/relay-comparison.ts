import type { Case } from "../case/index.ts";
import type { Target } from "../targets/target.ts";
import { verdictOf } from "./broken.ts";
import type { EvidenceBook } from "./evidence.ts";
import type { Verdict } from "./law.ts";
import { runRelay, type Run } from "./relay.ts";
import { snapshotDifference } from "./snapshot-difference.ts";
import { compareUnderPolicy } from "./tolerate.ts";

/** A run that is known, and the cuts of a relay that must finish where it did. */
export interface AgainstRelay {
  readonly law: string;
  readonly checked: Case;
  readonly targets: readonly Target[];
  /** The run of the case that is the yardstick, with a snapshot of its end. */
  readonly expected: Run;
  /** How the yardstick is called. */
  readonly expectedFrom: string;
  /** How the yardstick runs under another budget. */
  readonly rerun: (budget: bigint) => Promise<Run>;
  /** The cuts of the relay. */
  readonly cuts: readonly bigint[];
}

/**
 * Runs the relay with `cuts` and compares its finish, and the snapshot of its end, with the run that is known. Limits are
 * left out where the two ended under different ones, on purpose.
 * @throws TargetError
 */
export async function compareRelay(against: AgainstRelay, book: EvidenceBook): Promise<Verdict> {
  const { law, checked, targets, expected, expectedFrom, rerun, cuts } = against;
  const relay = await runRelay({ ...checked, cuts }, targets, true);
  book.relay(relay);
  book.comparisons++;
  const target = relay.targets[relay.targets.length - 1];
  const sameLimit = relay.maxCycles === expected.maxCycles;
  const { differences, tolerated } = await compareUnderPolicy({
    world: checked.world,
    expected: expected.finish,
    actual: relay.finish,
    target,
    chain: [...relay.targets, ...expected.targets],
    yardstick: expected.targets[expected.targets.length - 1],
    except: sameLimit ? [] : ["maxCycles"],
    rerun: async (budget) => (await rerun(budget)).finish,
    rerunActual: async (budget) => (await runRelay({ ...checked, cuts, budget }, targets)).finish,
  });
  book.tolerate(tolerated);
  const all = [...differences, ...limitDifference(relay)];
  if (tolerated === undefined && expected.finish.snapshot) {
    const wanted = { ...expected.finish.snapshot, maxCycles: relay.finish.snapshot?.maxCycles ?? relay.maxCycles };
    all.push(...snapshotDifference(wanted, relay.finish.snapshot ?? "missing"));
  }
  const actualFrom = `relay with ${cuts.length} cuts over ${[...new Set(targets.map(({ name }) => name))].join(", ")}`;
  const sides = { expectedFrom, expected: expected.finish, actualFrom, actual: relay.finish, targets: relay.targets };
  return verdictOf(law, sides, all, book);
}

/** The finish and its snapshot must have the limit of the last leg. */
function limitDifference({ maxCycles, finish }: Run): { what: string; expected: string; actual: string }[] {
  const expected = `${maxCycles}`;
  const shown = finish.state.maxCycles ?? maxCycles;
  const inSnapshot = finish.started ? (finish.snapshot?.maxCycles ?? maxCycles) : maxCycles;
  return [
    ...(shown === maxCycles || !finish.started
      ? []
      : [{ what: "max cycles of the last leg", expected, actual: `${shown}` }]),
    ...(inSnapshot === maxCycles
      ? []
      : [{ what: "max cycles of the last snapshot", expected, actual: `${inSnapshot}` }]),
  ];
}

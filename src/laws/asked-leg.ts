import type { World } from "../case/index.ts";
import { TargetError, type Finish, type Leg, type Target, type WorldSnapshot } from "../targets/target.ts";
import type { EvidenceBook } from "./evidence.ts";
import { runLeg } from "./relay.ts";

/** A finish with the snapshot that was asked for. */
export interface Taken extends Finish {
  readonly snapshot: WorldSnapshot;
}

/**
 * A leg that is asked for a snapshot, which no target that gives snapshots may leave out once it has started.
 * @throws TargetError if there is none
 */
export async function runTaken(
  target: Target,
  world: World,
  leg: Omit<Leg, "snapshot">,
  book: EvidenceBook,
): Promise<Taken> {
  const finish = await runLeg(target, world, { ...leg, snapshot: true });
  book.leg(target, finish);
  const { snapshot } = finish;
  if (snapshot) return { ...finish, snapshot };
  const text = `${target.name} was asked for a snapshot and gave none`;
  throw new TargetError(text, { kind: "gave a wrong answer", target: target.name });
}

/**
 * A limit under which a resumed snapshot executes nothing: what it has spent is spent. A system call may have charged
 * beyond the limit, which is spent itself then.
 */
export function spentLimit({ cycles, maxCycles }: WorldSnapshot): bigint {
  return cycles > maxCycles ? maxCycles : cycles;
}

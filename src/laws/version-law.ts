// A snapshot of another version is refused, and nothing is changed by the attempt.
import type { Finish, Target } from "../targets/target.ts";
import { compareFinishes } from "./compare.ts";
import type { Law, Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";
import { snapshotReason } from "./support.ts";

const NAME = "version";
const VERSION_COUNT = 3;

/** A snapshot with another version number must end in InvalidVersion, with the state of a machine that did nothing. */
export const versionLaw: Law = {
  name: NAME,
  sentence: "A snapshot of another version is refused, and nothing is changed by the attempt.",
  preconditions: "Targets take and give snapshots.",
  brokenBy: ["canary"],
  cuts: false,
  async check(checked, targets): Promise<Verdict> {
    const reason = snapshotReason(checked, targets);
    if (reason) return { kind: "unsupported", reason };
    const { world, cuts, budget } = checked;
    const first = await runLeg(targets[0], world, { start: "boot", maxCycles: cuts[0] ?? budget, snapshot: true });
    if (!first.snapshot) return { kind: "unsupported", reason: "the leg gave no snapshot" };
    const target = targets[1 % targets.length];
    const version = (world.version + 1) % VERSION_COUNT;
    const start = { ...first.snapshot, version };
    const refused = await runLeg(target, world, { start, maxCycles: budget, snapshot: false });
    const expected = untouched(refused, budget);
    const differences = compareFinishes(expected, refused);
    const evidence = { legs: 2, cuts: 0, comparisons: 1, retired: retiredOf(first) };
    if (differences.length === 0) return { kind: "held", evidence };
    const divergence = { law: NAME, ...sides(target), expected, actual: refused, differences };
    return { kind: "broken", divergence, evidence };
  },
};

function sides(target: Target): { expectedFrom: string; actualFrom: string } {
  return { expectedFrom: "a machine that did nothing", actualFrom: `snapshot of another version on ${target.name}` };
}

function retiredOf(finish: Finish): Float64Array[] {
  return finish.retired ? [finish.retired] : [];
}

/** What a fresh machine that refused a snapshot shows, in the parts that `refused` shows. */
function untouched(refused: Finish, maxCycles: bigint): Finish {
  const pageCount = refused.state.pageFlags?.length ?? refused.state.memory?.pageCount ?? 0;
  const zeroPage = new Uint8Array(4096);
  return {
    stop: { kind: "fault", fault: { name: "InvalidVersion" } },
    started: false,
    state: {
      registers: new BigUint64Array(32),
      pc: 0n,
      cycles: 0n,
      maxCycles,
      reservation: 2n ** 64n - 1n,
      pageFlags: new Uint8Array(pageCount),
      memory: { pageCount, isUntouched: () => true, pageView: () => zeroPage },
      output: new Uint8Array(0),
    },
  };
}

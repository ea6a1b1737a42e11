// A snapshot of another version is refused, and nothing is changed by the attempt.
import type { Finish, Target } from "../targets/target.ts";
import { chainTarget, relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { runLeg } from "./relay.ts";

const NAME = "version";
const VERSION_COUNT = 3;

/** A snapshot with another version number must end in InvalidVersion, with the state of a machine that did nothing. */
export const versionLaw: Law = {
  name: NAME,
  sentence: "A snapshot of another version is refused, and nothing is changed by the attempt.",
  preconditions: "Targets take and give snapshots.",
  brokenBy: ["canary", "takes snapshots of older versions", "sets pc before it looks at the version"],
  cuts: false,
  needs: { snapshots: true },
  every: 4,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const { world, cuts, budget } = checked;
    const book = new EvidenceBook();
    const giver = chainTarget(checked, usable, 0);
    const first = await runLeg(giver, world, { start: "boot", maxCycles: cuts[0] ?? budget, snapshot: true });
    book.leg(giver, first);
    if (!first.snapshot) return { kind: "unsupported", reason: "the leg gave no snapshot" };
    const target = chainTarget(checked, usable, 1);
    const version = (world.version + 1) % VERSION_COUNT;
    const start = { ...first.snapshot, version };
    const refused = await runLeg(target, world, { start, maxCycles: budget, snapshot: false });
    book.leg(target, refused);
    book.comparisons++;
    const expected = untouched(refused, budget);
    const differences = compareFinishes(expected, refused);
    const evidence = book.evidence();
    if (differences.length === 0) return { kind: "held", evidence };
    const divergence = { law: NAME, ...sides(target), expected, actual: refused, differences, legs: [target.name] };
    return { kind: "broken", divergence, evidence };
  },
};

function sides(target: Target): { expectedFrom: string; actualFrom: string } {
  return { expectedFrom: "a machine that did nothing", actualFrom: `snapshot of another version on ${target.name}` };
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

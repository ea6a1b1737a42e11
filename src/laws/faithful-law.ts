// A snapshot holds exactly the state that its finish shows.
import { HOST_CALLS } from "../case/index.ts";
import type { Finish } from "../targets/target.ts";
import { verdictOf } from "./broken.ts";
import { relayers } from "./chain.ts";
import { compareFinishes } from "./compare.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { legsOfCase } from "./legs-of-case.ts";
import { resumeModel } from "./resume-model.ts";

const NAME = "faithful";
/** Host calls after which a snapshot may say something else on purpose: taken earlier, or past the snapshot context. */
const EXCLUDED: readonly number[] = [HOST_CALLS.snapshot, HOST_CALLS.initPages];

/**
 * What the seed's rules make of a snapshot in a fresh machine, worked out without any machine, against the finish that it
 * came with: registers, pc, cycles, limit, reservation, flags of all pages, every byte of memory.
 */
export const faithfulLaw: Law = {
  name: NAME,
  sentence: "A snapshot holds exactly the state that its finish shows.",
  preconditions:
    "Targets take and give snapshots; sources are stable; what is tracked is what the source has (no segments that overlap each other or the arguments; no host call puts pages into memory or takes the snapshot earlier).",
  brokenBy: [
    "canary-snapshot",
    "hands over a register that it does not show",
    "hands over a page without its last byte",
    "forgets flags",
    "names bytes beside the right ones",
    "hands over what cannot be resumed",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 5,
  exercises: { "cuts with dirty pages": 0.5, "cuts with pages from sources": 0.15, "cuts with a reservation": 0.015 },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    const { targets: usable, reason } = relayers(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (world.systemCalls.some((call) => EXCLUDED.includes(call))) {
      return { kind: "unsupported", reason: "a host call of the world works past snapshots" };
    }
    const book = new EvidenceBook();
    for (const { target, finish } of await legsOfCase(checked, usable, book)) {
      if (!finish.started) return { kind: "unsupported", reason: "the program cannot be loaded" };
      book.comparisons++;
      const { snapshot, stop } = finish;
      const { state, fault } = resumeModel(world, snapshot, snapshot.maxCycles);
      const actual: Finish = { stop, started: fault === undefined, state };
      const differences = compareFinishes(finish, actual, ["output"]);
      if (fault) differences.push({ what: "the snapshot", expected: "can be resumed", actual: fault.name });
      const sides = { expectedFrom: `finish of ${target.name}`, expected: finish, actualFrom: "its snapshot", actual };
      const verdict = verdictOf(NAME, { ...sides, targets: [target] }, differences, book);
      if (verdict.kind === "broken") return verdict;
    }
    return { kind: "held", evidence: book.evidence() };
  },
};

// A relay that is cut at cycle 0, right before the end and at the end finishes where the solo run finishes.
import { stopText } from "../targets/target.ts";
import { verdictOf } from "./broken.ts";
import { relayers } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { compareRelay } from "./relay-comparison.ts";
import { runLeg, runSolo } from "./relay.ts";

const NAME = "ends";

/**
 * Cuts at cycle 0 (nothing was executed), one cycle before the end (the last instruction, an exit, a fault or another,
 * runs alone), at the end, and one behind it. An exit or a fault under a limit that is just enough is still one, and under
 * one cycle less it is not reached (semantics.md 1: what is spent may be as much as the limit).
 */
export const endsLaw: Law = {
  name: NAME,
  sentence: "A relay that is cut at cycle 0, right before the end and at the end finishes where the solo run finishes.",
  preconditions: "Targets take and give snapshots; sources are stable; the run spends cycles.",
  brokenBy: [
    "canary",
    "takes a limit that is just enough for one that is not",
    "takes a limit that is just enough at the boot for one that is not",
    "runs a cycle beyond its limit",
    "has no stack where nothing was executed yet",
    "shows another limit than that of the leg in which it exits",
    "resumes right before an exit with another exit code",
  ],
  cuts: true,
  needs: { snapshots: true },
  every: 10,
  exercises: {
    "cut before an exit": 0.6,
    "cut before a fault": 0.0045,
    "cuts with dirty pages": 0.5,
    "cuts with pages from sources": 0.15,
  },
  comparesState: true,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const expected = await runSolo(checked, usable[0], true);
    book.relay(expected);
    const { stop, state, snapshot } = expected.finish;
    book.stop = stop;
    const cycles = state.cycles ?? snapshot?.cycles ?? 0n;
    if (cycles === 0n) return { kind: "unsupported", reason: "the run spends no cycle" };
    book.exercise(`cut before ${stop.kind === "exit" ? "an exit" : stop.kind === "fault" ? "a fault" : stop.kind}`);
    const against = { law: NAME, checked, targets: usable, expected, expectedFrom: `solo on ${usable[0].name}` };
    const rerun = (budget: bigint): ReturnType<typeof runSolo> => runSolo({ ...checked, budget }, usable[0], true);
    // At the end itself a run whose budget is spent has nothing left to do: that is a cut like any other.
    const cuts = [...new Set([0n, cycles - 1n, cycles, cycles + 1n])];
    const verdict = await compareRelay({ ...against, rerun, cuts }, book);
    if (verdict.kind !== "held" || stop.kind === "budget") return verdict;
    const enough = await compareRelay({ ...against, rerun, checked: { ...checked, budget: cycles }, cuts: [] }, book);
    if (enough.kind !== "held") return enough;
    // A call that charges for itself and fails then was begun within the limit, however much it charged.
    if (stop.kind === "fault" && stop.fault.name === "External") return enough;
    const less = await runLeg(usable[0], checked.world, { start: "boot", maxCycles: cycles - 1n, snapshot: false });
    book.leg(usable[0], less);
    book.comparisons++;
    const differences =
      less.stop.kind === "budget" ? [] : [{ what: "stop", expected: "budget", actual: stopText(less.stop) }];
    const actualFrom = `solo on ${usable[0].name} with a cycle less than the run spends`;
    const sides = {
      expectedFrom: "a limit that is not enough",
      expected: { ...less, stop: { kind: "budget" } as const },
    };
    return verdictOf(NAME, { ...sides, actualFrom, actual: less, targets: [usable[0]] }, differences, book);
  },
};

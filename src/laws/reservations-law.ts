// A store conditional stores where the reservation is its address in all 64 bits, and nothing else ends a reservation.
import { ISA_A } from "../isa/index.ts";
import type { Target } from "../targets/target.ts";
import { runners } from "./chain.ts";
import { caseNumber } from "./choice.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { planted } from "./planted-page.ts";
import { ask, endOf, executedNothing, type Point } from "./probe.ts";
import { PAGES, reservationPages, reservationProbes } from "./reservation-probes.ts";
import { resumeModel } from "./resume-model.ts";
import { freePages } from "./snapshot-edits.ts";
import { brokenOn } from "./verdict.ts";

const NAME = "reservations";
const PAGE = 4096;
/** Legs of one case. */
const PROBES = 3;
const SHOWN = ["registers", "pc", "cycles", "memory", "reservation"] as const;

/**
 * From the end of a run, with a page of data and one of LR, SC and others: one leg of one instruction for each question, which
 * begins with a reservation that no program can make, too, as snapshots may have any.
 */
export const reservationsLaw: Law = {
  name: NAME,
  sentence:
    "A store conditional stores where the reservation is its address in all 64 bits, and nothing else ends a reservation.",
  preconditions:
    "The world has the A extension and two pages in a row that nobody used; targets take and give snapshots, show registers, pc, cycles, memory and reservation.",
  brokenBy: [
    "canary",
    "compares 32 bits of a reservation",
    "compares the words of a reservation that eight bytes share",
    "stores whatever the reservation is",
    "stores nothing where the reservation is",
    "ends no reservation where it fails",
    "ends the reservation where something is stored",
    "reserves the doubleword",
  ],
  cuts: false,
  every: 10,
  needs: { snapshots: true, observes: SHOWN },
  exercises: {
    "SC where the reservation is": 0.05,
    "SC where one bit of the reservation is another": 0.05,
    "SC where the upper half of the reservation is another": 0.05,
    "SC beside the reservation": 0.05,
    "SC without a reservation": 0.05,
    LR: 0.05,
    "what leaves a reservation alone": 0.05,
  },
  async check(checked, targets): Promise<Verdict> {
    const { world } = checked;
    const { targets: usable, reason } = runners(world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    if (!(world.isa & ISA_A)) return { kind: "unsupported", reason: "the world has no A extension" };
    const book = new EvidenceBook();
    const number = caseNumber(checked);
    for (const target of book.turns(usable.filter(isAskable))) {
      const { finish, point } = await endOf(checked, target, book);
      const free = point && freePages(world, point.snapshot, PAGES);
      if (!point || free === undefined || executedNothing(finish)) continue;
      const page = Number(free) / PAGE;
      const { snapshot } = reservationPages(page).reduce(planted, point);
      // Not what the run ended with: of pages that became what they are without a store, a snapshot says nothing.
      const { state, fault } = resumeModel(world, snapshot, snapshot.cycles);
      if (fault) continue;
      const end: Point = { finish: { ...finish, state }, snapshot };
      const probes = reservationProbes(world, page, end, number >>> 3);
      for (let k = 0; k < PROBES; k++) {
        const { reservation, probe } = probes[(number + k * Math.ceil(probes.length / PROBES)) % probes.length];
        const from: Point = {
          finish: { ...end.finish, state: { ...state, reservation } },
          snapshot: { ...snapshot, loadReservationAddress: reservation },
        };
        const breach = await ask(world, target, from, probe, book);
        if (breach) return brokenOn(NAME, target.name, breach, book);
      }
    }
    if (book.comparisons === 0) return { kind: "unsupported", reason: "no target leaves pages free" };
    return { kind: "held", evidence: book.evidence() };
  },
};

function isAskable({ capabilities: { observes, snapshots } }: Target): boolean {
  return snapshots && SHOWN.every((part) => observes.includes(part));
}

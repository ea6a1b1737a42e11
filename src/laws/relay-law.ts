// A relay finishes where the solo run finishes.
import type { Case } from "../case/index.ts";
import type { Target } from "../targets/target.ts";
import { relayers } from "./chain.ts";
import { EvidenceBook } from "./evidence.ts";
import type { Law, Verdict } from "./law.ts";
import { runRelay, runSolo, type Run } from "./relay.ts";
import { compareUnderPolicy } from "./tolerate.ts";

/** Solo on the first target against a relay over all targets, as the case says; the whole state is compared. */
export const relayLaw: Law = {
  name: "relay",
  sentence: "A relay finishes where the solo run finishes.",
  preconditions: "Targets run the world and take and give snapshots; data sources are stable.",
  brokenBy: [
    "canary",
    "loses a cycle when it resumes",
    "loses a bit of a register when it resumes",
    "shows another limit behind a resume",
  ],
  cuts: true,
  needs: { snapshots: true },
  exercises: {
    "cuts with dirty pages": 0.5,
    "cuts with pages from sources": 0.15,
    "cuts with a reservation": 0.02,
    "SC behind a cut with a reservation": 0.0045,
  },
  comparesState: true,
  async check(checked, targets): Promise<Verdict> {
    const { targets: usable, reason } = relayers(checked.world, targets);
    if (reason !== undefined) return { kind: "unsupported", reason };
    const book = new EvidenceBook();
    const [solo, relay] = await soloAndRelay(checked, usable);
    book.relay(solo);
    book.stop = solo.finish.stop;
    book.relay(relay);
    // A relay that ends before its last leg has met a lower limit than the solo run, on purpose.
    const shorter = relay.maxCycles !== solo.maxCycles;
    const compared = await compareUnderPolicy({
      world: checked.world,
      expected: solo.finish,
      actual: relay.finish,
      target: relay.targets[relay.targets.length - 1],
      chain: relay.targets,
      yardstick: usable[0],
      except: shorter ? ["maxCycles"] : [],
      rerun: async (budget) => (await runSolo({ ...checked, budget }, usable[0], true)).finish,
      rerunActual: async (budget) => (await runRelay({ ...checked, budget }, usable)).finish,
    });
    const differences = [...compared.differences];
    if (shorter && (relay.finish.state.maxCycles ?? relay.maxCycles) !== relay.maxCycles) {
      const [expected, actual] = [`${relay.maxCycles}`, `${relay.finish.state.maxCycles}`];
      differences.push({ what: "max cycles of the last leg", expected, actual });
    }
    book.comparisons++;
    book.tolerate(compared.tolerated);
    const evidence = book.evidence();
    if (differences.length === 0) return { kind: "held", evidence };
    const divergence = {
      law: "relay",
      expectedFrom: `solo on ${usable[0].name}`,
      actualFrom: `relay over ${[...new Set(usable.map((target) => target.name))].join(", ")}`,
      expected: solo.finish,
      actual: relay.finish,
      differences,
      legs: relay.targets.map((target) => target.name),
    };
    return { kind: "broken", divergence, evidence };
  },
};

/** Both runs; asked for together where a target in another process gains by it. */
async function soloAndRelay(checked: Case, targets: readonly Target[]): Promise<readonly [Run, Run]> {
  const first = runSolo(checked, targets[0]);
  if (!targets.some(({ parallel = 1 }) => parallel > 1)) return [await first, await runRelay(checked, targets)];
  // Neither goes on behind the end of the check, whichever fails.
  const [solo, relay] = await Promise.allSettled([first, runRelay(checked, targets)]);
  if (solo.status === "rejected") throw solo.reason;
  if (relay.status === "rejected") throw relay.reason;
  return [solo.value, relay.value];
}

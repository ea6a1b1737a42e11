// A relay finishes where the solo run finishes.
import { compareFinishes } from "./compare.ts";
import type { Law, Verdict } from "./law.ts";
import { runRelay, runSolo } from "./relay.ts";
import { snapshotReason } from "./support.ts";

/** Solo on the first target against a relay whose legs take all targets in turn; the whole state is compared. */
export const relayLaw: Law = {
  name: "relay",
  sentence: "A relay finishes where the solo run finishes.",
  preconditions: "Every target runs the world and takes and gives snapshots; data sources are stable.",
  brokenBy: ["canary"],
  cuts: true,
  async check(checked, targets): Promise<Verdict> {
    const reason = snapshotReason(checked, targets);
    if (reason) return { kind: "unsupported", reason };
    const solo = await runSolo(checked, targets[0]);
    const relay = await runRelay(checked, targets);
    // A relay that ends before its last leg has met a lower limit than the solo run, on purpose.
    const shorter = relay.maxCycles !== solo.maxCycles;
    const differences = compareFinishes(solo.finish, relay.finish, shorter ? ["maxCycles"] : []);
    if (shorter && (relay.finish.state.maxCycles ?? relay.maxCycles) !== relay.maxCycles) {
      const [expected, actual] = [`${relay.maxCycles}`, `${relay.finish.state.maxCycles}`];
      differences.push({ what: "max cycles of the last leg", expected, actual });
    }
    const evidence = {
      legs: 1 + relay.legs.length,
      cuts: relay.legs.length - 1,
      comparisons: 1,
      stop: solo.finish.stop,
      retired: [solo.finish, ...relay.legs].flatMap((finish) => finish.retired ?? []),
    };
    if (differences.length === 0) return { kind: "held", evidence };
    const divergence = {
      law: "relay",
      expectedFrom: `solo on ${targets[0].name}`,
      actualFrom: `relay over ${targets.map((target) => target.name).join(", ")}`,
      expected: solo.finish,
      actual: relay.finish,
      differences,
    };
    return { kind: "broken", divergence, evidence };
  },
};

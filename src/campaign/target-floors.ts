import type { CaseFile } from "../case/index.ts";
import { named, type Law } from "../laws/index.ts";
import type { Target } from "../targets/index.ts";
import type { DirectedResult } from "./directed-check.ts";
import type { Floor } from "./floors.ts";
import type { Tally } from "./tally.ts";

/** Share of the cases in which each target must have run a leg, for it to count as checked. */
const RAN = 0.1;
/** Cases from which on every way of a snapshot between two targets must have been seen. */
const ENOUGH_FOR_HOPS = 2000;

/** Where there are several targets, each must really have run, and snapshots must have gone from each to each. */
export function targetFloors(tally: Tally, targets: readonly Target[], laws: readonly Law[]): Floor[] {
  const names = [...new Set(targets.map(({ name }) => name))];
  if (names.length < 2) return [];
  const least = Math.max(1, Math.ceil(tally.cases * RAN));
  const floors = names.map((name) => ({
    what: `legs on ${name}`,
    atLeast: least,
    reached: tally.legsByTarget.get(name) ?? 0,
  }));
  for (const law of laws.filter(({ targetsMin = 1 }) => targetsMin > 1)) {
    const atLeast = Math.max(1, Math.ceil((tally.laws.get(law.name)?.asked ?? tally.cases) * RAN));
    for (const name of names) {
      const reached = tally.legsByLaw.get(`${law.name} on ${name}`) ?? 0;
      floors.push({ what: `legs of law ${law.name} on ${name}`, atLeast, reached });
    }
  }
  if (tally.cases < ENOUGH_FOR_HOPS || !laws.some(({ cuts }) => cuts)) return floors;
  const relaying = names.filter((name) => targets.some((each) => each.name === name && each.capabilities.snapshots));
  for (const from of relaying) {
    for (const to of relaying) {
      const hop = `${from} → ${to}`;
      floors.push({ what: `snapshots ${hop}`, atLeast: 1, reached: tally.hops.get(hop) ?? 0 });
    }
  }
  return floors;
}

/** Where the corpus was run, every entry of a policy must have been needed: its witness, a directed program, shows it. */
export function policyFloors(
  tally: Tally,
  directed: readonly DirectedResult[],
  targets: readonly Target[],
  corpus: readonly CaseFile[],
): Floor[] {
  const floors = new Map<string, Floor>();
  for (const target of targets) {
    for (const { id, targets: names, witness } of corpus.length > 0 ? (target.policy ?? []) : []) {
      if (!names.some((name) => named(name, target.name))) continue;
      const shown = directed.filter((result) => result.target === target.name && result.tolerated.includes(id)).length;
      // Random cases count where the witness is not in this corpus: it is somebody's own.
      const reached = corpus.some(({ name }) => name === witness) ? shown : shown + (tally.tolerated.get(id) ?? 0);
      floors.set(`${id} ${target.name}`, { what: `uses of policy entry ${id} on ${target.name}`, atLeast: 1, reached });
    }
  }
  return [...floors.values()];
}

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
/**
 * Checks that a target could have taken part in, for each target that there is, from which on it must have: in a chain of
 * two legs over n targets it is missed with (1 - 1/n)^(20 n), which is below e^-20.
 */
const ENOUGH_FOR_PART = 20;

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
  floors.push(...partFloors(tally, names, laws));
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

/**
 * Each target must have taken part in checks of every law that its capabilities allow, once it could have often enough:
 * where the first alone is asked, that a law held says nothing of the others.
 */
export function partFloors({ laws: counts, counting }: Tally, names: readonly string[], laws: readonly Law[]): Floor[] {
  const floors: Floor[] = [];
  for (const { name: law, needs, targetsMin = 1 } of laws) {
    if (targetsMin > 1) continue; // has floors of its own
    for (const name of names) {
      const part = counts.get(law)?.byTarget.get(name);
      if (!part || part.possible < ENOUGH_FOR_PART * names.length || (needs?.counts && !counting.has(name))) continue;
      floors.push({ what: `checks of law ${law} in which ${name} took part`, atLeast: 1, reached: part.took });
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

import type { Finish, Stop, Target, WorldSnapshot } from "../targets/target.ts";

/** What a check really did, so that a run that checked nothing cannot look like one that held. */
export interface Evidence {
  /** Legs that were run. */
  readonly legs: number;
  /** Cuts at which a leg really ended and another went on. */
  readonly cuts: number;
  /** Finishes or snapshots that were compared in full. */
  readonly comparisons: number;
  /** How the uninterrupted run ended, where the law makes one. */
  readonly stop?: Stop;
  /** Instructions executed, by index in the instruction table, where targets count them. */
  readonly retired: readonly Float64Array[];
  /** Legs by the name of the target that ran them. */
  readonly legsByTarget?: ReadonlyMap<string, number>;
  /** How often a snapshot went from one target to another, by `from → to`. */
  readonly hops?: ReadonlyMap<string, number>;
  /** Entries of a policy without which the law would have been broken. */
  readonly tolerated?: readonly string[];
  /** How often what the law is about was really met, by a name of the law's own: `pages from sources`, `dirty pages`. */
  readonly exercised?: ReadonlyMap<string, number>;
}

/** Collects evidence while a law runs its legs. */
export class EvidenceBook {
  comparisons = 0;
  stop: Stop | undefined;
  #legs = 0;
  #cuts = 0;
  readonly #retired: Float64Array[] = [];
  readonly #legsByTarget = new Map<string, number>();
  readonly #hops = new Map<string, number>();
  readonly #tolerated: string[] = [];
  readonly #exercised = new Map<string, number>();

  /** A leg that `target` ran. */
  leg(target: Target, finish: Finish): void {
    this.#legs++;
    count(this.#legsByTarget, target.name);
    if (finish.retired) this.#retired.push(finish.retired);
  }

  /** The legs of a relay, one behind the other. */
  relay({ legs, targets }: { readonly legs: readonly Finish[]; readonly targets: readonly Target[] }): void {
    for (const [k, finish] of legs.entries()) {
      this.leg(targets[k], finish);
      if (k === 0) continue;
      this.cut(targets[k - 1], targets[k]);
      const { snapshot } = legs[k - 1];
      if (snapshot) this.handedOver(snapshot);
    }
  }

  /** A snapshot that went from one target to another, or the same. */
  cut(from: Target, to: Target): void {
    this.#cuts++;
    count(this.#hops, `${from.name} → ${to.name}`);
  }

  /** Something that the law is about was met `times` times; never is not noted. */
  exercise(what: string, times = 1): void {
    if (times > 0) count(this.#exercised, what, times);
  }

  /** What a snapshot that another leg resumes holds. */
  handedOver({ pagesFromSource, dirtyPages, loadReservationAddress }: WorldSnapshot): void {
    this.exercise("cuts with pages from sources", pagesFromSource.length > 0 ? 1 : 0);
    this.exercise("cuts with dirty pages", dirtyPages.length > 0 ? 1 : 0);
    this.exercise("cuts with a reservation", loadReservationAddress === NO_RESERVATION ? 0 : 1);
  }

  tolerate(entry: string | undefined): void {
    if (entry !== undefined) this.#tolerated.push(entry);
  }

  get cuts(): number {
    return this.#cuts;
  }

  evidence(): Evidence {
    return {
      legs: this.#legs,
      cuts: this.#cuts,
      comparisons: this.comparisons,
      ...(this.stop && { stop: this.stop }),
      retired: this.#retired,
      legsByTarget: this.#legsByTarget,
      hops: this.#hops,
      tolerated: this.#tolerated,
      exercised: this.#exercised,
    };
  }
}

const NO_RESERVATION = 2n ** 64n - 1n;

function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

import type { Finish, Stop, Target } from "../targets/target.ts";

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
      if (k > 0) this.cut(targets[k - 1], targets[k]);
    }
  }

  /** A snapshot that went from one target to another, or the same. */
  cut(from: Target, to: Target): void {
    this.#cuts++;
    count(this.#hops, `${from.name} → ${to.name}`);
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
    };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

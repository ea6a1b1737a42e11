import { INSTRUCTIONS } from "../isa/index.ts";
import type { Stop, Target } from "../targets/target.ts";
import type { HandedOver, PassedLeg } from "./relay.ts";

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
  /** Legs that ended with cycles spent, and whether any leg showed its cycles. */
  readonly spending?: { readonly legs: number; readonly shown: boolean };
  /** Legs by the name of the target that ran them. */
  readonly legsByTarget?: ReadonlyMap<string, number>;
  /** Names of targets whose legs were compared with something: others that ran took no part in the verdict. */
  readonly tookPart?: ReadonlySet<string>;
  /** Names of targets that counted what they executed. */
  readonly counting?: ReadonlySet<string>;
  /** How often a snapshot went from one target to another, by `from → to`. */
  readonly hops?: ReadonlyMap<string, number>;
  /** Entries of a policy without which the law would have been broken. */
  readonly tolerated?: readonly string[];
  /** How often what the law is about was really met, by a name of the law's own: `pages from sources`, `dirty pages`. */
  readonly exercised?: ReadonlyMap<string, number>;
  /** Bytes in bincode of each snapshot of which the law looked at the size. */
  readonly snapshotBytes?: readonly number[];
}

/** Collects evidence while a law runs its legs. */
export class EvidenceBook {
  comparisons = 0;
  stop: Stop | undefined;
  #legs = 0;
  #cuts = 0;
  readonly #retired: Float64Array[] = [];
  readonly #legsByTarget = new Map<string, number>();
  readonly #counting = new Set<string>();
  readonly #compared = new Set<string>();
  readonly #idle = new Set<string>();
  #spent = 0;
  #shown = false;
  readonly #hops = new Map<string, number>();
  readonly #tolerated: string[] = [];
  readonly #exercised = new Map<string, number>();
  readonly #snapshotBytes: number[] = [];

  /** A leg that `target` ran. */
  leg(target: Target, finish: PassedLeg): void {
    this.#legs++;
    count(this.#legsByTarget, target.name);
    const { cycles } = finish.state;
    if (cycles !== undefined) this.#shown = true;
    if (cycles !== undefined && cycles > 0n) this.#spent++;
    if (!finish.retired) return;
    this.#retired.push(finish.retired);
    this.#counting.add(target.name);
  }

  /** Targets that are asked one after the other: one in whose turn nothing was compared took no part. */
  *turns(targets: readonly Target[]): Iterable<Target> {
    for (const target of targets) {
      const before = this.comparisons;
      try {
        yield target;
      } finally {
        (this.comparisons > before ? this.#compared : this.#idle).add(target.name);
      }
    }
  }

  /** The legs of a relay, one behind the other. */
  relay({ legs, targets }: { readonly legs: readonly PassedLeg[]; readonly targets: readonly Target[] }): void {
    for (const [k, finish] of legs.entries()) {
      this.leg(targets[k], finish);
      if (k === 0) continue;
      this.cut(targets[k - 1], targets[k]);
      const { snapshot } = legs[k - 1];
      if (!snapshot) continue;
      this.handedOver(snapshot);
      if (isConditional(snapshot, finish)) this.exercise(SC_BEHIND);
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

  /** The size of a snapshot in bincode. */
  snapshotBytes(bytes: number): void {
    this.#snapshotBytes.push(bytes);
  }

  /** What a snapshot that another leg resumes holds. */
  handedOver({ pagesFromSource, dirtyPages, loadReservationAddress }: HandedOver): void {
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

  #tookPart(): ReadonlySet<string> {
    if (this.#idle.size === 0) return new Set(this.#legsByTarget.keys());
    return new Set([...this.#legsByTarget.keys()].filter((name) => this.#compared.has(name) || !this.#idle.has(name)));
  }

  evidence(): Evidence {
    return {
      legs: this.#legs,
      cuts: this.#cuts,
      comparisons: this.comparisons,
      ...(this.stop && { stop: this.stop }),
      retired: this.#retired,
      spending: { legs: this.#spent, shown: this.#shown },
      legsByTarget: this.#legsByTarget,
      tookPart: this.#tookPart(),
      counting: this.#counting,
      hops: this.#hops,
      tolerated: this.#tolerated,
      exercised: this.#exercised,
      ...(this.#snapshotBytes.length > 0 && { snapshotBytes: this.#snapshotBytes }),
    };
  }
}

const NO_RESERVATION = 2n ** 64n - 1n;
const SC_BEHIND = "SC behind a cut with a reservation";
const [LR, SC] = ["lr.", "sc."].map((start) =>
  INSTRUCTIONS.filter(({ base }) => base.name.startsWith(start)).map(({ index }) => index),
);

/** True if a leg certainly executed an SC with the reservation of the snapshot: where no LR made another one. */
function isConditional({ loadReservationAddress }: HandedOver, { retired }: PassedLeg): boolean {
  if (loadReservationAddress === NO_RESERVATION || !retired) return false;
  return SC.some((row) => retired[row] > 0) && LR.every((row) => retired[row] === 0);
}

function count(counts: Map<string, number>, key: string, times = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + times);
}

import type { World } from "../../case/index.ts";
import { CELL_COUNT } from "./space.ts";

/** Hits of a world's legs that are not counted yet. */
interface Held {
  readonly cells: number[];
  observed: boolean;
}

/**
 * How often each cell of the coverage space was hit, and which ones for the first time. Give it to a `ReferenceTarget`.
 * Of each block of instructions only the first execution is seen, in the first booted leg of each world: the counts say
 * how many programs and cuts met a cell, not how often it was executed.
 */
export class Coverage {
  readonly #counts = new Float64Array(CELL_COUNT);
  #fresh: number[] = [];
  readonly #held = new Map<World, Held>();
  #aside: Held | undefined;
  #lastWorld: World | undefined;

  /** One more hit of a cell. */
  hit(cell: number): void {
    if (this.#aside !== undefined) this.#aside.cells.push(cell);
    else if (this.#counts[cell]++ === 0) this.#fresh.push(cell);
  }

  /** Hits of a cell. */
  hits(cell: number): number {
    return this.#counts[cell];
  }

  /** How many cells were hit. */
  cellsHit(): number {
    return this.#counts.reduce((cells, count) => (count > 0 ? cells + 1 : cells), 0);
  }

  /** The cells that were hit for the first time since this was last asked, in the order of their first hits. */
  takeFresh(): readonly number[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  /** Forgets everything. */
  clear(): void {
    this.#counts.fill(0);
    this.#fresh = [];
    this.#held.clear();
    this.#aside = undefined;
    this.#lastWorld = undefined;
  }

  /**
   * A leg of `world` is about to run: what is hit until the next leg is its. Where worlds are held back, others count for
   * nothing: laws make them from those of their cases.
   */
  beginLeg(world: World): void {
    this.#aside = this.#held.size === 0 ? undefined : (this.#held.get(world) ?? { cells: [], observed: true });
  }

  /** True for the first leg of a world that asks, unless the world before it comes again: it is the one to observe. */
  mayObserve(world: World): boolean {
    if (this.#aside !== undefined) {
      const first = !this.#aside.observed;
      this.#aside.observed = true;
      return first;
    }
    const first = this.#lastWorld !== world;
    this.#lastWorld = world;
    return first;
  }

  /** Keeps the hits of `world` back until `count` or `drop`: for cases that are checked at once and counted in order. */
  hold(world: World): void {
    this.#held.set(world, { cells: [], observed: false });
  }

  /** Counts what was held back of `world`. */
  count(world: World): void {
    const held = this.#held.get(world);
    this.drop(world);
    for (const cell of held?.cells ?? []) this.hit(cell);
  }

  /** Forgets what was held back of `world`. */
  drop(world: World): void {
    this.#held.delete(world);
    this.#aside = undefined;
  }
}

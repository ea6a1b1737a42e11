import type { Coverage } from "../targets/index.ts";

/** How many cells of the coverage space were hit after so many random cases. */
export interface GrowthPoint {
  readonly cases: number;
  readonly cells: number;
}

/** A point is taken each time there are this many times the cases of the one before: equal steps on a logarithmic axis. */
const STEP = 1.1;

/** Watches how the cells that were hit grow with the random cases: where it is flat, more cases find little more. */
export class CoverageGrowth {
  readonly #coverage: Coverage;
  readonly #points: GrowthPoint[] = [];

  constructor(coverage: Coverage) {
    this.#coverage = coverage;
  }

  /** So many cases are done. */
  at(cases: number): void {
    const last = this.#points.at(-1)?.cases ?? 0;
    if (cases > last && cases >= last * STEP) this.#points.push({ cases, cells: this.#coverage.cellsHit() });
  }

  /** Every point, the end of the run at `cases` included. */
  ended(cases: number): readonly GrowthPoint[] {
    const last = this.#points.at(-1)?.cases ?? 0;
    if (cases > last) this.#points.push({ cases, cells: this.#coverage.cellsHit() });
    return this.#points;
  }
}

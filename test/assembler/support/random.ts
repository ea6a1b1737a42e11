/** A small generator of random numbers (mulberry32): a seed gives the same numbers everywhere. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A 32-bit unsigned number. */
  word(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor((this.word() / 2 ** 32) * count);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** A whole number from `min` to `max`, more often than not near one of them or near zero. */
  between(min: number, max: number): number {
    const near = [min, max, 0, 1, -1, min + 1, max - 1].filter((value) => value >= min && value <= max);
    return this.below(2) === 0 ? this.pick(near) : min + this.below(max - min + 1);
  }
}
